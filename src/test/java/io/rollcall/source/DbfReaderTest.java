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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DbfReaderTest extends TableReaderContract {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final int WIDTH = 12;

	@Override
	Path write(List<List<String>> rows) throws IOException {
		byte[][] records = rows.stream()
			.skip(1)
			.map((row) -> record(' ', row.stream().map((text) -> text.getBytes(GB18030)).toArray(byte[][]::new)))
			.toArray(byte[][]::new);
		return file(dbf(List.of("XM:C", "XH:C", "BZ:C"), records.length, records));
	}

	@Override
	long firstRecord() {
		return 1;
	}

	@Override
	boolean headerIsRow() {
		return false;
	}

	@Test
	void deletedRecordsAreCountedAndKeepTheirNumbers() throws Exception {
		Collected read = Collected.of(file(dbf(List.of("XM:C"), 3, record(' ', "张三".getBytes(GB18030)),
				record('*', "已删".getBytes(GB18030)), record(' ', "李四".getBytes(GB18030)))));
		assertThat(read.filled()).containsExactly("1 张三", "3 李四");
		assertThat(read.notices)
			.containsExactly(new TableHandler.Notice(TableHandler.Notice.Kind.DELETED_RECORDS, "", 1));
	}

	@Test
	void halfACharacterAtTheEndIsATruncationElsewhereMalformed() throws Exception {
		byte[] whole = Arrays.copyOf("A一二三四五六".getBytes(GB18030), WIDTH);
		byte[] inside = "张三".getBytes(GB18030);
		inside[1] = ' ';
		Collected read = Collected.of(file(dbf(List.of("XM:C"), 2, record(' ', whole), record(' ', inside))));
		assertThat(read.cell(1, 0).kind()).isEqualTo(Cell.Kind.TEXT_CUT);
		assertThat(read.cell(2, 0).kind()).isEqualTo(Cell.Kind.UNDECODABLE);
	}

	@Test
	void numericFieldsAreExactAndCountAsText() throws Exception {
		Collected read = Collected.of(file(dbf(List.of("XH:N", "RQ:D", "SF:L", "SM:M"), 1,
				record(' ', "20200010001".getBytes(StandardCharsets.US_ASCII),
						"20010203".getBytes(StandardCharsets.US_ASCII), "T".getBytes(StandardCharsets.US_ASCII),
						"1".getBytes(StandardCharsets.US_ASCII)))));
		assertThat(read.cell(1, 0)).isEqualTo(new Cell("20200010001", Cell.Kind.TEXT));
		assertThat(read.cell(1, 1).text()).isIn("20010203", "2001-02-03");
		assertThat(read.cell(1, 2).text()).isEqualTo("T");
		assertThat(read.cell(1, 3).isBlank()).isTrue();
		assertThat(read.notices).extracting(TableHandler.Notice::kind)
			.contains(TableHandler.Notice.Kind.FIELDS_NOT_READ);
	}

	@Test
	void fewerAndMoreRecordsThanDeclaredAreReadAndTold() throws Exception {
		byte[] one = record(' ', "张三".getBytes(GB18030));
		Collected fewer = Collected.of(file(dbf(List.of("XM:C"), 5, one, one)));
		assertThat(fewer.filled()).hasSize(2);
		assertThat(fewer.notices).extracting(TableHandler.Notice::kind)
			.containsExactly(TableHandler.Notice.Kind.FEWER_RECORDS_THAN_DECLARED, TableHandler.Notice.Kind.CUT_OFF);
		Collected more = Collected.of(file(dbf(List.of("XM:C"), 1, one, one)));
		assertThat(more.filled()).hasSize(2);
		assertThat(more.notices).extracting(TableHandler.Notice::kind)
			.containsExactly(TableHandler.Notice.Kind.MORE_RECORDS_THAN_DECLARED);
	}

	@Test
	void aFileThatEndsInARecordIsReadUpToThere() throws Exception {
		byte[] one = record(' ', "张三".getBytes(GB18030), "1".getBytes(GB18030), "甲".getBytes(GB18030));
		byte[] whole = dbf(List.of("XM:C", "XH:C", "BZ:C"), 3, one, one, one);
		for (int cut : new int[] { 5, 20, WIDTH * 3 }) {
			Collected read = Collected.of(file(Arrays.copyOf(whole, whole.length - 1 - cut)));
			assertThat(read.filled()).contains("1 张三|1|甲", "2 张三|1|甲");
			assertThat(read.notices).extracting(TableHandler.Notice::kind).contains(TableHandler.Notice.Kind.CUT_OFF);
			Row last = read.rows.get(read.rows.size() - 1);
			assertThat(last.cells().get(last.cells().size() - 1).kind())
				.isEqualTo((cut < WIDTH * 3) ? Cell.Kind.HALF : Cell.Kind.TEXT);
		}
	}

	@Test
	void whatFillsTheLastBlockIsNoRecord() throws Exception {
		byte[] one = record(' ', "张三".getBytes(GB18030));
		byte[] whole = dbf(List.of("XM:C"), 2, one, one);
		Collected read = Collected.of(file(Arrays.copyOf(Arrays.copyOf(whole, whole.length - 1), 512)));
		assertThat(read.filled()).hasSize(2);
		assertThat(read.notices).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "GB18030,0,", "GB18030,3,", "GB18030,87,", "GB18030,77,UTF-8", "GB18030,0,ISO-8859-1", "UTF-8,0,",
			"UTF-8,77,", "UTF-8,0,936", "UTF-8,0,utf-8", "Big5,120,", "Big5,0,950", "Big5,0,BIG5", "GB18030,120,",
			"GB18030,0,ANSI 936" })
	void theEncodingIsWhatTheTextsProveThenWhatIsStated(String charset, int language, String cpg) throws Exception {
		List<String> names = List.of("张三", "李四", "陳大文", "歐陽修", "王小明");
		byte[] table = dbf(List.of("XM:C"), names.size(),
				names.stream()
					.map((name) -> record(' ', name.getBytes(Charset.forName(charset))))
					.toArray(byte[][]::new));
		table[29] = (byte) language;
		Path file = file(table);
		if (cpg != null) {
			Files.writeString(Path.of(file.toString().replace(".dbf", ".CPG")), cpg + "\r\n");
		}
		List<String> read = Collected.of(file).rows.stream().map((row) -> row.cell(0).text()).toList();
		assertThat(read).isEqualTo(charset.equals("Big5") ? big5(names) : names);
	}

	/** Big5 knows no simplified hanzi. */
	private static List<String> big5(List<String> names) {
		return names.stream()
			.map((name) -> new String(name.getBytes(Charset.forName("Big5")), Charset.forName("Big5")))
			.toList();
	}

	@Test
	void aFieldTooNarrowForItsOnlyCharacterIsNotBlank() throws Exception {
		byte[] half = Arrays.copyOf("张".getBytes(GB18030), 1);
		Collected read = Collected.of(file(dbf(List.of("XM:C"), 1, record(' ', half))));
		assertThat(read.cell(1, 0)).isEqualTo(new Cell("\uFFFD", Cell.Kind.TEXT_CUT));
	}

	@Test
	void inUtf8ACutCharacterIsATruncationAndABadByteCostsItsRow() throws Exception {
		byte[] whole = "飞行器设计工程".getBytes(StandardCharsets.UTF_8);
		byte[] bad = "张三".getBytes(StandardCharsets.UTF_8);
		bad[1] = ' ';
		byte[][] records = new byte[12][];
		Arrays.fill(records, record(' ', Arrays.copyOf(whole, WIDTH - 1)));
		records[5] = record(' ', bad);
		Collected read = Collected.of(file(dbf(List.of("XM:C"), records.length, records)));
		assertThat(read.cell(1, 0)).isEqualTo(new Cell("飞行器", Cell.Kind.TEXT_CUT));
		assertThat(read.cell(6, 0).kind()).isEqualTo(Cell.Kind.UNDECODABLE);
	}

	/** The bytes of 联通 in GBK are UTF-8 by chance. */
	@Test
	void wordsThatAreUtf8ByChanceProveNothing() throws Exception {
		byte[] record = record(' ', "联通".getBytes(GB18030));
		assertThat(Collected.of(file(dbf(List.of("XM:C"), 2, record, record))).filled()).containsExactly("1 联通",
				"2 联通");
	}

	@Test
	void aHeaderThatContradictsItselfIsRefused() throws Exception {
		byte[] bytes = dbf(List.of("XM:C"), 1, record(' ', "张三".getBytes(GB18030)));
		bytes[10] = 1;
		bytes[11] = 0;
		Path file = file(bytes);
		assertThatThrownBy(() -> Collected.of(file)).isInstanceOf(RefusedException.class);
	}

	private static byte[] record(char flag, byte[]... values) {
		byte[] record = new byte[1 + WIDTH * values.length];
		Arrays.fill(record, (byte) ' ');
		record[0] = (byte) flag;
		for (int i = 0; i < values.length; i++) {
			System.arraycopy(values[i], 0, record, 1 + WIDTH * i, Math.min(WIDTH, values[i].length));
		}
		return record;
	}

	private static byte[] dbf(List<String> fields, int declared, byte[]... records) {
		int header = 32 + 32 * fields.size() + 1;
		int length = 1 + WIDTH * fields.size();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		byte[] start = new byte[32];
		start[0] = 3;
		start[1] = 120;
		start[2] = 9;
		start[3] = 1;
		little(start, 4, declared, 4);
		little(start, 8, header, 2);
		little(start, 10, length, 2);
		out.writeBytes(start);
		for (String field : fields) {
			byte[] descriptor = new byte[32];
			byte[] name = field.substring(0, field.indexOf(':')).getBytes(StandardCharsets.US_ASCII);
			System.arraycopy(name, 0, descriptor, 0, name.length);
			descriptor[11] = (byte) field.charAt(field.indexOf(':') + 1);
			descriptor[16] = (byte) WIDTH;
			out.writeBytes(descriptor);
		}
		out.write(0x0D);
		for (byte[] record : records) {
			out.writeBytes(record);
		}
		out.write(0x1A);
		return out.toByteArray();
	}

	private static void little(byte[] bytes, int at, int value, int count) {
		for (int i = 0; i < count; i++) {
			bytes[at + i] = (byte) (value >> (8 * i));
		}
	}

	private Path file(byte[] bytes) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "table", ".dbf"), bytes);
	}

}
