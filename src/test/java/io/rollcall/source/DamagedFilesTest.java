package io.rollcall.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Odd, damaged and hostile files: each is read or refused with one problem, never
 * anything else.
 */
class DamagedFilesTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls", "csv", "dbf", "html", "xml" })
	void aFileCutAnywhereIsReadOrRefused(String format) throws Exception {
		byte[] whole = sample(format);
		int step = Math.max(1, whole.length / 150);
		for (int length = 0; length < whole.length; length += step) {
			readOrRefuse(Arrays.copyOf(whole, length), format);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls", "csv", "dbf", "html", "xml" })
	void aFileWithFlippedBytesIsReadOrRefused(String format) throws Exception {
		byte[] whole = sample(format);
		Random random = new Random(42);
		for (int i = 0; i < 150; i++) {
			byte[] damaged = whole.clone();
			for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
				damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
			}
			readOrRefuse(damaged, format);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls", "csv", "dbf", "html", "xml" })
	void theWholeFileIsReadWhateverItIsCalled(String format) throws Exception {
		for (String name : List.of(format, "csv", "xls", "dat")) {
			List<List<String>> rows = rows(file(sample(format), name));
			assertThat(rows.get(0)).as(format + " named " + name).contains("姓名");
			assertThat(rows.get(1)).contains("张三", "2020001");
			assertThat(rows).hasSize(3);
		}
	}

	@Test
	void aPasswordIsNamed() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (POIFSFileSystem system = new POIFSFileSystem()) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (OutputStream stream = encryptor.getDataStream(system)) {
				stream.write(sample("xlsx"));
			}
			system.writeFilesystem(out);
		}
		refused(out.toByteArray(), "xlsx", RefusedException.Problem.ENCRYPTED);
	}

	@Test
	void entitiesAreRefused() throws Exception {
		byte[] bomb = zipWith(Map.of("xl/worksheets/sheet1.xml",
				"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;&b;\">]><worksheet><sheetData>"
						+ "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&c;</t></is></c></row></sheetData></worksheet>"));
		assertThatThrownBy(() -> rows(file(bomb, "xlsx"))).isInstanceOf(RefusedException.class);
		byte[] external = "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><Workbook/>"
			.getBytes(StandardCharsets.UTF_8);
		assertThatThrownBy(() -> rows(file(external, "xls"))).isInstanceOf(RefusedException.class);
	}

	@Test
	void aBombIsRefusedBeforeItFillsTheMemory() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> part : parts(sample("xlsx")).entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				if (part.getKey().endsWith("sheet1.xml")) {
					zip.write(
							"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
								.getBytes(StandardCharsets.UTF_8));
					byte[] blanks = new byte[1 << 20];
					Arrays.fill(blanks, (byte) ' ');
					for (int i = 0; i < 300; i++) {
						zip.write(blanks);
					}
				}
				else {
					zip.write(part.getValue());
				}
				zip.closeEntry();
			}
		}
		assertThatThrownBy(() -> rows(file(out.toByteArray(), "xlsx"))).isInstanceOf(RefusedException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%PDF-1.4\n", "\u0089PNG\r\n\u001a\n0000", "GIF89a0000", "Rar!\u001a\u0007\u0000",
			"7z\u00bc\u00af\u0027\u001c" })
	void whatIsNoTableIsCalledByItsName(String start) throws Exception {
		assertThatThrownBy(() -> rows(file(start.getBytes(StandardCharsets.ISO_8859_1), "xlsx")))
			.isInstanceOfSatisfying(RefusedException.class, (ex) -> {
				assertThat(ex.problem().reason()).isEqualTo(RefusedException.Reason.FILE_NOT_A_TABLE);
				assertThat(ex.arguments()).isNotEmpty();
			});
	}

	@Test
	void nothingAndNothingVisibleAreEmpty() throws Exception {
		refused(new byte[0], "csv", RefusedException.Problem.EMPTY);
		refused(" \r\n,,\r\n".getBytes(StandardCharsets.UTF_8), "csv", RefusedException.Problem.EMPTY);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void dataOnAHiddenSheetOnlyAreNotCalledEmpty(boolean modern) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Workbook book = modern ? new XSSFWorkbook() : new HSSFWorkbook()) {
			book.createSheet("空");
			book.createSheet("数据").createRow(0).createCell(0).setCellValue("姓名");
			book.setSheetHidden(1, true);
			book.write(out);
		}
		assertThatThrownBy(() -> rows(file(out.toByteArray(), modern ? "xlsx" : "xls")))
			.isInstanceOfSatisfying(RefusedException.class, (ex) -> {
				assertThat(ex.problem()).isEqualTo(RefusedException.Problem.ONLY_HIDDEN);
				assertThat(ex.arguments()).containsExactly("数据");
			});
	}

	@Test
	void bytesThatAreNoTextAreCalledByWhatTheyAre() {
		refused(new byte[4_096], "csv", RefusedException.Problem.BLANK_BYTES);
		refused(new byte[4_096], "dbf", RefusedException.Problem.BLANK_BYTES);
		byte[] noise = new byte[4_096];
		new Random(7).nextBytes(noise);
		refused(noise, "csv", RefusedException.Problem.BINARY);
		refused(noise, "fpt", RefusedException.Problem.NOT_A_TABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" })
	void encodingsAreFound(String charset) throws Exception {
		String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
		for (String delimiter : List.of(",", "\t", ";")) {
			String text = mark + "学号,姓名,备注\r\n2020001,买买提·阿不都,\"一\r\n二\"\r\n2020002,李䶮,\r\n".replace(",", delimiter);
			List<List<String>> rows = rows(file(text.getBytes(Charset.forName(charset)), "csv"));
			assertThat(rows).hasSize(3);
			assertThat(rows.get(1)).contains("买买提·阿不都");
			assertThat(rows.get(2)).contains("李䶮");
		}
	}

	private void readOrRefuse(byte[] content, String format) throws IOException {
		try {
			rows(file(content, format));
		}
		catch (RefusedException ex) {
			assertThat(ex.getMessage()).isEqualTo(ex.problem().name());
		}
	}

	private void refused(byte[] content, String format, RefusedException.Problem problem) {
		assertThatThrownBy(() -> rows(file(content, format))).isInstanceOfSatisfying(RefusedException.class,
				(ex) -> assertThat(ex.problem()).isEqualTo(problem));
	}

	private Path file(byte[] content, String extension) throws IOException {
		return Files.write(this.folder.resolve("file." + extension), content);
	}

	private static List<List<String>> rows(Path file) throws RefusedException {
		List<List<String>> rows = new ArrayList<>();
		Sources.read(file, ReadOptions.DEFAULT, new TableHandler() {

			@Override
			public void startSheet(Sheet sheet) {
				if (sheet.header() != null) {
					row(sheet.header());
				}
			}

			@Override
			public void row(Row row) {
				if (!row.isBlank()) {
					rows.add(row.cells().stream().map(Cell::text).toList());
				}
			}

			@Override
			public void endSheet(SheetEnd end) {
				assertThat(end.lastRow()).isNotNegative();
			}

			@Override
			public void notice(Notice notice) {
				assertThat(notice.kind()).isNotNull();
			}

		});
		return rows;
	}

	private static byte[] sample(String format) throws IOException {
		return switch (format) {
			case "xlsx" -> workbook(new XSSFWorkbook());
			case "xls" -> workbook(new HSSFWorkbook());
			case "csv" -> "学号,姓名\r\n2020001,张三\r\n2020002,李四\r\n".getBytes(StandardCharsets.UTF_8);
			case "html" -> ("<html><head><meta charset=\"utf-8\"></head><body><table><tr><th>学号</th><th>姓名</th></tr>"
					+ "<tr><td>2020001</td><td>张三</td></tr><tr><td>2020002</td><td>李四</td></tr></table></body></html>")
				.getBytes(StandardCharsets.UTF_8);
			case "xml" -> ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
					+ "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table>"
					+ xmlRow("学号", "姓名") + xmlRow("2020001", "张三") + xmlRow("2020002", "李四")
					+ "</Table></Worksheet></Workbook>")
				.getBytes(StandardCharsets.UTF_8);
			default -> dbf();
		};
	}

	private static String xmlRow(String... cells) {
		StringBuilder row = new StringBuilder("<Row>");
		for (String cell : cells) {
			row.append("<Cell><Data ss:Type=\"String\">").append(cell).append("</Data></Cell>");
		}
		return row.append("</Row>").toString();
	}

	private static byte[] workbook(Workbook workbook) throws IOException {
		try (Workbook book = workbook; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Sheet sheet = book.createSheet("名单");
			String[][] rows = { { "学号", "姓名" }, { "2020001", "张三" }, { "2020002", "李四" } };
			for (int i = 0; i < rows.length; i++) {
				sheet.createRow(i).createCell(0).setCellValue(rows[i][0]);
				sheet.getRow(i).createCell(1).setCellValue(rows[i][1]);
			}
			book.write(out);
			return out.toByteArray();
		}
	}

	private static byte[] dbf() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[] { 3, 120, 11, 12, 2, 0, 0, 0, 97, 0, 21, 0 });
		out.write(new byte[20]);
		for (String name : List.of("学号", "姓名")) {
			out.write(Arrays.copyOf(name.getBytes("GB18030"), 11));
			out.write('C');
			out.write(new byte[] { 0, 0, 0, 0, 10 });
			out.write(new byte[15]);
		}
		out.write(0x0D);
		for (String[] row : new String[][] { { "2020001", "张三" }, { "2020002", "李四" } }) {
			out.write(' ');
			for (String value : row) {
				byte[] bytes = value.getBytes("GB18030");
				out.write(bytes);
				out.write(" ".repeat(10 - bytes.length).getBytes(StandardCharsets.US_ASCII));
			}
		}
		out.write(0x1A);
		return out.toByteArray();
	}

	private static Map<String, byte[]> parts(byte[] zip) throws IOException {
		Map<String, byte[]> parts = new java.util.LinkedHashMap<>();
		try (java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(
				new java.io.ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				parts.put(entry.getName(), in.readAllBytes());
			}
		}
		return parts;
	}

	private static byte[] zipWith(Map<String, String> replaced) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> part : parts(sample("xlsx")).entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				String other = replaced.get(part.getKey());
				zip.write((other != null) ? other.getBytes(StandardCharsets.UTF_8) : part.getValue());
				zip.closeEntry();
			}
		}
		return out.toByteArray();
	}

}
