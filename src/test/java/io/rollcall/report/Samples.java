package io.rollcall.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.CollegeFacts;
import io.rollcall.facts.InputRow;
import io.rollcall.facts.NightChange;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.NoticeRow;
import io.rollcall.facts.Provenance;
import io.rollcall.facts.Receipt;
import io.rollcall.facts.RowCounts;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SchoolFacts;
import io.rollcall.facts.SelfCheckRow;
import io.rollcall.facts.SelfChecks;
import io.rollcall.facts.TrendRow;

/** An invented run for the tests of this package. */
public final class Samples {

	static final Legend LEGEND = new SampleLegend();

	/** What the night changed. */
	static final NightChange CHANGE = new NightChange(3, 6, 1, 2, 4, 0, 0, 2, 1, 1);

	private Samples() {
	}

	public static RunFacts run() {
		return run(false);
	}

	static RunFacts unmaskedRun() {
		return run(true);
	}

	private static RunFacts run(boolean unmasked) {
		Map<String, RowCounts> rows = new LinkedHashMap<>();
		rows.put("roster", new RowCounts(1204, 1200, 2, 2));
		rows.put("platform", new RowCounts(1199, 1198, 1, 0));
		rows.put("admission", new RowCounts(1210, 1210, 0, 0));
		return new RunFacts("freshman-2020", "2020级新生学籍自查", LocalDate.of(2020, 11, 10), 2, "published",
				OffsetDateTime.parse("2020-11-10T02:13:05+08:00"),
				Optional.of(OffsetDateTime.parse("2020-11-10T02:13:17.345+08:00")),
				Optional.of(LocalDate.of(2020, 11, 20)), Optional.of(LocalDate.of(2020, 11, 18)), rows, true,
				"教务系统、学信网平台、录取数据三方比对", inputs(), notices(), unmasked, 14);
	}

	private static List<InputRow> inputs() {
		return List.of(new InputRow("roster", "甲/学生名单.xlsx", "ab".repeat(32), 123_456, 1204, InputRow.READ, ""),
				new InputRow("platform", "export.dbf", "cd".repeat(32), 99, 1199, InputRow.READ, ""),
				new InputRow("admission", "坏.xlsx", "ef".repeat(32), 7, 0, InputRow.REFUSED, "文件已加密，请取消密码后重新导出"));
	}

	private static List<NoticeRow> notices() {
		return List.of(new NoticeRow("roster", "甲/学生名单.xlsx", "HIDDEN_SHEET", "隐藏的工作表“旧名单”未读取"));
	}

	static CollegeFacts college(String name, SampleRows rows) {
		Map<String, Long> students = new LinkedHashMap<>();
		students.put("roster", 204L);
		students.put("platform", 203L);
		students.put("admission", 204L);
		return new CollegeFacts(name, students, new Receipt(204, 2, 1, 4, 3), Optional.of(LocalDate.of(2020, 11, 9)),
				standing(rows.waiting(), CHANGE), selfChecks(name));
	}

	/** Whom a case waits for, as the figures of a night name it. */
	private static String waitsFor(CaseRow row) {
		return switch (row.state()) {
			case "open", "reopened" -> switch (row.college().answer()) {
				case "PENDING" -> "evidence";
				case "NO_PROBLEM", "UNSURE" -> "registrar";
				default -> "college";
			};
			case "college-confirmed", "college-rejected" -> "registrar";
			case "registrar-approved" -> "handover";
			case "sent" -> "platform";
			default -> "nobody";
		};
	}

	/** The figures of cases, as the night that found them counts them. */
	static NightStanding standing(Collection<CaseRow> cases, NightChange change) {
		Map<String, Long> waits = cases.stream()
			.collect(Collectors.groupingBy(Samples::waitsFor, Collectors.counting()));
		long errors = cases.stream().filter((row) -> row.problem().severity().equals("E")).count();
		return new NightStanding(errors, cases.size() - errors,
				cases.stream().mapToInt(CaseRow::ageDays).max().orElse(0),
				cases.stream().mapToLong(CaseRow::ageDays).sum(),
				cases.stream().filter((row) -> !row.college().isEmpty()).count(),
				new NightStanding.Waits(waits.getOrDefault("college", 0L), waits.getOrDefault("evidence", 0L),
						waits.getOrDefault("registrar", 0L), waits.getOrDefault("handover", 0L), 0, 0, 0),
				change);
	}

