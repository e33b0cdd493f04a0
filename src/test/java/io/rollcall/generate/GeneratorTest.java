package io.rollcall.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Colleges;
import io.rollcall.campaign.JobFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a generated campaign holds, before anybody judges it. */
class GeneratorTest {

	/**
	 * Rows and fields, duplicates, between sources, the self-check before the deadline,
	 * claims and accounts.
	 */
	private static final List<String> CODES = List.of("ROW_MALFORMED", "ROW_NO_KEY", "REQUIRED_MISSING", "ID_DAMAGED",
			"ID_FORMAT", "ID_CHECKSUM", "ID_BIRTH_INVALID", "ID_BIRTH_MISMATCH", "ID_SEX_MISMATCH",
			"ID_DIVISION_UNKNOWN", "ID_DIVISION_PERIOD", "ID_15_DIGIT", "DATE_INVALID", "CODE_UNKNOWN", "NAME_SUSPECT",
			"CANDIDATE_NO_SUSPECT", "VALUE_NORMALISED", "ROW_DUPLICATE", "ROW_CONFLICT", "STUDENT_NO_SHARED",
			"CANDIDATE_NO_SHARED", "ID_SHARED", "ID_DOUBLE_REGISTRATION", "ID_NEAR_DUPLICATE", "PERSON_REPEATED",
			"ID_IN_EARLIER_COHORT", "MISSING_IN_PLATFORM", "MISSING_IN_ROSTER", "MISSING_IN_ADMISSION", "FIELD_DIFFERS",
			"FIELD_MISSING", "FIELD_FORMAT_ONLY", "FIELD_TRUNCATED", "FIELD_GLYPH", "KEY_DIFFERS", "LINK_PROBABLE",
			"NOT_SELF_CHECKED", "MISMATCH_NOT_CLAIMED", "CLAIM_SUPPORTED", "CLAIM_UNSUPPORTED", "CLAIM_ALREADY_CORRECT",
			"CLAIM_STALE", "CLAIM_CONFLICT", "CLAIM_DUPLICATE", "CLAIM_UNKNOWN_STUDENT", "CLAIM_OTHER_COLLEGE",
			"CLAIM_INVALID_VALUE", "CLAIM_NOT_CORRECTABLE", "CLAIM_EVIDENCE_MISSING", "CLAIM_LATE", "ACCOUNT_PROBLEM",
			"ACCOUNT_PROBLEM_UNRECOGNISED", "ACCOUNT_AUDIT_OVERDUE", "ACCOUNT_AUDIT_TOO_LATE", "ACCOUNT_LIMIT_REACHED",
			"ACCOUNT_EVIDENCE_REFUSED");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void threeHundredStudentsShowEveryCode(long seed) throws IOException {
		assertThat(codes(300, seed, GenerateSettings.USUAL_FAULTS)).isEqualTo(new TreeSet<>(CODES));
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 299, 300, 301, 1000 })
	void theGreatestRateLeavesRoomForEveryScenario(int students) throws IOException {
		assertThat(codes(students, 4, GenerateSettings.MOST_FAULTS)).contains("NOT_SELF_CHECKED");
	}

	@Test
	void withoutFaultsOnlyTheSelfCheckIsLeft() throws IOException {
		assertThat(codes(400, 1, 0)).containsExactly("NOT_SELF_CHECKED");
	}

	@Test
	void theSameSettingsGiveTheSameBytesAndAnotherSeedOthers() throws IOException {
		codes(200, 1, 0.05);
		Path again = this.folder.resolve("again");
		Generator.generate(new GenerateSettings(200, 1, 0.05), again);
		try (Stream<Path> files = Files.walk(again)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(file).hasSameBinaryContentAs(this.folder.resolve("first").resolve(again.relativize(file)));
			}
		}
		Path other = this.folder.resolve("other");
		Generator.generate(new GenerateSettings(200, 2, 0.05), other);
		assertThat(Files.mismatch(other.resolve("truth.csv"), again.resolve("truth.csv"))).isNotNegative();
	}

	@Test
	void theJobFileKnowsEveryCollegeAndAlias() throws Exception {
		codes(50, 1, 0);
		Campaign campaign = JobFiles.load(this.folder.resolve("first/jobs").resolve(Generator.CAMPAIGN + ".yml"));
		assertThat(campaign.name()).isEqualTo(Generator.CAMPAIGN);
		for (String[] college : Seats.COLLEGES) {
			for (String name : (college[0] + " " + college[2]).split(" ")) {
				assertThat(campaign.colleges().resolve(name).how()).isIn(Colleges.How.EXACT, Colleges.How.ALIAS);
			}
		}
	}

	@Test
	void settingsHaveLimits() {
		assertThatThrownBy(() -> new GenerateSettings(49, 1, 0)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new GenerateSettings(200_001, 1, 0)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new GenerateSettings(50, 1, 0.21)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new GenerateSettings(50, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
	}

	private Set<String> codes(int students, long seed, double faults) throws IOException {
		Path first = this.folder.resolve("first");
		Generator.generate(new GenerateSettings(students, seed, faults), first);
		return Files.readAllLines(first.resolve("truth.csv"))
			.stream()
			.skip(1)
			.map((line) -> line.substring(0, line.indexOf(',')))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void everyProvinceHasACodeForWhatIsClaimed() {
		assertThat(Population.provinces()).allSatisfy((province) -> assertThat(Claiming.ETHNIC_GROUPS)
			.allSatisfy((group) -> assertThat(new ProvinceCodes(province).apply("ethnic_group", group).text())
				.matches("\\d{1,2}")));
	}

}
