package io.rollcall.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.FileContent;
import io.rollcall.intake.FileIntake;
import io.rollcall.intake.InputFile;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.intake.IntakeSink;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.Reject;
import io.rollcall.source.ReadOptions;
import io.rollcall.source.Row;
import io.rollcall.source.Sources;
import io.rollcall.source.TableHandler;
import io.rollcall.text.Messages;

/**
 * How fast files are read, side by side in one run: the bare bytes, our readers, and the
 * whole intake with its rules. Trust the ratios, not the seconds. docs/benchmarks.md
 * tells how to start it.
 */
public final class ReadingBenchmark {

	private static final String[] HEADER = { "考生号", "学号", "姓名", "性别", "出生日期", "证件类型", "身份证号", "民族", "政治面貌", "专业代码",
			"专业名称", "层次", "学制", "学习形式", "入学日期", "预计毕业日期", "年级", "学院", "班级", "备注" };

	private static final int ROUNDS = 3;

	private ReadingBenchmark() {
	}

	/**
	 * Runs the benchmark.
	 * @param arguments the number of rows, 100,000 without
	 * @throws Exception when a file cannot be written or read
	 */
	public static void main(String[] arguments) throws Exception {
		int rows = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 100_000;
		Path folder = Files.createTempDirectory("rollcall-benchmark");
		Map<String, Path> files = new LinkedHashMap<>();
		files.put("csv", csv(folder, rows));
		files.put("dbf", dbf(folder, rows));
		files.put("xlsx inline", xlsx(folder, rows, false));
		files.put("xlsx shared", xlsx(folder, rows, true));
		System.out.printf(Locale.ROOT, "%d rows x %d columns, heap %d MiB%n", rows, HEADER.length,
				Runtime.getRuntime().maxMemory() >> 20);
		System.out.println("format         MiB   bytes s   read s  x bytes  intake s  x read   rows/s of intake");
		for (Map.Entry<String, Path> file : files.entrySet()) {
			double bytes = best(() -> bytes(file.getValue()));
			double read = best(() -> Sources.read(file.getValue(), ReadOptions.DEFAULT, new Nothing()));
			double intake = best(() -> intake(file.getValue()));
			System.out.printf(Locale.ROOT, "%-12s %5d %9.2f %8.2f %8.1f %9.2f %7.1f %18d%n", file.getKey(),
					Files.size(file.getValue()) >> 20, bytes, read, read / bytes, intake, intake / read,
					Math.round(rows / intake));
			Files.delete(file.getValue());
		}
		Files.delete(folder);
	}

	private interface Work {

		void run() throws Exception;

	}

	private static double best(Work work) throws Exception {
		double best = Double.MAX_VALUE;
		for (int i = 0; i < ROUNDS; i++) {
			long start = System.nanoTime();
			work.run();
			best = Math.min(best, (System.nanoTime() - start) / 1e9);
		}
		return best;
	}

	/** The floor: the bytes of the file, inflated where it is packed. */
	private static void bytes(Path file) throws IOException {
		byte[] buffer = new byte[1 << 16];
		try (InputStream in = Files.newInputStream(file)) {
			if (!file.toString().endsWith(".xlsx")) {
				while (in.read(buffer) >= 0) {
					continue;
				}
				return;
			}
			ZipInputStream zip = new ZipInputStream(in);
			while (zip.getNextEntry() != null) {
				while (zip.read(buffer) >= 0) {
					continue;
				}
			}
		}
	}

	private static void intake(Path file) throws Exception {
		InputFile input = new InputFile(SourceRole.ROSTER, "benchmark", file, FileContent.of(file));
		new FileIntake(input, new IntakeSettings(JobFiles.load(Path.of("jobs/freshman-2020.yml")),
				LocalDate.of(2020, 11, 12), false, Messages.of("zh")))
			.read(Map.of(), new IntakeSink() {

				@Override
				public void record(ParsedRow row, List<Mark> marks) {
				}

				@Override
				public void reject(Reject reject) {
				}

				@Override
				public void forget() {
				}

			});
	}

	private static List<String> row(int i) {
		String number = String.format(Locale.ROOT, "%08d", i);
		return List.of("206101" + number, "2020" + number, "张" + (char) ('一' + i % 5000) + (char) ('一' + i % 977),
				(i % 2 == 0) ? "女" : "男", "20010203", "居民身份证",
				withCheck("81000020010203" + String.format(Locale.ROOT, "%03d", i % 1000)), "汉族", "共青团员",
				"0820" + i % 90, "飞行器设计与工程", "本科", "4", "普通全日制", "20200901", "20240701", "2020", "飞行器学院",
				"飞设" + (2001 + i % 20), "备注" + i);
	}

