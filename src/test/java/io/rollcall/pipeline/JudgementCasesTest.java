package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.JobFiles;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.intake.StudentKeys;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import io.rollcall.run.RunRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of the judgement, as a registrar could read them: each code has a file in
 * {@code src/test/resources/cases/judgement} with small campaigns for which it fires and
 * near misses for which it must not. A row names only what differs from an ordinary
 * student; "-" takes a column away. {@code job} adds lines to the job file. {@code says}
 * is a part of a finding's detail; {@code registrar} names the findings that no college
 * reads.
 */
class JudgementCasesTest {

	private static final Path CASES = Path.of("src/test/resources/cases/judgement");

	private static final Path JOB = Cases.ungated();

	private static final Map<String, String> ORDINARY = Map.of("考生号", "20610000000001", "学号", "202001001", "姓名", "张三",
			"性别", "女", "出生日期", "19940823", "身份证号", "810000199408230021", "专业名称", "飞行器设计与工程", "学院", "飞行器学院", "民族", "汉族");

	@TempDir
	private static Path home;

	private static Database database;

	private static ConfigurableApplicationContext context;

	@TempDir
	private Path folder;

	record Case(String code, String title, LocalDate date, List<Map<String, String>> roster,
			List<Map<String, String>> platform, List<Map<String, String>> admission, List<Map<String, String>> enrolled,
			List<Map<String, String>> discrepancies, List<Map<String, String>> accounts, List<String> fires,
			String severity, String job, List<String> says, List<String> registrar) {

		Case {
			date = (date != null) ? date : LocalDate.of(2020, 11, 12);
			roster = (roster != null) ? roster : List.of(Map.of());
			platform = (platform != null) ? platform : List.of(Map.of());
			admission = (admission != null) ? admission : List.of();
			enrolled = (enrolled != null) ? enrolled : List.of();
			discrepancies = (discrepancies != null) ? discrepancies : List.of();
			accounts = (accounts != null) ? accounts : List.of();
			job = (job != null) ? job : "";
			says = (says != null) ? says : List.of();
			registrar = (registrar != null) ? registrar : List.of();
		}

		@Override
		public String toString() {
			return this.code + ": " + this.title;
		}

	}

	static Stream<Case> cases() throws IOException {
		List<Case> all = new ArrayList<>();
		try (Stream<Path> files = Files.list(CASES)) {
			for (Path file : files.sorted().toList()) {
				String code = file.getFileName().toString().replace(".yml", "");
				new YAMLMapper().readValue(file.toFile(), new TypeReference<List<Case>>() {
				})
					.forEach((one) -> all.add(new Case(code, one.title(), one.date(), one.roster(), one.platform(),
							one.admission(), one.enrolled(), one.discrepancies(), one.accounts(), one.fires(),
							one.severity(), one.job(), one.says(), one.registrar())));
			}
		}
		return all.stream();
	}

	@BeforeAll
	static void open() {
		database = TestDatabase.migrated();
		context = new SpringApplicationBuilder(CampaignRunJob.class)
			.properties(Map.of("rollcall.home", home.toString(), "spring.datasource.url", database.jdbcUrl(),
					"spring.datasource.username", database.user(), "spring.datasource.password", database.password()))
			.run();
	}

