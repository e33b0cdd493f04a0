package io.rollcall.source;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * First bytes of files that are no tables. Signatures that could also begin a text
 * (header rows start with {@code MZ} or {@code BM} in real exports) count only beside a
 * NUL byte.
 */
record Magic(String name, int offset, byte[] bytes, boolean alsoText) {

	/** Bytes in which a NUL must be found for a signature that could be text. */
	private static final int BINARY_WINDOW = 128;

	private static final List<Magic> ALL = List.of(ascii("PDF", 0, "%PDF-", false), hex("JPEG", 0, "ffd8ff"),
			hex("PNG", 0, "89504e470d0a1a0a"), ascii("GIF", 0, "GIF87a", false), ascii("GIF", 0, "GIF89a", false),
			ascii("BMP", 0, "BM", true), hex("TIFF", 0, "49492a00"), hex("TIFF", 0, "4d4d002a"),
			ascii("WebP", 8, "WEBP", true), ascii("WAV", 8, "WAVE", true), ascii("AVI", 8, "AVI ", true),
			ascii("MP4", 4, "ftyp", true), ascii("MP3", 0, "ID3", true), hex("RAR", 0, "526172211a07"),
			hex("7z", 0, "377abcaf271c"), hex("gzip", 0, "1f8b08"), hex("xz", 0, "fd377a585a00"),
			hex("bzip2", 4, "314159265359"), hex("Zstandard", 0, "28b52ffd"), ascii("tar", 257, "ustar", true),
			hex("Windows LNK", 0, "4c0000000114020000000000"), ascii("EXE", 0, "MZ", true), hex("ELF", 0, "7f454c46"),
			hex("Java class", 0, "cafebabe"), ascii("SQLite", 0, "SQLite format 3", false),
			hex("Microsoft Access", 0, "000100005374616e64617264"), ascii("RTF", 0, "{\\rtf", false),
			ascii("PostScript", 0, "%!PS", false), ascii("PSD", 0, "8BPS", true), ascii("Parquet", 0, "PAR1", true),
			hex("HDF5", 0, "894844460d0a1a0a"));

	/** Excel 2, 3 and 4 files begin with a bare BOF record. */
	private static final List<Magic> OLD_EXCEL = List.of(hex("Excel 2.0", 0, "09000400"),
			hex("Excel 3.0", 0, "09020600"), hex("Excel 4.0", 0, "09040600"), hex("Excel 5.0", 0, "09080800"),
			hex("Excel 5.0", 0, "0908080000050500"));

	/**
	 * What a file is that is certainly no table.
	 * @param head its first bytes
	 * @return its name, or empty
	 */
	static Optional<String> noTable(byte[] head) {
		return ALL.stream().filter((magic) -> magic.matches(head)).map(Magic::name).findFirst();
	}

	/**
	 * The Excel version of a sheet from before OLE2 files.
	 * @param head the first bytes of the file
	 * @return its name, or empty
	 */
	static Optional<String> oldExcel(byte[] head) {
		return OLD_EXCEL.stream().filter((magic) -> magic.matches(head)).map(Magic::name).findFirst();
	}

	static boolean startsWith(byte[] head, int offset, byte[] bytes) {
		if (head.length < offset + bytes.length) {
			return false;
		}
		for (int i = 0; i < bytes.length; i++) {
			if (head[offset + i] != bytes[i]) {
				return false;
			}
		}
		return true;
	}

	private boolean matches(byte[] head) {
		return startsWith(head, this.offset, this.bytes) && (!this.alsoText || hasNul(head));
	}

	private static boolean hasNul(byte[] head) {
		for (int i = 0; i < Math.min(head.length, BINARY_WINDOW); i++) {
			if (head[i] == 0) {
				return true;
			}
		}
		return false;
	}

	private static Magic ascii(String name, int offset, String text, boolean alsoText) {
		return new Magic(name, offset, text.getBytes(StandardCharsets.US_ASCII), alsoText);
	}

	private static Magic hex(String name, int offset, String digits) {
		return new Magic(name, offset, HexFormat.of().parseHex(digits), false);
	}

}