	/** Appends the check character of ISO 7064 MOD 11-2. */
	static String withCheck(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			sum = (sum + digits.charAt(i) - '0') * 2 % 11;
		}
		int check = (12 - sum) % 11;
		return digits + ((check == 10) ? "X" : String.valueOf(check));
	}

	private static Path csv(Path folder, int rows) throws IOException {
		Path file = folder.resolve("table.csv");
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write(String.join(",", HEADER) + "\n");
			for (int i = 0; i < rows; i++) {
				out.write(String.join(",", row(i)) + "\n");
			}
		}
		return file;
	}

	private static Path dbf(Path folder, int rows) throws IOException {
		String[] names = { "KSH", "XH", "XM", "XB", "CSRQ", "ZJLX", "SFZH", "MZ", "ZZMM", "ZYDM", "ZYMC", "CC", "XZ",
				"XXXS", "RXRQ", "YJBYRQ", "DQSZJ", "FY", "BH", "BZ" };
		int width = 24;
		int length = 1 + width * names.length;
		Path file = folder.resolve("table.dbf");
		try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
			byte[] head = new byte[32];
			head[0] = 3;
			little(head, 4, rows, 4);
			little(head, 8, 32 + 32 * names.length + 1, 2);
			little(head, 10, length, 2);
			out.write(head);
			for (String name : names) {
				byte[] field = new byte[32];
				byte[] text = name.getBytes(StandardCharsets.US_ASCII);
				System.arraycopy(text, 0, field, 0, text.length);
				field[11] = 'C';
				field[16] = (byte) width;
				out.write(field);
			}
			out.write(0x0D);
			byte[] record = new byte[length];
			for (int i = 0; i < rows; i++) {
				Arrays.fill(record, (byte) ' ');
				List<String> row = row(i);
				for (int j = 0; j < row.size(); j++) {
					byte[] text = row.get(j).getBytes(Charset.forName("GB18030"));
					System.arraycopy(text, 0, record, 1 + width * j, Math.min(width, text.length));
				}
				out.write(record);
			}
			out.write(0x1A);
		}
		return file;
	}

	private static void little(byte[] bytes, int at, int value, int count) {
		for (int i = 0; i < count; i++) {
			bytes[at + i] = (byte) (value >> (8 * i));
		}
	}

	private static Path xlsx(Path folder, int rows, boolean shared) throws IOException {
		Path file = folder.resolve(shared ? "shared.xlsx" : "inline.xlsx");
		Map<String, Integer> strings = new LinkedHashMap<>();
		try (ZipOutputStream zip = new ZipOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
			zip.setLevel(1);
			part(zip, "[Content_Types].xml",
					"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
							+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
							+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
			String rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
			String pack = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
			part(zip, "_rels/.rels", pack + "<Relationship Id=\"r\" Type=\"" + rel
					+ "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
			part(zip, "xl/workbook.xml",
					"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + rel
							+ "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
			part(zip, "xl/_rels/workbook.xml.rels",
					pack + "<Relationship Id=\"a\" Type=\"" + rel
							+ "/worksheet\" Target=\"sheet1.xml\"/><Relationship Id=\"b\" Type=\"" + rel
							+ "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
			zip.putNextEntry(new ZipEntry("xl/sheet1.xml"));
			write(zip, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
			for (int i = 0; i <= rows; i++) {
				List<String> row = (i == 0) ? List.of(HEADER) : row(i - 1);
				StringBuilder xml = new StringBuilder("<row r=\"" + (i + 1) + "\">");
				for (int j = 0; j < row.size(); j++) {
					xml.append("<c r=\"").append((char) ('A' + j)).append(i + 1);
					if (shared) {
						xml.append("\" t=\"s\"><v>")
							.append(strings.computeIfAbsent(row.get(j), (any) -> strings.size()))
							.append("</v></c>");
					}
					else {
						xml.append("\" t=\"inlineStr\"><is><t>").append(row.get(j)).append("</t></is></c>");
					}
				}
				write(zip, xml.append("</row>").toString());
			}
			write(zip, "</sheetData></worksheet>");
			zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
			write(zip, "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
			for (String text : new ArrayList<>(strings.keySet())) {
				write(zip, "<si><t>" + text + "</t></si>");
			}
			write(zip, "</sst>");
		}
		return file;
	}

	private static void part(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		write(zip, text);
	}

	private static void write(ZipOutputStream zip, String text) {
		try {
			zip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Hears everything and keeps nothing. */
	static final class Nothing implements TableHandler {

		@Override
		public void startSheet(Sheet sheet) {
		}

		@Override
		public void row(Row row) {
		}

		@Override
		public void endSheet(SheetEnd end) {
		}

		@Override
		public void notice(Notice notice) {
		}

	}

}
