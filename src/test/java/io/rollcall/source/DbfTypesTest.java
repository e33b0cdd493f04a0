package io.rollcall.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.rollcall.source.TableHandler.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every type of a DBF field is read or told by name, whatever else stands in its
 * descriptor.
 */
class DbfTypesTest {

	private static final int FOXPRO = 0x30;

	private static final int NULLABLE = 2;

	private static final int JULIAN_2001_02_03 = 2_451_944;

	@TempDir
	private Path folder;

	private final List<byte[]> fields = new ArrayList<>();

	private final ByteArrayOutputStream record = new ByteArrayOutputStream();

	@Test
	void binaryTypesOfFoxProAreRead() throws Exception {
		field("SJ", 'T', 8, 0, little(8).putInt(JULIAN_2001_02_03).putInt(30_600_000));
		field("RQ", 'T', 8, 0, little(8).putInt(JULIAN_2001_02_03).putInt(0));
		field("WU", 'T', 8, 0, little(8));
		field("XF", 'Y', 8, 0, little(8).putLong(12_345_600));
		field("CJ", 'B', 8, 0, little(8).putDouble(87.5));
		field("NJ", 'I', 4, 0, little(4).putInt(2020));
		field("XH", '+', 4, 0, little(4).putInt(7));
		field("XH2", '+', 4, 0, ByteBuffer.allocate(4).putInt(Integer.MIN_VALUE + 7));
		Collected read = Collected.of(file(FOXPRO));
		assertThat(read.cell(1, 0)).isEqualTo(new Cell("2001-02-03T08:30:00", Cell.Kind.DATE));
		assertThat(Collected.texts(read.rows.get(0)).subList(1, 8)).containsExactly("2001-02-03", "", "1234.56", "87.5",
				"2020", "7", "7");
		assertThat(read.cell(1, 4).kind()).isEqualTo(Cell.Kind.NUMBER);
		assertThat(read.notices).isEmpty();
	}

	@Test
	void whatTheRecordCallsNothingIsNothingAndVaryingTextsEndWhereItSays() throws Exception {
		field("XM", 'V', 10, 0, text("张三", 10, 4));
		field("NJ", 'I', 4, NULLABLE, little(4).putInt(0));
		field("RS", 'I', 4, NULLABLE, little(4).putInt(0));
		field("BZ", 'V', 4, NULLABLE, text("甲乙", 4, -1));
		field("_NullFlags", '0', 1, 5, little(1).put((byte) 0b00011));
		Collected read = Collected.of(file(FOXPRO));
		assertThat(Collected.texts(read.rows.get(0))).containsExactly("张三", "", "0", "甲乙");
		assertThat(read.notices).isEmpty();
	}

	@Test
	void typesThatCannotBeReadAreNamed() throws Exception {
		field("XM", 'C', 10, 0, text("张三", 10, -1));
		field("ZP", 'G', 10, 0, text("", 10, -1));
		field("BZ", 'M', 10, 0, text("", 10, -1));
		field("DX", 'B', 10, 0, text("", 10, -1));
		Collected read = Collected.of(file(3));
		assertThat(read.filled()).containsExactly("1 张三");
		assertThat(read.notices).containsExactly(new Notice(Notice.Kind.FIELDS_NOT_READ, "ZP:G, BZ:M, DX:B", 0));
	}

	@Test
	void daysAndTruthValuesThatNobodyEnteredAreNothing() throws Exception {
		field("XM", 'C', 10, 0, text("00000000", 10, -1));
		field("RQ", 'D', 8, 0, text("00000000", 8, -1));
		field("ZC", 'L', 1, 0, text("?", 1, -1));
		field("ZX", 'L', 1, 0, text("F", 1, -1));
		assertThat(Collected.of(file(3)).filled()).containsExactly("1 00000000|||F");
	}

	@Test
	void aMomentThatCannotBeIsBroken() throws Exception {
		field("XM", 'C', 10, 0, text("张三", 10, -1));
		field("SJ", 'T', 8, 0, little(8).putInt(12).putInt(5));
		assertThat(Collected.of(file(FOXPRO)).cell(1, 1).kind()).isEqualTo(Cell.Kind.CONTRADICTORY);
	}

