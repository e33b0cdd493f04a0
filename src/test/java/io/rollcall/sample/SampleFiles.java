package io.rollcall.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes the sample that ships under {@code input/}: invented students of the ten
 * colleges in four roles and four formats, most of them in order, a few with a fault
 * each. Names are put together at random and numbers are computed: they belong to nobody.
 * The same seed gives the same students.
 */
final class SampleFiles {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final String[] COLLEGES = { "飞行器学院", "机械工程学院", "电子工程学院", "计算机学院", "车辆工程学院", "材料工程学院", "经济管理学院",
			"外国语学院", "理学院", "人文学院" };

	private static final String[] MAJORS = { "飞行器设计与工程", "机械设计制造及其自动化", "电子信息工程", "计算机科学与技术", "车辆工程", "材料成型及控制工程",
			"会计学", "英语", "信息与计算科学", "汉语言文学" };

	private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";

	private static final String GIVEN = "子涵宇轩欣怡浩然雨桐思远佳琪俊杰梦瑶志强晓雯文博静怡";

	private static final String[] DIVISIONS = { "610102", "610104", "610113", "620102", "510104", "410102", "140105" };

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final int STUDENTS = 160;

	private static final int EARLIER = 40;

	private final Random random = new Random(20201112);

	private final List<Map<String, String>> students = new ArrayList<>();

