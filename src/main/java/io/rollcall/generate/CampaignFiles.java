package io.rollcall.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rollcall.campaign.SourceRole;
import io.rollcall.generate.SourceFile.Column;

/**
 * The files of all sources. A file is opened when its first row comes, so that a small
 * campaign has no empty ones.
 */
final class CampaignFiles implements Closeable {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final String TITLE = "西安航空学院2020级新生名单";

	private static final List<Column> ROSTER = Column.of("序号:# 学号:student_no 考生号:candidate_no 姓名:name 性别:sex "
			+ "出生日期:birth_date 证件类型:id_type 身份证号:id_no 民族:ethnic_group 政治面貌:political_status 学院:college "
			+ "专业代码:major_code 专业名称:major_name 班级:class_no 层次:level 学制:study_length 学习形式:study_form "
			+ "入学日期:entry_date 预计毕业日期:expected_graduation_date 年级:current_grade 准考证号:exam_ticket_no "
			+ "入学状态:entry_state 异动类型:change_type 文号:document_no 批准日期:approval_date 联系电话:");

	private static final List<Column> OTHER_ROSTER = Column.of("考生号:candidate_no 准考证号码:exam_ticket_no 学生学号:student_no "
			+ "学生姓名:name 性别:sex 民族:ethnic_group 出生日期:birth_date 身份证件类型:id_type 证件号码:id_no "
			+ "政治面貌:political_status 所属学院:college 专业:major_name 专业代码:major_code 行政班级:class_no 培养层次:level "
			+ "学制:study_length 学习形式:study_form 入学时间:entry_date 预计毕业时间:expected_graduation_date 所在年级:current_grade "
			+ "报到状态:entry_state 异动类型:change_type 文号:document_no 批准日期:approval_date 手机号码:");

	private static final List<Column> PLATFORM = Column.of("KSH:candidate_no SYSSDM:source_province_code XH:student_no "
			+ "XM:name XB:sex CSRQ:birth_date SFZH:id_no ZZMM:political_status MZ:ethnic_group YXDM:=11736 "
			+ "YXMC:=西安航空学院 ZYDM:major_code ZYMC:major_name FY:college XSH: BH:class_no CC:level XZ:study_length "
			+ "XXXS:study_form DQSZJ:current_grade RXRQ:entry_date YJBYRQ:expected_graduation_date "
			+ "ZCZT:registration_status SX: XGSJ: CXSJ:viewed_at ZP: BZ:");

	private static final List<Column> ADMISSION = Column.of("KSH:candidate_no ZKZH:exam_ticket_no XM:name XBDM:sex "
			+ "CSRQ:birth_date ZZMMDM:political_status MZDM:ethnic_group KSLBDM:=1 ZJLXDM:id_type ZJHM:id_no TXDZ: LXSJ: "
			+ "PCDM:=1 KLDM:=5 LQZYDM:admitted_major_code SFDM:source_province_code");

	private static final int[] ADMISSION_WIDTHS = { 14, 10, 50, 2, 8, 2, 2, 1, 1, 20, 20, 11, 1, 1, 4, 2 };

	private static final List<Column> RETURNED = Column.of("考生号:candidate_no 准考证号:exam_ticket_no 姓名:name 性别:sex "
			+ "出生日期:birth_date 民族:ethnic_group 政治面貌:political_status 证件类型:id_type 身份证号:id_no "
			+ "省份:source_province_code 入学状态:entry_state");

	private static final List<Column> ENROLLED = Column
		.of("学号:student_no 姓名:name 性别:sex 出生日期:birth_date " + "身份证号:id_no 学院:college 年级:current_grade");

	/** Colleges up to this one are in the platform's first file. */
	private static final int FIRST_HALF = 6;

	private final Path input;

	private final Map<String, SourceFile> open = new TreeMap<>();

	CampaignFiles(Path input) {
		this.input = input;
	}

	/** The file in which a student's row of a source stands. */
	SourceFile file(Student student, View view) {
		int college = Seats.numberOf(Seats.college(student.get("college")));
		return switch (view.role()) {
			case ROSTER -> (view.isLate() || student.route() == Student.Route.LATE) ? file(view.role(), "补录名单.xls")
					: roster(college);
			case PLATFORM -> file(view.role(), switch (student.route()) {
				case MARKED, RETURNED -> "学信网入学状态名单.xls";
				default -> (college <= FIRST_HALF) ? "学信网导出1.csv" : "学信网导出2.xlsx";
			});
			case ADMISSION -> file(view.role(), (student.route() == Student.Route.RETURNED) ? "往年录取恢复入学.csv"
					: student.get("source_province_code") + "/T_TDD.dbf");
			case ENROLLED -> enrolled();
			case DISCREPANCIES, ACCOUNTS, REVIEWS -> throw new IllegalArgumentException("no student record");
		};
	}