	@Test
	void garbageInUnusedBytesMakesNoDamage() throws Exception {
		field("XM", 'C', 10, 0, text("张三", 10, -1));
		field("XH", 'N', 7, 0, text("2020001", 7, -1));
		for (byte[] field : this.fields) {
			for (int i : new int[] { 5, 9, 12, 13, 14, 15, 17, 18, 19, 23, 30, 31 }) {
				field[i] = (byte) (0xA5 + i);
			}
		}
		assertThat(Collected.of(file(3)).filled()).containsExactly("1 张三|2020001");
	}

	@Test
	void longTextsKeepTheirHighByte() throws Exception {
		field("BZ", 'C', 300, 0, text("甲".repeat(150), 300, -1));
		field("XM", 'c', 10, 0, text("张三", 10, -1));
		this.fields.get(0)[17] = 1;
		assertThat(Collected.of(file(3)).filled()).containsExactly("1 " + "甲".repeat(150) + "|张三");
	}

	@Test
	void unsetDatesAndFlagsOfRecordsAreNoDamage() throws Exception {
		field("XM", 'C', 10, 0, text("张三", 10, -1));
		byte[] table = table(3);
		table[1] = (byte) 0xFF;
		table[2] = (byte) 0xFF;
		table[3] = (byte) 0xFF;
		table[65] = 0;
		assertThat(Collected.of(Files.write(this.folder.resolve("a.dbf"), table)).filled()).containsExactly("1 张三");
	}

	@Test
	void tablesOfOtherLayoutsAreCalledByTheirName() throws Exception {
		byte[] seven = new byte[200];
		seven[0] = 4;
		seven[8] = 117;
		seven[10] = 11;
		seven[68] = 'X';
		seven[68 + 32] = 'C';
		seven[68 + 33] = 10;
		refused(seven, "dBASE 7 (.dbf)");
		byte[] two = new byte[200];
		two[0] = 2;
		two[8] = 'X';
		two[19] = 'C';
		two[24] = 'Y';
		two[35] = 'N';
		refused(two, "dBASE II (.dbf)");
	}

	private void refused(byte[] table, String name) throws IOException {
		Path file = Files.write(this.folder.resolve("other.dbf"), table);
		assertThatThrownBy(() -> Collected.of(file)).isInstanceOfSatisfying(RefusedException.class, (ex) -> {
			assertThat(ex.problem()).isEqualTo(RefusedException.Problem.SAVE_AS_XLSX);
			assertThat(ex.arguments()).containsExactly(name);
		});
	}

	private static ByteBuffer little(int length) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** A text padded with blanks, and its length in the last byte where it says so. */
	private static ByteBuffer text(String text, int width, int length) {
		ByteBuffer bytes = ByteBuffer.allocate(width).put(text.getBytes(Charset.forName("GB18030")));
		while (bytes.hasRemaining()) {
			bytes.put((byte) ' ');
		}
		return (length < 0) ? bytes : bytes.put(width - 1, (byte) length);
	}

	private void field(String name, char type, int width, int flags, ByteBuffer value) {
		byte[] descriptor = new byte[32];
		byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(bytes, 0, descriptor, 0, bytes.length);
		descriptor[11] = (byte) type;
		descriptor[16] = (byte) width;
		descriptor[18] = (byte) flags;
		this.fields.add(descriptor);
		this.record.writeBytes(value.array());
	}

	private byte[] table(int version) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(little(32).put(new byte[] { (byte) version, 120, 9, 1 })
			.putInt(1)
			.putShort((short) (33 + 32 * this.fields.size()))
			.putShort((short) (1 + this.record.size()))
			.array());
		this.fields.forEach(out::writeBytes);
		out.write(0x0D);
		out.write(' ');
		out.writeBytes(this.record.toByteArray());
		out.write(0x1A);
		return out.toByteArray();
	}

	private Path file(int version) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "table", ".dbf"), table(version));
	}

}