	/**
	 * Writes the sample.
	 * @param arguments the folder to write below
	 * @throws IOException when a file cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		new SampleFiles().write(Path.of(arguments[0]));
	}

	private void write(Path folder) throws IOException {
		for (int i = 0; i < STUDENTS + EARLIER; i++) {
			this.students.add(student(i));
		}
		List<Map<String, String>> freshmen = this.students.subList(0, STUDENTS);
		roster(folder.resolve("roster"), copy(freshmen));
		platform(folder.resolve("platform"), copy(freshmen));
		admission(folder.resolve("admission"), copy(freshmen));
		enrolled(folder.resolve("enrolled"), this.students.subList(STUDENTS, STUDENTS + EARLIER));
	}

	private Map<String, String> student(int i) {
		int college = i % COLLEGES.length;
		int year = 2001 + this.random.nextInt(2);
		String birth = "%d%02d%02d".formatted(year, 1 + this.random.nextInt(12), 1 + this.random.nextInt(28));
		int order = 900 + this.random.nextInt(100);
		Map<String, String> student = new LinkedHashMap<>();
		student.put("考生号", "2061%010d".formatted(i + 1));
		student.put("学号", "2020%02d%04d".formatted(college + 1, i + 1));
		student.put("姓名", pick(SURNAMES) + pick(GIVEN) + ((i % 3 == 0) ? "" : pick(GIVEN)));
		student.put("性别", (order % 2 == 1) ? "男" : "女");
		student.put("出生日期", birth);
		student.put("身份证号", number(DIVISIONS[this.random.nextInt(DIVISIONS.length)] + birth + order));
		student.put("民族", (i % 12 == 5) ? "回族" : "汉族");
		student.put("政治面貌", (i % 4 == 0) ? "群众" : "共青团员");
		student.put("学院", COLLEGES[college]);
		student.put("专业名称", MAJORS[college]);
		student.put("班级", "20%02d1".formatted(college + 1));
		student.put("层次", "本科");
		student.put("学制", "4");
		student.put("学习形式", "普通全日制");
		student.put("入学日期", "20200901");
		student.put("年级", "2020");
		return student;
	}

	private String pick(String characters) {
		int i = this.random.nextInt(characters.length());
		return characters.substring(i, i + 1);
	}

	/** The check character of GB 11643. */
	private static String number(String first17) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += (first17.charAt(i) - '0') * WEIGHTS[i];
		}
		return first17 + "10X98765432".charAt(sum % 11);
	}

	private static List<Map<String, String>> copy(List<Map<String, String>> rows) {
		return rows.stream().<Map<String, String>>map(LinkedHashMap::new).toList();
	}

	private void roster(Path folder, List<Map<String, String>> rows) throws IOException {
		Files.createDirectories(folder);
		rows.get(3).put("身份证号", swapped(rows.get(3).get("身份证号")));
		rows.get(7).put("身份证号", "6.10102E+17");
		rows.get(11).put("身份证号", "");
		rows.get(15).put("身份证号", rows.get(15).get("身份证号").substring(0, 6) + "********" + "0012");
		rows.get(18).put("身份证号", rows.get(18).get("身份证号").substring(0, 17));
		rows.get(22).put("性别", rows.get(22).get("性别").equals("男") ? "女" : "男");
		rows.get(26).put("出生日期", "20020230");
		rows.get(31).put("学院", "航海学院");
		rows.get(34).put("姓名", rows.get(34).get("姓名").substring(0, 1) + "??");
		rows.get(38).put("姓名", rows.get(38).get("姓名") + "(休学)");
		rows.get(41).put("姓名", "阿卜杜拉・买买提");
		rows.get(44).put("姓名", " " + rows.get(44).get("姓名") + "　");
		rows.get(47).put("民族", "火星族");
		rows.get(52).put("学院", "计算机系");
		rows.get(55).put("姓名", "李䶮");
		rows.get(61).put("姓名", "");
		rows.get(66).put("专业名称", "");
		Map<String, String> old = rows.get(70);
		old.putAll(Map.of("身份证号", "100001900307867", "出生日期", "19900307", "性别", "男"));
		try (Workbook book = new XSSFWorkbook();
				OutputStream out = Files.newOutputStream(folder.resolve("教务名单.xlsx"))) {
			Sheet sheet = book.createSheet("2020级新生");
			sheet.createRow(0).createCell(0).setCellValue("西安航空学院2020级新生名单");
			sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 16));
			table(sheet, 1, rows.subList(0, 130));
			sheet.getRow(79).getCell(5).setCellValue(Double.parseDouble(rows.get(77).get("身份证号").replace('X', '0')));
			sheet.getRow(83).createCell(20).setCellValue("多出的一格");
			sheet.createRow(sheet.getLastRowNum() + 1).createCell(0).setCellValue("合计：130人");
			table(book.createSheet("草稿"), 0, rows.subList(0, 3));
			book.setSheetHidden(1, true);
			book.write(out);
		}
		try (Workbook book = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(folder.resolve("补录名单.xls"))) {
			table(book.createSheet("补录"), 0, rows.subList(130, STUDENTS));
			book.write(out);
		}
		Files.writeString(folder.resolve("填表说明.pdf"), "%PDF-1.4\n");
	}

	/**
	 * Digits 13 and 14 exchanged, or the first two neighbours before them that differ.
	 */
	private static String swapped(String number) {
		char[] digits = number.toCharArray();
		int at = 12;
		while (digits[at] == digits[at + 1]) {
			at--;
		}
		char first = digits[at];
		digits[at] = digits[at + 1];
		digits[at + 1] = first;
		return new String(digits);
	}

	private static void table(Sheet sheet, int top, List<Map<String, String>> rows) {
		List<String> headers = new ArrayList<>(rows.get(0).keySet());
		Row header = sheet.createRow(top);
		for (int column = 0; column < headers.size(); column++) {
			header.createCell(column).setCellValue(headers.get(column));
		}
		header.createCell(headers.size()).setCellValue("联系电话");
		for (int i = 0; i < rows.size(); i++) {
			Row row = sheet.createRow(top + 1 + i);
			for (int column = 0; column < headers.size(); column++) {
				row.createCell(column).setCellValue(rows.get(i).get(headers.get(column)));
			}
		}
	}

	private void platform(Path folder, List<Map<String, String>> rows) throws IOException {
		Files.createDirectories(folder);
		rows.get(5).put("出生日期", "20010101");
		rows.get(9).put("身份证号", rows.get(9).get("身份证号").toLowerCase());
		rows.get(13).put("身份证号", "１" + rows.get(13).get("身份证号").substring(1));
		rows.get(14).put("考生号", rows.get(14).get("考生号").substring(1));
		rows.get(41).put("姓名", "阿卜杜拉·买买提");
		rows.get(55).put("姓名", "李䶮");
		StringBuilder text = new StringBuilder(
				"KSH,SYSSDM,XH,XM,XB,CSRQ,SFZH,ZZMM,MZ,YXDM,YXMC,ZYDM,ZYMC,FY,XSH,BH,CC,XZ,"
						+ "XXXS,DQSZJ,RXRQ,YJBYRQ,ZCZT,SX,XGSJ,CXSJ,ZP,BZ\r\n");
		for (int i = 0; i < rows.size(); i++) {
			Map<String, String> row = rows.get(i);
			String viewed = (i % 10 < 7) ? "202011" + "%02d".formatted(5 + i % 7) : "";
			text.append(String.join(",", row.get("考生号"), "61", row.get("学号"), row.get("姓名"), row.get("性别"),
					row.get("出生日期"), row.get("身份证号"), row.get("政治面貌"), row.get("民族"), "11736", "西安航空学院", "",
					row.get("专业名称"), row.get("学院"), "", row.get("班级"), "本科", "4", "普通全日制", "2020", "20200901",
					"20240701", "注册学籍", "", "", viewed, "", ""))
				.append("\r\n");
		}
		Files.write(folder.resolve("学信网导出.csv"), text.toString().getBytes(GB18030));
	}

	private void admission(Path folder, List<Map<String, String>> rows) throws IOException {
		Files.createDirectories(folder);
		Map<String, Integer> fields = new LinkedHashMap<>();
		fields.put("KSH", 14);
		fields.put("XM", 40);
		fields.put("XBDM", 1);
		fields.put("CSRQ", 8);
		fields.put("MZDM", 2);
		fields.put("ZJLXDM", 1);
		fields.put("ZJHM", 18);
		fields.put("LQZYDM", 4);
		List<List<String>> records = new ArrayList<>();
		for (Map<String, String> row : rows) {
			records.add(List.of(row.get("考生号"), row.get("姓名"), row.get("性别").equals("男") ? "1" : "2", row.get("出生日期"),
					row.get("民族").equals("汉族") ? "01" : "03", "1", row.get("身份证号"), "01"));
		}
		Files.write(folder.resolve("录取库.dbf"), dbf(fields, records, 20));
		Map<String, Integer> codes = new LinkedHashMap<>();
		codes.put("MZDM", 2);
		codes.put("MZMC", 20);
		Files.write(folder.resolve("TD_MZDM.dbf"), dbf(codes, List.of(List.of("01", "汉族"), List.of("03", "回族")), -1));
	}

	private static byte[] dbf(Map<String, Integer> fields, List<List<String>> records, int deleted) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int recordLength = 1 + fields.values().stream().mapToInt(Integer::intValue).sum();
		out.write(new byte[] { 3, 120, 11, 12 });
		little(out, records.size(), 4);
		little(out, 32 * fields.size() + 33, 2);
		little(out, recordLength, 2);
		out.write(new byte[20]);
		for (Map.Entry<String, Integer> field : fields.entrySet()) {
			out.write(padded(field.getKey(), 11, (byte) 0));
			out.write('C');
			out.write(new byte[4]);
			out.write(field.getValue());
			out.write(new byte[15]);
		}
		out.write(0x0D);
		for (int i = 0; i < records.size(); i++) {
			out.write((i == deleted) ? '*' : ' ');
			int column = 0;
			for (int width : fields.values()) {
				out.write(padded(records.get(i).get(column++), width, (byte) ' '));
			}
		}
		out.write(0x1A);
		return out.toByteArray();
	}

	private static void little(OutputStream out, int number, int bytes) throws IOException {
		for (int i = 0; i < bytes; i++) {
			out.write(number >> (8 * i));
		}
	}

	private static byte[] padded(String text, int width, byte filler) {
		byte[] bytes = text.getBytes(GB18030);
		byte[] padded = new byte[width];
		java.util.Arrays.fill(padded, filler);
		System.arraycopy(bytes, 0, padded, 0, bytes.length);
		return padded;
	}

	private void enrolled(Path folder, List<Map<String, String>> rows) throws IOException {
		Files.createDirectories(folder);
		StringBuilder text = new StringBuilder("\uFEFF学号,姓名,性别,出生日期,身份证号,学院,年级\r\n");
		for (Map<String, String> row : rows) {
			text.append(String.join(",", row.get("学号").replaceFirst("2020", "2019"), row.get("姓名"), row.get("性别"),
					row.get("出生日期"), row.get("身份证号"), row.get("学院"), "2019"))
				.append("\r\n");
		}
		Files.writeString(folder.resolve("在校生.csv"), text, StandardCharsets.UTF_8);
	}

}