	SourceFile enrolled() {
		return file(SourceRole.ENROLLED, "在校生.csv");
	}

	List<SourceFile> all() {
		return new ArrayList<>(this.open.values());
	}

	private SourceFile roster(int college) {
		return file(SourceRole.ROSTER, switch (college) {
			case 1, 2, 5 -> "2020级新生_航空机械.xlsx";
			case 3, 4 -> "2020级新生_电子信息.xlsx";
			case 6 -> "2020级新生_材料.xlsx";
			default -> "2020级新生_经管文理.xlsx";
		});
	}

	private SourceFile file(SourceRole role, String path) {
		return this.open.computeIfAbsent(role.word() + "/" + path, (key) -> {
			try {
				Path file = this.input.resolve(key);
				Files.createDirectories(file.getParent());
				return create(role, path, file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static SourceFile create(SourceRole role, String path, Path file) throws IOException {
		return switch (path) {
			case "2020级新生_航空机械.xlsx" -> xlsx(role, path, file, ROSTER, Notation.HYPHENS, TITLE, true, false);
			case "2020级新生_电子信息.xlsx" -> xlsx(role, path, file, OTHER_ROSTER, Notation.STROKES, TITLE, false, true);
			case "2020级新生_材料.xlsx" -> xlsx(role, path, file, ROSTER, Notation.CHINESE, "", false, false);
			case "2020级新生_经管文理.xlsx" -> xlsx(role, path, file, ROSTER, Notation.CELLS, TITLE, true, false);
			case "补录名单.xls" ->
				new SourceFile(role, path, ROSTER, Notation.PLAIN, new XlsTable(file, "补录", Column.headers(ROSTER)));
			case "学信网导出1.csv" -> csv(role, path, file, PLATFORM, GB18030);
			case "学信网导出2.xlsx" -> xlsx(role, path, file, PLATFORM.stream()
				.map((column) -> new Column(column.header().toLowerCase(java.util.Locale.ROOT), column.content()))
				.toList(), Notation.PLAIN, "", false, false);
			case "学信网入学状态名单.xls" -> marked(role, path, file);
			case "往年录取恢复入学.csv" -> csv(role, path, file, RETURNED, GB18030);
			case "在校生.csv" -> csv(role, path, file, ENROLLED, StandardCharsets.UTF_8);
			default -> delivery(role, path, file);
		};
	}

	/**
	 * The platform's columns and one more: its list of students who did not enter as
	 * usual.
	 */
	private static SourceFile marked(SourceRole role, String path, Path file) {
		List<Column> columns = new ArrayList<>(PLATFORM);
		columns.add(new Column("入学状态", "entry_state"));
		return new SourceFile(role, path, columns, Notation.PLAIN, new XlsTable(file, "入学状态", Column.headers(columns)));
	}

	private static SourceFile xlsx(SourceRole role, String path, Path file, List<Column> columns, Notation notation,
			String title, boolean total, boolean draft) throws IOException {
		XlsxTable.Shape shape = new XlsxTable.Shape("2020级新生", title, Column.headers(columns), total, draft);
		return new SourceFile(role, path, columns, notation, new XlsxTable(file, shape));
	}

	private static SourceFile csv(SourceRole role, String path, Path file, List<Column> columns, Charset charset)
			throws IOException {
		boolean mark = charset.equals(StandardCharsets.UTF_8);
		return new SourceFile(role, path, columns, Notation.PLAIN,
				new CsvOutput(file, charset, mark, Column.headers(columns)));
	}

	private static SourceFile delivery(SourceRole role, String path, Path file) throws IOException {
		Map<String, Integer> fields = new LinkedHashMap<>();
		for (int i = 0; i < ADMISSION.size(); i++) {
			fields.put(ADMISSION.get(i).header(), ADMISSION_WIDTHS[i]);
		}
		ProvinceCodes codes = new ProvinceCodes(path.substring(0, path.indexOf('/')));
		codes.write(file.getParent());
		DbfTable table = new DbfTable(file, fields);
		table.deleted();
		return new SourceFile(role, path, ADMISSION, codes, table);
	}

	/** Files that a run passes over or refuses, as they lie in every real folder. */
	void oddFiles() throws IOException {
		Path home = this.input.resolve("admission").resolve(Population.provinces().get(0));
		Files.createDirectories(home);
		for (String name : List.of("t_jhk.dbf", "T_KSJL.dbf")) {
			new DbfTable(home.resolve(name), Map.of("DM", 2)).close();
		}
		Files.createDirectories(this.input.resolve("roster"));
		Files.writeString(this.input.resolve("roster/填表说明.pdf"), "%PDF-1.4\n");
	}

	@Override
	public void close() throws IOException {
		for (SourceFile file : this.open.values()) {
			file.close();
		}
	}

}
