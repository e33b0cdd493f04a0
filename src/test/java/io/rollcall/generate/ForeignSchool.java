package io.rollcall.generate;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the exports of an invented school that calls everything otherwise.
 *
 * @param school code and name
 * @param students how many there are
 * @param colleges the colleges with the major of each
 * @param files what is exported
 * @param differences what one file says otherwise
 * @param later a file that arrives later
 * @param expected what is to be made of it
 */
public record ForeignSchool(Map<String, String> school, int students, Map<String, String> colleges, List<Export> files,
		List<Difference> differences, Export later, Expected expected) {

	private static final Charset GBK = Charset.forName("GBK");

	private static final int WIDTH = 60;

	/** A file: its columns by header, and the colleges that it calls otherwise. */
	public record Export(String name, String title, String text, Map<String, String> columns,
			Map<String, String> writes, Integer students) {
	}

	/** A cell that one file has otherwise. */
	public record Difference(String file, int student, String column, String value) {
	}

	/** What is to be made of the files. */
	public record Expected(Map<String, String> roles, int cohort, Map<String, Map<String, List<String>>> headers,
			Map<String, List<String>> colleges, Map<String, Map<String, Map<String, String>>> values,
			Map<String, Integer> loaded, List<String> findings, New news) {
	}

	/** What the later file adds. */
	public record New(Map<String, List<String>> colleges, Map<String, Map<String, List<String>>> headers) {
	}

	/** Writes the files of the first day. */
	public void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		for (Export export : this.files) {
			write(export, folder, this.students);
		}
	}

	/** Writes the file that arrives later. */
	public void writeLater(Path folder) throws IOException {
		write(this.later, folder, this.later.students());
	}

	private void write(Export export, Path folder, int count) throws IOException {
		Path file = folder.resolve(export.name());
		if (export.text() != null) {
			Files.writeString(file, export.text());
			return;
		}
		List<String> headers = List.copyOf(export.columns().keySet());
		try (TableOutput table = table(export, file, headers)) {
			for (int i = 1; i <= count; i++) {
				int student = i;
				table.row(headers.stream().map((header) -> Entry.of(cell(export, header, student))).toList());
			}
		}
	}

	private static TableOutput table(Export export, Path file, List<String> headers) throws IOException {
		if (export.name().endsWith(".dbf")) {
			Map<String, Integer> fields = new LinkedHashMap<>();
			headers.forEach((header) -> fields.put(header, WIDTH));
			return new DbfTable(file, fields);
		}
		if (export.name().endsWith(".xls")) {
			TableOutput table = new XlsTable(file, "Sheet1", List.of(export.title()));
			table.row(headers.stream().map(Entry::of).toList());
			return table;
		}
		return new CsvOutput(file, GBK, false, headers);
	}

	private String cell(Export export, String header, int student) {
		Optional<String> other = this.differences.stream()
			.filter((found) -> found.file().equals(export.name()) && found.student() == student
					&& found.column().equals(header))
			.map(Difference::value)
			.findFirst();
		return other.orElseGet(() -> value(export, export.columns().get(header), student));
	}

	private String value(Export export, String what, int student) {
		String college = List.copyOf(this.colleges.keySet()).get((student - 1) % this.colleges.size());
		boolean male = student % 2 == 1;
		int nation = (student % 10 == 0) ? 2 : (student % 7 == 0) ? 1 : 0;
		String birth = "2003%02d%02d".formatted(student % 12 + 1, student % 28 + 1);
		return switch (what) {
			case "number" -> String.valueOf(student);
			case "student_no" -> "2021%02d%04d".formatted((student - 1) % this.colleges.size() + 1, student);
			case "candidate_no" -> "2142%010d".formatted(1101150000L + student);
			case "ticket" -> "4201%06d".formatted(student);
			case "name" -> name(student);
			case "sex" -> male ? "男" : "女";
			case "sex_code" -> male ? "1" : "2";
			case "birth_date" -> birth;
			case "id_no" -> id("420106" + birth + "%02d%d".formatted(student, male ? 1 : 2));
			case "ethnic_group" -> List.of("汉族", "回族", "土家族").get(nation);
			case "ethnic_code" -> List.of("01", "03", "15").get(nation);
			case "political_status" -> (student % 5 == 0) ? "群众" : "共青团员";
			case "political_code" -> (student % 5 == 0) ? "13" : "03";
			case "college" -> Optional.ofNullable(export.writes()).map((writes) -> writes.get(college)).orElse(college);
			case "major" -> this.colleges.get(college);
			case "class_no" -> this.colleges.get(college).substring(0, 2) + "2101班";
			case "room" -> "%d-%03d".formatted(student % 4 + 1, student);
			case "school_code" -> this.school.get("code");
			case "school_name" -> this.school.get("name");
			case "level" -> "本科";
			case "level_code", "batch" -> "1";
			case "study_length" -> "4";
			case "entry_date" -> "20210901";
			case "registered" -> "注册学籍";
			case "viewed_at" -> (student % 6 == 0) ? "" : "2021110%d".formatted(student % 5 + 1);
			default -> throw new IllegalArgumentException(what);
		};
	}

	/** Different for everybody; 测 and 试 tell that nobody is called so. */
	private static String name(int student) {
		String surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
		String given = "测试虚构样例";
		return surnames.substring(student % 20, student % 20 + 1) + given.charAt(student / 20)
				+ given.charAt((student / 20 + student) % 3 + 3);
	}

	private static String id(String seventeen) {
		int[] weights = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
		int sum = 0;
		for (int i = 0; i < weights.length; i++) {
			sum += (seventeen.charAt(i) - '0') * weights[i];
		}
		return seventeen + "10X98765432".charAt(sum % 11);
	}

}
