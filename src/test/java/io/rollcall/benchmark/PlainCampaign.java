package io.rollcall.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Three plain sources of twenty columns and the claims of a share of their students, for
 * timing only: invented people, the same for the same seed. Of each twenty students one
 * has a changed field in the roster or at the platform.
 */
final class PlainCampaign {

	static final List<String> ROSTER = List.of("学号", "考生号", "姓名", "性别", "出生日期", "身份证号码", "民族", "政治面貌", "学院", "专业代码",
			"专业名称", "班级", "层次", "学制", "学习形式", "入学日期", "预计毕业日期", "注册状态", "手机", "备注");

	static final List<String> PLATFORM = List.of("KSH", "XH", "XM", "XB", "CSRQ", "SFZH", "MZ", "ZZMM", "XY", "ZYDM",
			"ZYMC", "BJ", "CC", "XZ", "XXXS", "RXRQ", "YJBYRQ", "XJZT", "CXSJ", "BZ");

	static final List<String> ADMISSION = List.of("KSH", "XM", "XB", "CSRQ", "ZJHM", "MZMC", "ZZMMMC", "YXMC", "ZYDM",
			"ZYMC", "CCMC", "XZ", "XXXSMC", "LQRQ", "KLMC", "PCMC", "JHXZ", "TXDZ", "YZBM", "BZ");

	private static final List<String> CLAIMS = List.of("学院", "学号", "姓名", "有误字段", "学信网信息", "正确信息", "差异原因", "佐证材料",
			"审核日期");

	private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余";

	private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉玲建红英华慧佳欣怡子涵宇轩梓萱浩然思远雨晨博雅";

	private static final List<String> COLLEGES = List.of("飞行器学院", "机械工程学院", "电子工程学院", "计算机学院", "车辆工程学院", "材料工程学院",
			"经济管理学院", "外国语学院", "理学院", "人文学院");

	private static final List<String> MAJORS = List.of("飞行器设计与工程", "机械设计制造及其自动化", "电子信息工程", "软件工程", "交通运输", "材料科学与工程",
			"财务管理", "英语", "信息与计算科学", "汉语言文学");

	private static final List<String> DIVISIONS = List.of("610104", "610302", "410102", "420102", "500101", "620102",
			"130102", "320102", "440103", "450102");

	private static final LocalDate FIRST_BIRTH = LocalDate.of(2001, 6, 1);

	private final Random random = new Random(3);

	private final Path input;

	private final int students;

	PlainCampaign(Path input, int students) {
		this.input = input;
		this.students = students;
	}

	/**
	 * Writes the files.
	 * @param rosterAsWorkbook whether the roster is an {@code .xlsx}
	 * @throws IOException when they cannot be written
	 */
	void write(boolean rosterAsWorkbook) throws IOException {
		try (Sheet roster = sheet("roster", ROSTER, rosterAsWorkbook);
				Sheet platform = sheet("platform", PLATFORM, false);
				Sheet admission = sheet("admission", ADMISSION, false);
				Sheet claims = sheet("discrepancies", CLAIMS, false)) {
			for (int i = 0; i < this.students; i++) {
				student(i, roster, platform, admission, claims);
			}
		}
	}

