package io.rollcall.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvReaderTest extends TableReaderContract {

	private static final Charset GB18030 = Charset.forName("GB18030");

	@Override
	Path write(List<List<String>> rows) throws IOException {
		return file(String.join("\n", rows.stream().map((row) -> String.join(",", row)).toList()),
				StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8,false", "UTF-8,true", "UTF-16LE,true", "UTF-16BE,true", "UTF-32LE,true", "UTF-32BE,true",
			"GB18030,false", "GB18030,true" })
	void theEncodingIsFound(String charset, boolean mark) throws Exception {
		String text = (mark ? "\uFEFF" : "") + "姓名,学号\n阿依·古丽,1\n张䶮,2\n";
		assertThat(Collected.of(file(text, Charset.forName(charset))).filled()).containsExactly("1 姓名|学号", "2 阿依·古丽|1",
				"3 张䶮|2");
	}

	/** 院 begins, as GBK, with the version of a dBASE table. */
	@Test
	void noFirstCharacterMakesATextAnotherFormat() throws Exception {
		for (int lead = 0xB0; lead <= 0xF7; lead++) {
			String first = new String(new byte[] { (byte) lead, (byte) 0xBA }, GB18030);
			String header = first + "校代码,院校名称,XH,KSH,XM,XB,CSRQ,SFZH,MZ,ZYMC,FY,BH,RXRQ,XJZT" + ",N".repeat(60);
			assertThat(Collected.of(file(header + "\n" + "1,".repeat(73) + "1\n", GB18030)).filled()).as(header)
				.hasSize(2)
				.first()
				.asString()
				.startsWith("1 " + first + "校代码|院校名称");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", "\t", ";" })
	void theDelimiterIsFound(String delimiter) throws Exception {
		String text = "姓名,学号,备注\n张三,1,甲\n".replace(",", delimiter);
		assertThat(Collected.of(file(text, StandardCharsets.UTF_8)).filled()).containsExactly("1 姓名|学号|备注", "2 张三|1|甲");
	}

	@Test
	void quotedCellsHoldDelimitersQuotesAndLineBreaks() throws Exception {
		String text = "姓名,备注\r\n张三,\"一行\r\n二行, 有\"\"引号\"\"\"\r\n李四,无\r\n";
		assertThat(Collected.of(file(text, StandardCharsets.UTF_8)).filled()).containsExactly("1 姓名|备注",
				"2 张三|一行\r\n二行, 有\"引号\"", "4 李四|无");
	}

	@Test
	void everyLineEndingEndsALine() throws Exception {
		for (String ending : List.of("\n", "\r\n", "\r")) {
			assertThat(Collected.of(file("姓名,学号" + ending + "张三,1", StandardCharsets.UTF_8)).filled())
				.containsExactly("1 姓名|学号", "2 张三|1");
		}
	}

	@Test
	void aStrayQuoteInsideACellIsText() throws Exception {
		assertThat(Collected.of(file("姓名,备注\n张三,5\" 屏\n李四,无\n", StandardCharsets.UTF_8)).filled())
			.containsExactly("1 姓名|备注", "2 张三|5\" 屏", "3 李四|无");
	}

	@Test
	void aLineThatCannotBeDecodedSpoilsItselfOnly() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write("姓名,学号\n张三,1\n".getBytes(StandardCharsets.UTF_8));
		out.write(new byte[] { (byte) 0xC3, (byte) 0x28, ',', '2', '\n' });
		out.write("王五,3\n".getBytes(StandardCharsets.UTF_8));
		Path file = Files.write(this.folder.resolve("mixed.csv"), out.toByteArray());
		Collected read = Collected.of(file, ReadOptions.DEFAULT.withHeaderTest((texts) -> texts.contains("姓名")));
		assertThat(read.cell(3, 0).kind()).isEqualTo(Cell.Kind.UNDECODABLE);
		assertThat(read.cell(2, 0).text()).isEqualTo("张三");
		assertThat(read.cell(4, 0).text()).isEqualTo("王五");
	}

	/** A header of Latin letters can be read in every encoding. */
	@ParameterizedTest
	@CsvSource({ "GB18030", "UTF-8" })
	void underALatinHeaderTheEncodingThatLosesFewerLinesIsRight(String charset) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write("xm,xb\n张三,男\n".getBytes(charset));
		out.write(new byte[] { (byte) 0xFF, ',', '2', '\n' });
		out.write("王五,女\n赵六,男\n".getBytes(charset));
		Path file = Files.write(this.folder.resolve("latin.csv"), out.toByteArray());
		Collected read = Collected.of(file, ReadOptions.DEFAULT.withHeaderTest((texts) -> texts.contains("xm")));
		assertThat(read.cell(3, 0).kind()).isEqualTo(Cell.Kind.UNDECODABLE);
		assertThat(read.filled()).contains("2 张三|男", "4 王五|女", "5 赵六|男");
	}

	/** Cells of an even number of hanzi in UTF-8 can all be read as GBK. */
	@Test
	void aBadByteDoesNotTurnUtf8IntoGbk() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write("xm,xb\n张三,汉族\n李四,汉族\n".getBytes(StandardCharsets.UTF_8));
		out.write(new byte[] { (byte) 0xD5, (byte) 0xC5, ',', '2', '\n' });
		out.write("王五,回族\n".repeat(9).getBytes(StandardCharsets.UTF_8));
		Path file = Files.write(this.folder.resolve("even.csv"), out.toByteArray());
		assertThat(Collected.of(file, ReadOptions.DEFAULT.withHeaderTest((texts) -> texts.contains("xm"))).filled())
			.contains("2 张三|汉族", "5 王五|回族");
	}

	@Test
	void theStatedEncodingIsUsed() throws Exception {
		Path file = file("姓名\n张三\n", GB18030);
		assertThat(Collected.of(file, ReadOptions.DEFAULT.withEncoding(GB18030)).filled()).containsExactly("1 姓名",
				"2 张三");
	}

	@ParameterizedTest
	@ValueSource(strings = { "姓名,学号,备注\n张三,1,甲\n李四,2,\"乙", "姓名,学号,备注\n张三,1,甲\n李四,2,\"乙\n",
			"姓名,学号,备注\n张三,1,甲\n李四,2,\"乙\n丙\n", "姓名,学号,备注\n张三,1,甲\n李四,2", "姓名,学号,备注\n张三,1,\n李",
			"新生名单\n\n姓名,学号,备注\n张三,1,\n李四,2", "姓名,学号\n张三,1\n李四,\"2" })
	void aTextThatEndsInARecordHasAHalfRow(String text) throws Exception {
		List<Row> rows = Collected.of(file(text, StandardCharsets.UTF_8)).rows;
		Row last = rows.get(rows.size() - 1);
		assertThat(last.cells()).last().extracting(Cell::kind).isEqualTo(Cell.Kind.HALF);
		assertThat(rows.subList(0, rows.size() - 1)).noneMatch(CsvReaderTest::malformed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "姓名,学号,备注\n张三,1,甲\n李四,2,乙", "姓名,学号,备注\n张三,1\n李四,2,乙\n王五,3", "姓名,学号,备注\n张三,1,甲\n李四,2\n",
			"姓名,学号,备注\n张三,1,甲\n李四,2\u001A", "姓名,学号,备注\n张三,1,甲\n  ", "姓名,学号,备注\n张三,1,\"甲\n乙\"" })
	void aTextThatMayBeWholeIsRead(String text) throws Exception {
		assertThat(Collected.of(file(text, StandardCharsets.UTF_8)).rows).noneMatch(CsvReaderTest::malformed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "姓名,学号,备注\n张三,1,\"甲\n李四,2,乙\n王五,3,丙\n", "姓名,学号,备注\n张三,1,\"甲\n李四,2\n王五,3\n",
			"姓名,学号,备注\n张三,1,\"甲\n李四,2,\"乙\"\n王五,3,丙", "姓名,学号\n张三,\"1\n李四,2\n王五,3\n" })
	void aStrayQuoteCostsItsOwnLineOnly(String text) throws Exception {
		List<Row> rows = Collected.of(file(text, StandardCharsets.UTF_8)).rows;
		assertThat(rows).filteredOn(CsvReaderTest::malformed)
			.singleElement()
			.satisfies((row) -> assertThat(row.cell(0)).isEqualTo(new Cell("张三", Cell.Kind.OPEN_QUOTE)));
		assertThat(rows).extracting((row) -> row.cell(0).text()).contains("李四", "王五");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" })
	void aTextThatEndsInACharacterKeepsItsEncoding(String charset) throws Exception {
		String text = (charset.startsWith("UTF-16") ? "\uFEFF" : "") + "姓名,备注\n张三,甲\n李四,乙";
		byte[] whole = text.getBytes(charset);
		Path file = Files.write(this.folder.resolve("half.csv"), Arrays.copyOf(whole, whole.length - 1));
		Collected read = Collected.of(file);
		assertThat(read.filled()).contains("1 姓名|备注", "2 张三|甲");
		assertThat(read.cell(3, 0).text()).isEqualTo("李四");
		assertThat(read.cell(3, 1).kind()).isEqualTo(Cell.Kind.HALF);
	}

	private static boolean malformed(Row row) {
		return row.cells().stream().anyMatch((cell) -> cell.kind().isMalformed());
	}

	private Path file(String text, Charset charset) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "table", ".csv"), text.getBytes(charset));
	}

}
