package io.rollcall.desk;

import io.rollcall.portal.PortalServer;
import io.rollcall.run.InstallationKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What stands for cases and students in addresses. */
class ReferencesTest {

	private static final String CASE = "0123456789abcdef01234567";

	private final PageReferences references = new PageReferences(PortalServer.shared().get(InstallationKey.class));

	@Test
	void aReferenceOfACaseIsReadBackAndShowsNothingOfItsId() {
		String reference = this.references.ofCase(CASE);
		assertThat(reference).matches("[0-9a-f]{32}").doesNotContain(CASE.substring(0, 8));
		assertThat(this.references.caseId(reference)).contains(CASE);
		assertThat(this.references.ofCase(CASE)).isEqualTo(reference);
		assertThatIllegalArgumentException().isThrownBy(() -> this.references.ofCase("../etc"));
	}

	@Test
	void whatWasNeverMadeIsNoReference() {
		String reference = this.references.ofCase(CASE);
		for (String other : new String[] { "", "x", reference.toUpperCase(), reference + "0", "0".repeat(32),
				(reference.charAt(0) == '0' ? '1' : '0') + reference.substring(1),
				this.references.ofStudent("freshman-2020", "C:1") }) {
			assertThat(this.references.caseId(other)).as(other).isEmpty();
		}
	}

	@Test
	void aStudentHasAnotherReferenceInEveryCampaign() {
		String reference = this.references.ofStudent("freshman-2020", "C:20610000000001");
		String hash = PortalServer.shared()
			.jdbc()
			.sql("select student_hash('C:20610000000001')")
			.query(String.class)
			.single();
		assertThat(this.references.studentHash("freshman-2020", reference)).contains(hash);
		assertThat(this.references.studentHash("freshman-2021", reference)).isEmpty();
		assertThat(this.references.ofStudent("freshman-2021", "C:20610000000001")).isNotEqualTo(reference);
	}

}
