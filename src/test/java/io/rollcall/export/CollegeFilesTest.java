package io.rollcall.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CollegeFilesTest {

	@Test
	void ordinaryNamesStayAsTheyAre() {
		assertThat(CollegeFiles.names(List.of("计算机学院", "MBA中心", "")))
			.isEqualTo(Map.of("计算机学院", "计算机学院.xlsx", "MBA中心", "MBA中心.xlsx", "", "未归属.xlsx"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../x", "..", ".", "a/b", "a\\b", "C:x", "~$学院", " 学院", "学院 ", "学院.", "CON", "a\u202Eb",
			"a\nb", "。*?\"<>|" })
	void awkwardNamesBecomeOneHarmlessFileName(String college) {
		String name = CollegeFiles.names(List.of(college)).get(college);
		assertThat(Path.of("colleges").resolve(name).normalize().getParent()).isEqualTo(Path.of("colleges"));
		assertThat(name).matches("[^/\\\\:*?\"<>|\\p{Cntrl}\u202E]+-[0-9a-f]{6}\\.xlsx").doesNotMatch("[.~\\s].*");
	}

	@Test
	void namesThatFallTogetherAreKeptApart() {
		List<String> colleges = new ArrayList<>(List.of("a/b", "a:b", "ABC", "abc", "未归属", ""));
		Map<String, String> names = CollegeFiles.names(colleges);
		assertThat(names.values().stream().map(String::toLowerCase)).doesNotHaveDuplicates().hasSize(6);
		assertThat(names).containsEntry("", "未归属.xlsx");
		Collections.reverse(colleges);
		assertThat(CollegeFiles.names(colleges)).isEqualTo(names);
	}

	@Test
	void aCollegeNeverTakesTheFileOfTheUnassigned() {
		assertThat(CollegeFiles.names(List.of("未归属")).get("未归属")).isNotEqualTo(CollegeFiles.UNASSIGNED);
	}

	@Test
	void longNamesFitTheFileSystem() {
		String one = "学".repeat(100);
		String two = one + "院";
		Map<String, String> names = CollegeFiles.names(List.of(one, two));
		assertThat(names.values()).doesNotHaveDuplicates()
			.allMatch((name) -> name.getBytes(StandardCharsets.UTF_8).length < 240);
	}

	@Test
	void datedNamesTellCampaignCollegeAndRun() {
		assertThat(CollegeFiles.dated("freshman-2020", "飞行器学院.xlsx", "2020-11-12-1"))
			.isEqualTo("freshman-2020_飞行器学院_2020-11-12-1.xlsx");
		String longest = CollegeFiles.dated("年".repeat(60), "学".repeat(66) + ".xlsx", "2020-11-12-100000");
		assertThat(longest.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
		assertThat(longest).startsWith("年").endsWith("_2020-11-12-100000.xlsx");
	}

}
