package io.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.rollcall.source.RefusedException.Problem;

/**
 * The shared strings of a workbook, packed as UTF-8 in large blocks: five million strings
 * take some 200 MB, a third of what they would as objects. Strings that were used lately
 * are kept as cells, because columns repeat theirs.
 */
final class SharedStrings {

	/** Holds at least ten of the longest strings, so little is wasted at block ends. */
	private static final int BLOCK = 1 << 20;

	private static final int CACHE = 1 << 13;

	private final List<byte[]> blocks = new ArrayList<>();

	private int[] offsets = new int[1 << 10];

	private int[] lengths = new int[1 << 10];

	private int size;

	private int used = BLOCK;

	private final int[] cachedIndexes = new int[CACHE];

	private final Cell[] cachedCells = new Cell[CACHE];

	/**
	 * Reads the strings.
	 * @param in the shared strings part
	 * @param limits limits on lengths and on the whole
	 * @return the strings
	 * @throws IOException when it is damaged
	 */
	static SharedStrings read(InputStream in, Limits limits) throws IOException {
		SharedStrings strings = new SharedStrings();
		try (Xml xml = Xml.open(in)) {
			xml.nextStart();
			while (xml.nextChild()) {
				if (xml.name().equals("si")) {
					strings.add(XlsxText.rich(xml, limits.cellLength()), limits);
				}
				else {
					xml.skip();
				}
			}
		}
		return strings;
	}

	/**
	 * One string as a cell.
	 * @param index its place from 0
	 * @return the cell; broken when there is no such string
	 */
	Cell cell(int index) {
		if (index < 0 || index >= this.size) {
			return RowBuffer.BROKEN;
		}
		int slot = index & (CACHE - 1);
		if (this.cachedCells[slot] == null || this.cachedIndexes[slot] != index) {
			this.cachedIndexes[slot] = index;
			this.cachedCells[slot] = Cell.ofText(text(index));
		}
		return this.cachedCells[slot];
	}

	int size() {
		return this.size;
	}

	private String text(int index) {
		byte[] block = this.blocks.get(this.offsets[index] / BLOCK);
		return new String(block, this.offsets[index] % BLOCK, this.lengths[index], StandardCharsets.UTF_8);
	}

	private void add(String text, Limits limits) {
		if (text.length() > limits.cellLength()) {
			throw new Refusal(Problem.CELL_LENGTH, limits.cellLength());
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		// An empty string needs a block as well when it is the first one.
		if (this.blocks.isEmpty() || this.used + bytes.length > BLOCK) {
			nextBlock(bytes.length);
		}
		if (this.size == this.offsets.length) {
			this.offsets = Arrays.copyOf(this.offsets, this.size + (this.size >> 1));
			this.lengths = Arrays.copyOf(this.lengths, this.offsets.length);
		}
		System.arraycopy(bytes, 0, this.blocks.get(this.blocks.size() - 1), this.used, bytes.length);
		this.offsets[this.size] = (this.blocks.size() - 1) * BLOCK + this.used;
		this.lengths[this.size++] = bytes.length;
		this.used += bytes.length;
	}

	private void nextBlock(int needed) {
		if (needed > BLOCK || this.blocks.size() >= Integer.MAX_VALUE / BLOCK) {
			throw new Refusal(Problem.MEMORY);
		}
		this.blocks.add(new byte[BLOCK]);
		this.used = 0;
	}

}
