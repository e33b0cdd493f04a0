package io.rollcall.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.text.Messages;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of the row rules, as a registrar could read them: each code has a file in
 * {@code src/test/resources/cases} with rows for which it fires and near misses for which
 * it must not.
 */
class RuleCasesTest {

	private static final Path CASES = Path.of("src/test/resources/cases");

	private static final Map<String, String> CLEAN = Map.of("考生号", "20610000000001", "学号", "202001001", "姓名", "张三",
			"性别", "女", "出生日期", "19940823", "身份证号", "810000199408230021", "专业名称", "飞行器设计与工程", "学院", "飞行器学院", "民族", "汉族");

	@TempDir
	private Path folder;

	record Case(String title, String role, Map<String, String> row, List<String> numbers,
			List<Map<String, String>> beside, List<String> fires, String code) {

		Case {
			role = (role != null) ? role : "roster";
			row = (row != null) ? row : Map.of();
			numbers = (numbers != null) ? numbers : List.of();
			beside = (beside != null) ? beside : List.of();
			fires = (fires != null) ? fires : List.of();
		}

		@Override
		public String toString() {
			return this.code + ": " + this.title;
		}

	}

	static Stream<Case> cases() throws IOException {
		List<Case> all = new ArrayList<>();
		try (Stream<Path> files = Files.list(CASES)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				String code = file.getFileName().toString().replace(".yml", "");
				YAMLMapper mapper = new YAMLMapper();
				for (Case one : mapper.readValue(file.toFile(), new TypeReference<List<Case>>() {
				})) {
					all.add(new Case(one.title(), one.role(), one.row(), one.numbers(), one.beside(), one.fires(),
							code));
				}
			}
		}
		return all.stream();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void everyCaseFiresExactlyWhatItSays(Case one) throws Exception {
		assertThat(findings(one)).containsExactlyInAnyOrderElementsOf(one.fires());
	}

	@Test
	void everyCodeHasACaseThatFiresAndOneThatDoesNot() throws IOException {
		List<Case> all = cases().toList();
		assertThat(Catalogue.shipped().kinds()).filteredOn((kind) -> kind.rowRule() != null).allSatisfy((kind) -> {
			List<Case> own = all.stream().filter((one) -> one.code().equals(kind.code())).toList();
			assertThat(own).as(kind.code()).anyMatch((one) -> fires(one, kind.code()));
			assertThat(own).as(kind.code()).anyMatch((one) -> !fires(one, kind.code()));
		});
	}

	private static boolean fires(Case one, String code) {
		return one.fires().stream().anyMatch((fired) -> fired.equals(code) || fired.startsWith(code + " "));
	}

	private Set<String> findings(Case one) throws Exception {
		Campaign campaign = JobFiles.load(Path.of("jobs/freshman-2020.yml"));
		Path file = write(one);
		SourceRole role = SourceRole.of(one.role()).orElseThrow();
		InputFile input = new InputFile(role, "case.xlsx", file, FileContent.of(file));
		Set<String> found = new LinkedHashSet<>();
		IntakeSettings settings = new IntakeSettings(campaign, LocalDate.of(2020, 11, 12), false, Messages.of("zh"));
		FileOutcome outcome = new FileIntake(input, settings).read(Map.of(), new IntakeSink() {

			@Override
			public void record(ParsedRow row, List<Mark> marks) {
				if (row.row().number() == 2) {
					marks.forEach((mark) -> found.add(mark.code() + " " + mark.field()));
				}
			}

			@Override
			public void reject(Reject reject) {
				if (reject.row() == 2) {
					found.add(reject.reason().name());
				}
			}

			@Override
			public void forget() {
				found.clear();
			}

		});
		assertThat(outcome.refusal()).isEmpty();
		outcome.marks().forEach((mark) -> found.add(mark.code() + " " + mark.field()));
		return found;
	}

	private Path write(Case one) throws IOException {
		Path file = this.folder.resolve("case.xlsx");
		List<Map<String, String>> rows = new ArrayList<>();
		rows.add(merged(one.row()));
		one.beside().forEach((row) -> rows.add(merged(row)));
		List<String> headers = new ArrayList<>(rows.get(0).keySet());
		try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "case", "1.0")) {
			Worksheet sheet = book.newWorksheet("名单");
			for (int column = 0; column < headers.size(); column++) {
				sheet.value(0, column, headers.get(column).startsWith("多余") ? "" : headers.get(column));
				for (int row = 0; row < rows.size(); row++) {
					String value = rows.get(row).getOrDefault(headers.get(column), "");
					if (row == 0 && one.numbers().contains(headers.get(column))) {
						sheet.value(1, column, Double.valueOf(value));
					}
					else if (!value.isEmpty()) {
						sheet.value(row + 1, column, value);
					}
				}
			}
		}
		return file;
	}

	/** A case names only what matters; a value of "-" leaves the whole column out. */
	private static Map<String, String> merged(Map<String, String> row) {
		Map<String, String> all = new java.util.TreeMap<>(CLEAN);
		all.putAll(row);
		all.values().removeIf("-"::equals);
		return all;
	}

}