	@AfterAll
	static void close() {
		context.close();
		database.close();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void everyCaseFiresExactlyWhatItSays(Case one) throws Exception {
		Run run = judge(one);
		List<String> found = new ArrayList<>();
		List<String> hidden = new ArrayList<>();
		Map<String, String> details = new TreeMap<>();
		context.getBean(JdbcClient.class)
			.sql("select * from finding where campaign_id = ? and run_id = ?")
			.param(run.campaignId())
			.param(run.id())
			.query((row) -> {
				String finding = described(row.getString("code"), row.getString("field"), row.getString("student_no"),
						row.getString("candidate_no"), row.getString("student_key"), row.getString("name"));
				found.add(finding);
				details.merge(finding, row.getString("detail"), (first, second) -> first + "\n" + second);
				if (!row.getString("reader").equals("college")) {
					hidden.add(finding);
				}
				if (one.severity() != null && row.getString("code").equals(one.code())) {
					assertThat(row.getString("severity")).isEqualTo(one.severity());
				}
			});
		assertThat(found)
			.containsExactlyInAnyOrderElementsOf(one.fires().stream().map(JudgementCasesTest::spelled).toList());
		assertThat(hidden).as("read by the registrar only")
			.containsExactlyInAnyOrderElementsOf(one.registrar().stream().map(JudgementCasesTest::spelled).toList());
		for (String said : one.says()) {
			String[] parts = said.split(": ", 2);
			assertThat(details.get(spelled(parts[0]))).as(parts[0]).contains(parts[1]);
		}
	}

	@Test
	void studentsWhoShareTheirNumbersAreKnownByIdNumberAndName() throws Exception {
		List<Map<String, String>> two = List.of(Map.of(), Map.of("姓名", "李四", "身份证号", "81000019950101901X"));
		Run run = judge(new Case("", "", null, two, two, null, null, null, null, List.of(), null, null, null, null));
		StudentKeys keys = context.getBean(InstallationKey.class).studentKeys();
		assertThat(context.getBean(JdbcClient.class)
			.sql("select student_key from staged_student where run_id = ?")
			.param(run.id())
			.query(String.class)
			.list())
			.containsExactlyInAnyOrder(keys.spare("810000199408230021", "张三"), keys.spare("81000019950101901X", "李四"));
	}

	private Run judge(Case one) throws Exception {
		write("roster", one.roster());
		write("platform", one.platform());
		write("admission", one.admission());
		write("enrolled", one.enrolled());
		writeForm("discrepancies", one.discrepancies());
		writeForm("accounts", one.accounts());
		String job = Files.readString(JOB).replace("campaign: freshman-2020", "campaign: " + this.folder.getFileName())
				+ "\n" + one.job() + "\n";
		Path jobFile = Files.writeString(this.folder.resolve("case.yml"), job);
		return Judging.run(context, new RunRequest(jobFile, job, JobFiles.load(jobFile), one.date(),
				this.folder.resolve("input"), this.folder.resolve("output"), "", false));
	}

	@Test
	void everyCodeHasACaseThatFiresAndOneThatDoesNot() throws IOException {
		List<Case> all = cases().toList();
		assertThat(Catalogue.shipped().kinds())
			// Reviews answer a run: CaseNightsTest and the tests of returned workbooks
			// hold their cases.
			.filteredOn((kind) -> kind.rowRule() == null && !kind.code().equals("VALUE_NORMALISED")
					&& !kind.code().startsWith("REVIEW_"))
			.allSatisfy((kind) -> {
				List<Case> own = all.stream().filter((one) -> one.code().equals(kind.code())).toList();
				assertThat(own).as(kind.code()).anyMatch((one) -> fires(one, kind.code()));
				assertThat(own).as(kind.code()).anyMatch((one) -> !fires(one, kind.code()));
			});
	}

	private static boolean fires(Case one, String code) {
		return one.fires().stream().anyMatch((fired) -> fired.equals(code) || fired.startsWith(code + " "));
	}

	/** Code, field and student; "~" stands for no field. */
	private static String described(String code, String field, String studentNo, String candidateNo, String key,
			String name) {
		String student = key.startsWith("F:") ? key.substring(2, key.indexOf(':', 2))
				: !studentNo.isEmpty() ? studentNo : !candidateNo.isEmpty() ? candidateNo : name;
		return code + " " + (field.isEmpty() ? "~" : field) + " " + student;
	}

	private static String spelled(String fired) {
		String[] words = fired.split(" ");
		return words[0] + " " + ((words.length > 1) ? words[1] : "~") + " "
				+ ((words.length > 2) ? words[2] : "202001001");
	}

	/**
	 * A form has the columns that its rows name, and the student number of the ordinary
	 * student.
	 */
	private void writeForm(String role, List<Map<String, String>> rows) throws IOException {
		if (rows.isEmpty()) {
			return;
		}
		Path input = Files.createDirectories(this.folder.resolve("input").resolve(role));
		Set<String> headers = new LinkedHashSet<>(List.of("学号"));
		rows.forEach((row) -> headers.addAll(row.keySet()));
		StringBuilder text = new StringBuilder(String.join(",", headers)).append('\n');
		for (Map<String, String> row : rows) {
			text.append(String.join(",",
					headers.stream()
						.map((header) -> '"' + row.getOrDefault(header, header.equals("学号") ? "202001001" : "") + '"')
						.toList()))
				.append('\n');
		}
		Files.writeString(input.resolve("form.csv"), text);
	}

	private void write(String role, List<Map<String, String>> rows) throws IOException {
		Path input = Files.createDirectories(this.folder.resolve("input").resolve(role));
		if (rows.isEmpty()) {
			return;
		}
		Set<String> headers = new LinkedHashSet<>(ORDINARY.keySet());
		if (role.equals("platform")) {
			headers.add("查询时间");
		}
		rows.forEach((row) -> headers.addAll(row.keySet()));
		rows.forEach((row) -> row.forEach((header, value) -> {
			if (value.equals("-")) {
				headers.remove(header);
			}
		}));
		StringBuilder text = new StringBuilder(String.join(",", headers)).append('\n');
		for (Map<String, String> row : rows) {
			Map<String, String> whole = new LinkedHashMap<>(ORDINARY);
			whole.put("查询时间", "20201110");
			if (role.equals("admission")) {
				whole.put("性别", "2");
			}
			whole.putAll(row);
			text.append(String.join(",",
					headers.stream().map((header) -> '"' + whole.getOrDefault(header, "") + '"').toList()))
				.append('\n');
		}
		Files.writeString(input.resolve("case.csv"), text);
	}

}
