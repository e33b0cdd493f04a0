package io.rollcall.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rollcall.generate.SourceFile.Column;

/**
 * The files that colleges and students send in. As with {@link CampaignFiles}, a file is
 * opened when its first row comes.
 */
final class FormFiles implements Closeable {

	private static final List<Column> CLAIMS = Column.of("序号:# 学院:college 学号:student_no 考生号:candidate_no 姓名:name "
			+ "有误字段:wrong_field 学信网信息:said 正确信息:right 差异原因:reason 佐证材料:evidence 学院审核意见:opinion 审核人:reviewer "
			+ "审核日期:reviewed_on 备注:remark");

	private static final List<Column> OTHER_CLAIMS = Column.of("学号:student_no 姓名:name 考生号:candidate_no 学院:college "
			+ "有误字段:wrong_field 学信网显示:said 学生申报正确信息:right 差异原因:reason 佐证材料:evidence 学院审核结论:opinion 审核人:reviewer "
			+ "审核日期:reviewed_on 备注:remark");

	private static final List<Column> WIDE = Column.of("学院:college 学号:student_no 姓名:name 正确姓名:right:name "
			+ "正确身份证号:right:id_no 正确出生日期:right:birth_date 正确民族:right:ethnic_group 佐证材料:evidence 审核日期:reviewed_on");

	private static final List<Column> OTHER_WIDE = Column.of("学院:college 学号:student_no 姓名:name 姓名（正确）:right:name "
			+ "身份证号（正确）:right:id_no 出生日期（正确）:right:birth_date 民族（正确）:right:ethnic_group 佐证材料:evidence "
			+ "审核日期:reviewed_on");

	private static final List<Column> ACCOUNTS = Column.of("学院:college 学号:student_no 姓名:name 问题类型:problem 提示信息:prompt "
			+ "发生日期:happened_on 上传日期:uploaded_on 审核状态:audit_state 累计上传次数:uploads_total 今日上传次数:uploads_today "
			+ "今日求助次数:helps_today 照片张数:photo_count 照片类型:photo_type 照片大小:photo_size 备注:remark");

	private static final String ALL_CLAIMS = "经管文理_差异汇总.csv";

	private static final String WIDE_FILE = "多项更正_理工.xlsx";

	private static final String OTHER_WIDE_FILE = "多项更正_经管文理.xlsx";

	private static final String ACCOUNT_BOOK = "账号问题登记_理工.xlsx";

	private static final String ACCOUNT_LIST = "账号问题登记_经管文理.csv";

	/** Colleges up to this one send workbooks, the others share one list. */
	private static final int WITH_WORKBOOKS = 6;

	private final Path input;

	private final Map<String, FormFile> open = new TreeMap<>();

	FormFiles(Path input) {
		this.input = input;
	}

	/** The file into which a row's college writes it. */
	FormFile file(FormEntry row) {
		String college = Seats.official(row.get("college"));
		int number = Seats.numberOf(Seats.college(college));
		boolean book = number <= WITH_WORKBOOKS;
		String path = switch (row.form()) {
			case CLAIMS -> book ? college + "_差异汇总表.xlsx" : ALL_CLAIMS;
			case WIDE_CLAIMS -> book ? WIDE_FILE : OTHER_WIDE_FILE;
			case ACCOUNTS -> book ? ACCOUNT_BOOK : ACCOUNT_LIST;
		};
		return this.open.computeIfAbsent(row.form().role() + "/" + path, (key) -> {
			try {
				Path file = this.input.resolve(key);
				Files.createDirectories(file.getParent());
				return create(path, file, college, number);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static FormFile create(String path, Path file, String college, int number) throws IOException {
		return switch (path) {
			case ALL_CLAIMS -> csv(path, file, CLAIMS, Charset.forName("GB18030"));
			case ACCOUNT_LIST -> csv(path, file, ACCOUNTS, StandardCharsets.UTF_8);
			case WIDE_FILE -> book(path, file, WIDE, Notation.PLAIN, "学籍信息多项更正汇总");
			case OTHER_WIDE_FILE -> book(path, file, OTHER_WIDE, Notation.CHINESE, "学籍信息多项更正汇总");
			case ACCOUNT_BOOK -> book(path, file, ACCOUNTS, Notation.CELLS, "学信网账号问题登记表");
			default -> claims(path, file, college, number);
		};
	}

	/** Each college has its own habits. */
	private static FormFile claims(String path, Path file, String college, int number) throws IOException {
		String title = college + "2020级新生学籍信息自查差异汇总表";
		return switch (number % 4) {
			case 0 -> book(path, file, CLAIMS, Notation.CHINESE, title);
			case 1 -> book(path, file, CLAIMS, Notation.HYPHENS, title);
			case 2 -> book(path, file, OTHER_CLAIMS, Notation.STROKES, title);
			default -> book(path, file, OTHER_CLAIMS, Notation.CELLS, title);
		};
	}

	private static FormFile book(String path, Path file, List<Column> columns, Notation notation, String title)
			throws IOException {
		XlsxTable.Shape shape = new XlsxTable.Shape("汇总", title, Column.headers(columns), true, false);
		return new FormFile(path, columns, notation, new XlsxTable(file, shape));
	}

	private static FormFile csv(String path, Path file, List<Column> columns, Charset charset) throws IOException {
		boolean mark = charset.equals(StandardCharsets.UTF_8);
		return new FormFile(path, columns, Notation.PLAIN, new CsvOutput(file, charset, mark, Column.headers(columns)));
	}

	@Override
	public void close() throws IOException {
		for (FormFile file : this.open.values()) {
			file.close();
		}
	}

}