	private void student(int i, Sheet roster, Sheet platform, Sheet admission, Sheet claims) throws IOException {
		boolean male = i % 2 == 1;
		// No two of a million share number and day of birth.
		String born = FIRST_BIRTH.plusDays(i / 10 / 499 % 600).toString().replace("-", "");
		String id = ReadingBenchmark.withCheck(
				DIVISIONS.get(i % 10) + born + String.format(Locale.ROOT, "%03d", i / 10 % 499 * 2 + (male ? 1 : 0)));
		String name = "" + pick(SURNAMES) + pick(GIVEN) + pick(GIVEN);
		String sex = male ? "男" : "女";
		String no = String.format(Locale.ROOT, "2020%02d%07d", i % 10, i);
		String candidate = String.format(Locale.ROOT, "20%s%010d", id.substring(0, 2), i);
		String college = COLLEGES.get(i % 10);
		String major = MAJORS.get(i % 10);
		String code = String.format(Locale.ROOT, "08%02d01", i % 10);
		String group = major.substring(0, 2) + "20" + String.format(Locale.ROOT, "%02d", 1 + i / 10 % 40);
		String[] own = { no, candidate, name, sex, born, id, "汉族", "共青团员", college, code, major, group, "本科", "4",
				"普通全日制", "20200901", "20240701", "注册学籍", "", "" };
		String[] national = { candidate, no, name, sex, born, id, "汉族", "共青团员", college, code, major, group, "本科", "4",
				"普通全日制", "20200901", "20240701", "注册学籍", (i % 10 < 7) ? "2020110" + (5 + i % 5) : "", "" };
		String[] admitted = { candidate, name, male ? "1" : "2", born, id, "汉族", "共青团员", "西安航空学院", code, major, "本科",
				"4", "普通全日制", "20200815", "理工", "本科二批", "非定向", "某省某市某路" + i % 997 + "号", "710000", "" };
		if (this.random.nextInt(20) == 0) {
			boolean atSchool = this.random.nextBoolean();
			String[] wrong = atSchool ? own : national;
			int place = new int[] { 2, 3, 6, 10 }[this.random.nextInt(4)];
			String right = wrong[place];
			wrong[place] = switch (place) {
				case 2 -> right.charAt(0) + "" + pick(GIVEN) + pick(GIVEN);
				case 3 -> male ? "女" : "男";
				case 6 -> "回族";
				default -> right + "（中外合作）";
			};
			if (!atSchool) {
				claims.row(college, no, name, ROSTER.get(place), wrong[place], right, "录入错误", "身份证复印件", "2020-11-12");
			}
		}
		int missing = i % 1000;
		if (missing != 998) {
			roster.row(own);
		}
		if (missing != 999) {
			platform.row(national);
		}
		admission.row(admitted);
	}

	private char pick(String from) {
		return from.charAt(this.random.nextInt(from.length()));
	}

	private Sheet sheet(String role, List<String> titles, boolean workbook) throws IOException {
		Path folder = Files.createDirectories(this.input.resolve(role));
		Sheet sheet = workbook ? new Xlsx(folder.resolve(role + ".xlsx")) : new Csv(folder.resolve(role + ".csv"));
		sheet.row(titles.toArray(String[]::new));
		return sheet;
	}

	private interface Sheet extends AutoCloseable {

		void row(String... cells) throws IOException;

		@Override
		void close() throws IOException;

	}

	private static final class Csv implements Sheet {

		private final BufferedWriter out;

		Csv(Path file) throws IOException {
			this.out = Files.newBufferedWriter(file);
		}

		@Override
		public void row(String... cells) throws IOException {
			this.out.write(String.join(",", cells) + "\r\n");
		}

		@Override
		public void close() throws IOException {
			this.out.close();
		}

	}

	private static final class Xlsx implements Sheet {

		private static final int FLUSHED = 1000;

		private final OutputStream out;

		private final Workbook book;

		private final Worksheet sheet;

		private int rows;

		Xlsx(Path file) throws IOException {
			this.out = Files.newOutputStream(file);
			this.book = new Workbook(this.out, "benchmark", "1.0");
			this.sheet = this.book.newWorksheet("名单");
		}

		@Override
		public void row(String... cells) throws IOException {
			for (int i = 0; i < cells.length; i++) {
				this.sheet.value(this.rows, i, cells[i]);
			}
			if (++this.rows % FLUSHED == 0) {
				this.sheet.flush();
			}
		}

		@Override
		public void close() throws IOException {
			this.sheet.finish();
			this.book.finish();
			this.out.close();
		}

	}

}
