package io.rollcall.identity;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

/** Numbers of every document type, sound and spoilt: {@code id-numbers.tsv}. */
class IdNumberTableTest {

	static Stream<CaseTable.Row> numbers() {
		return CaseTable.rows("id-numbers.tsv");
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void numberIsUnderstood(CaseTable.Row row) {
		String stated = row.get("stated");
		IdNumber id = IdNumber.parse(row.get("input"), stated.isEmpty() ? null : DocumentType.valueOf(stated));
		assertSoftly((softly) -> {
			softly.assertThat(id.form().name()).as("form").isEqualTo(row.get("form"));
			softly.assertThat(CaseTable.names(id.problems())).as("problems").isEqualTo(row.list("problems"));
			softly.assertThat((id.birthDate() != null) ? id.birthDate().toString() : "")
				.as("birth")
				.isEqualTo(row.get("birth"));
			softly.assertThat((id.sex() != null) ? id.sex().name().substring(0, 1) : "")
				.as("sex")
				.isEqualTo(row.get("sex"));
			softly.assertThat(id.isComparable()).as("comparable").isEqualTo(row.get("comparable").equals("yes"));
			softly.assertThat(Masking.mask(id)).as("masked").isEqualTo(row.get("masked"));
			if (!row.get("canonical").equals("-")) {
				softly.assertThat(id.canonical()).as("canonical").isEqualTo(row.get("canonical"));
				softly.assertThat(CaseTable.names(id.normalisations()))
					.as("normalisations")
					.isEqualTo(row.list("normalisations"));
			}
		});
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void theMaskShowsOnlyTheEnd(CaseTable.Row row) {
		IdNumber id = IdNumber.parse(row.get("input"), null);
		String shown = Masking.mask(id).replace("*", "");
		assertThat(shown.length()).isLessThanOrEqualTo(id.form().shownWhenMasked());
		assertThat(id.isFifteenDigits() ? Cleaned.compact(id.raw()).text() : id.canonical()).endsWith(shown);
		if (!id.isComparable()) {
			assertThat(shown).isEmpty();
		}
		assertThat(Masking.maskFully(id)).isEqualTo(id.isBlank() ? "" : Masking.FULL);
		assertThat(id.toString()).doesNotContain(id.isBlank() || id.canonical().length() < 3 ? "\0" : id.canonical());
	}

	/** Different documents, of which the canonical forms look alike. */
	@ParameterizedTest
	@CsvSource({ "1628402(3),,1628402301,", "16284023,,16284023,TAIWAN", "K1234567,PASSPORT,K123456(7),",
			"16284023,OFFICER,16284023," })
	void differentDocumentsHaveDifferentKeys(String first, DocumentType stated, String second, DocumentType other) {
		assertThat(IdNumber.parse(first, stated).keyText()).isNotEqualTo(IdNumber.parse(second, other).keyText());
	}

	@ParameterizedTest
	@CsvSource({ "06284023,,0628402301,", "1628402(3),,16284023,", "H01234567,,H0123456701,MAINLAND_TRAVEL_PERMIT",
			"A123456(3),,A1234563,", "100001900307867,,100001199003078673," })
	void oneDocumentHasOneKey(String first, DocumentType stated, String second, DocumentType other) {
		assertThat(IdNumber.parse(first, stated).keyText()).isEqualTo(IdNumber.parse(second, other).keyText());
	}

	@Test
	void theTableIsLarge() {
		assertThat(numbers().count()).isGreaterThan(400);
	}

}