	private static List<SelfCheckRow> selfChecks(String college) {
		return List.of(new SelfCheckRow(college, "会计学", "会计2001", 100, Optional.of(75L), 0, 1, 0, 0, 0, 0, 2, 1, 0, 0),
				new SelfCheckRow(college, "会计学", "会计2002", 100, Optional.of(80L), 0, 0, 0, 1, 0, 0, 0, 0, 1, 2));
	}

	static SchoolFacts school(SampleRows rows, String... colleges) {
		SelfChecks checks = new SelfChecks(List.of(colleges),
				Stream.of(colleges).flatMap((college) -> selfChecks(college).stream()).toList());
		Provenance provenance = new Provenance(Map.of("rollcall", "0.1.0"), Map.of("FIELD_DIFFERS", "E"), "job.yml",
				"ab".repeat(32), Map.of("link_threshold", "6.0"), Map.of());
		List<TrendRow> nights = List.of(new TrendRow(LocalDate.of(2020, 11, 9), 12, 30, 2, 400, Optional.of(200L)),
				new TrendRow(LocalDate.of(2020, 11, 10), 10, 25, 1, 400, Optional.of(310L)));
		Map<String, NightStanding> standings = new LinkedHashMap<>();
		rows.waiting()
			.stream()
			.collect(Collectors.groupingBy((row) -> row.student().college()))
			.forEach((college, cases) -> standings.put(college,
					standing(cases, college.equals(colleges[0]) ? CHANGE : NightChange.NONE)));
		Map<String, Long> told = standings.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().toDo()));
		return new SchoolFacts(new Receipt(400, 4, 2, 8, 6), Optional.empty(), standings, told, checks, nights,
				provenance);
	}

	/** What happened to a case of a student of the first college. */
	public static CaseEventRow event(String kind, String field, String oldValue, String newValue) {
		return new CaseEventRow(LocalDate.of(2020, 11, 10), "c1", "FIELD_DIFFERS", "计算机学院", "2020010001", "测试甲", field,
				kind, "open", "college-confirmed", oldValue, newValue, "王老师", Optional.of(LocalDate.of(2020, 11, 9)),
				"已核实", "reviews:甲.xlsx#待处理!F2");
	}

	private static final class SampleLegend implements Legend {

		private static final Map<String, String> TITLES = Map.of("FIELD_DIFFERS", "信息不一致", "MISSING_IN_PLATFORM",
				"学信网查不到学籍", "ID_CHECKSUM", "证件号校验位有误", "VALUE_NORMALISED", "单元格已清洗", "FIELD_MISSING", "一方缺少信息");

		private static final Map<String, String> FIELDS = Map.of("name", "姓名", "birth_date", "出生日期", "id_no", "证件号码",
				"sex", "性别", "major_name", "专业");

		@Override
		public List<String> codes() {
			return List.of("FIELD_DIFFERS", "ID_CHECKSUM");
		}

		@Override
		public String severity(String code) {
			return "E";
		}

		@Override
		public String example(String code) {
			return "如：" + code;
		}

		@Override
		public String title(String code) {
			return TITLES.getOrDefault(code, code);
		}

		@Override
		public String explanation(String code) {
			return "同一名学生的该项信息在各来源之间不同，归一化之后仍不相等。";
		}

		@Override
		public String action(String code) {
			return "请与学生本人核实，以录取数据为准；确需更正的，备齐佐证材料后报学籍管理科。";
		}

		@Override
		public String fieldLabel(String field) {
			return FIELDS.getOrDefault(field, field);
		}

		@Override
		public boolean isDate(String field) {
			return field.equals("birth_date");
		}

	}

}
