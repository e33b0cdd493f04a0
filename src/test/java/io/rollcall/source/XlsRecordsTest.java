package io.rollcall.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.source.TableHandler.Notice;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Records as programs other than Excel write them into healthy workbooks. */
class XlsRecordsTest {

	private static final int NUMBER = 0x0203;

	private static final int LABEL = 0x0204;

	private static final double EMPTY_TEXT = result(3, 0);

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream sheet = new ByteArrayOutputStream();

	@Test
	void cellsMayComeColumnByColumn() throws Exception {
		text(LABEL, 0, 0, "姓名");
		text(LABEL, 1, 0, "张三");
		text(LABEL, 2, 0, "李四");
		text(LABEL, 0, 1, "学号");
		text(LABEL, 2, 1, "0020002");
		text(LABEL, 1, 1, "0020001");
		assertThat(Collected.of(file()).filled()).containsExactly("1 姓名|学号", "2 张三|0020001", "3 李四|0020002");
	}

	@Test
	void aPlaceWithTwoValuesIsBrokenInAnyOrder() throws Exception {
		text(LABEL, 0, 0, "姓名");
		text(LABEL, 1, 0, "张三");
		text(LABEL, 0, 0, "李四");
		assertThat(Collected.of(file()).cell(1, 0).kind()).isEqualTo(Cell.Kind.CONTRADICTORY);
	}

	@Test
	void richTextsShortNumbersAndFormulasOfOlderVersionsAreRead() throws Exception {
		text(0x00D6, 0, 0, "姓名");
		record(0x027E, cell(0, 1).putInt(2020 << 2 | 2));
		record(0x00BD,
				cell(0, 2, false).putShort((short) 0)
					.putInt(7 << 2 | 2)
					.putShort((short) 0)
					.putInt(8 << 2 | 2)
					.putShort((short) 3));
		formula(0x0406, 0, 4, 2.5, 0);
		formula(0x0206, 0, 5, result(1, 1), 0);
		formula(0x0006, 0, 6, result(0, 0), 0);
		record(0x0207, text(ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN), "学院"));
		formula(0x0006, 0, 7, result(2, 42), 0);
		assertThat(Collected.of(file()).filled()).containsExactly("1 姓名|2020|7|8|2.5|TRUE|学院|#N/A");
	}

	@Test
	void emptyTextsAreResultsOnlyWhereSomethingWasCalculated() throws Exception {
		text(LABEL, 0, 0, "姓名");
		formula(0x0006, 0, 1, EMPTY_TEXT, 0);
		Collected never = Collected.of(file());
		assertThat(never.cell(1, 1)).isEqualTo(Cell.UNCALCULATED);
		assertThat(never.notices).containsExactly(new Notice(Notice.Kind.FORMULAS_WITHOUT_RESULT, "a", 1));
		formula(0x0006, 0, 2, 2, 0);
		assertThat(Collected.of(file()).notices).isEmpty();
	}

	@Test
	void aStreamWithoutAContainerIsAWorkbook() throws Exception {
		text(LABEL, 0, 0, "姓名");
		Path bare = Files.write(this.folder.resolve("bare.xls"), stream());
		assertThat(Collected.of(bare).filled()).containsExactly("1 姓名");
		assertThat(Sources.sniff(bare)).isEqualTo(FileKind.XLS);
	}

	@Test
	void whatIsNoCellIsNeverLookedInto() throws Exception {
		text(LABEL, 0, 0, "姓名");
		record(0x00EC, ByteBuffer.allocate(3));
		record(0xD15D, ByteBuffer.allocate(1));
		record(0x0894, ByteBuffer.allocate(0));
		text(LABEL, 1, 0, "张三");
		assertThat(Collected.of(file()).filled()).containsExactly("1 姓名", "2 张三");
	}

	@Test
	void numbersKeepTheirStyleAndMergedAreasTheirRows() throws Exception {
		text(LABEL, 0, 0, "姓名");
		record(NUMBER, cell(1, 0).putDouble(20010203));
		record(0x00E5,
				ByteBuffer.allocate(18)
					.order(ByteOrder.LITTLE_ENDIAN)
					.putShort((short) 2)
					.putShort((short) 0)
					.putShort((short) 0)
					.putShort((short) 0)
					.putShort((short) 3)
					.putShort((short) 1)
					.putShort((short) 2)
					.putShort((short) 0)
					.putShort((short) 0));
		Collected read = Collected.of(file());
		assertThat(read.cell(2, 0)).isEqualTo(new Cell("20010203", Cell.Kind.NUMBER));
		assertThat(read.ends.get(0).merged()).containsExactly(new MergedArea(2, 3, 0));
	}

	private static double result(int type, int value) {
		return Double.longBitsToDouble(0xFFFFL << 48 | (long) value << 16 | type);
	}

	private void formula(int sid, int row, int column, double result, int options) throws IOException {
		record(sid, cell(row, column).putDouble(result).putShort((short) options).putInt(0));
	}

	private void text(int sid, int row, int column, String text) throws IOException {
		record(sid, text(cell(row, column), text));
	}

	private static ByteBuffer text(ByteBuffer start, String text) {
		return start.putShort((short) text.length()).put((byte) 1).put(text.getBytes(StandardCharsets.UTF_16LE));
	}

	private static ByteBuffer cell(int row, int column) {
		return cell(row, column, true);
	}

	private static ByteBuffer cell(int row, int column, boolean style) {
		ByteBuffer start = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
		start.putShort((short) row).putShort((short) column);
		return style ? start.putShort((short) 0) : start;
	}

	private void record(int sid, ByteBuffer content) throws IOException {
		this.sheet.write(record(sid, (content.position() > 0)
				? java.util.Arrays.copyOf(content.array(), content.position()) : content.array()));
	}

	private static byte[] record(int sid, byte[] content) {
		return ByteBuffer.allocate(4 + content.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putShort((short) sid)
			.putShort((short) content.length)
			.put(content)
			.array();
	}

	private byte[] stream() throws IOException {
		byte[] globalStart = record(0x0809, new byte[] { 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
		byte[] sheetStart = record(0x0809, new byte[] { 0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
		byte[] boundSheet = record(0x0085, new byte[] { (byte) 44, 0, 0, 0, 0, 0, 1, 0, 'a' });
		byte[] end = record(0x000A, new byte[0]);
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		for (byte[] part : new byte[][] { globalStart, boundSheet, end, sheetStart, this.sheet.toByteArray(), end }) {
			stream.write(part);
		}
		return stream.toByteArray();
	}

	private Path file() throws IOException {
		Path file = Files.createTempFile(this.folder, "book", ".xls");
		try (POIFSFileSystem ole = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(file)) {
			ole.createDocument(new ByteArrayInputStream(stream()), "Workbook");
			ole.writeFilesystem(out);
		}
		return file;
	}

}
