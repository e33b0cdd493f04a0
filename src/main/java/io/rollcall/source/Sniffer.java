package io.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

import io.rollcall.source.RefusedException.Problem;

/** Tells what a file is from its content, or refuses it with the name of what it is. */
final class Sniffer {

	/** Bytes looked at; enough for the longest preamble of an exported web page. */
	private static final int HEAD = 64 << 10;

	private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");

	private static final byte[] EMPTY_ZIP = HexFormat.of().parseHex("504b0506");

	private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

	private Sniffer() {
	}

	/**
	 * Recognises a file.
	 * @param file the file
	 * @param size its size in bytes, not 0
	 * @return its kind
	 * @throws IOException when it cannot be read
	 * @throws Refusal when it is no table, encrypted, or too damaged to tell
	 */
	static FileKind sniff(Path file, long size) throws IOException {
		byte[] head = head(file);
		if (Magic.startsWith(head, 0, OLE2)) {
			return OleSniffer.sniff(file);
		}
		if (XlsReader.isBareStream(head)) {
			return FileKind.XLS;
		}
		if (Magic.startsWith(head, 0, ZIP) || Magic.startsWith(head, 0, EMPTY_ZIP)) {
			return ZipSniffer.sniff(file, head);
		}
		Optional<String> noTable = Magic.noTable(head);
		if (noTable.isPresent()) {
			throw new Refusal(Problem.NOT_A_TABLE, noTable.get());
		}
		Optional<String> oldExcel = Magic.oldExcel(head);
		if (oldExcel.isPresent()) {
			throw new Refusal(Problem.SAVE_AS_XLSX, oldExcel.get());
		}
		Optional<String> otherTable = DbfHeader.otherLayout(head);
		if (otherTable.isPresent()) {
			throw new Refusal(Problem.SAVE_AS_XLSX, otherTable.get());
		}
		return DbfHeader.looksLike(head) ? FileKind.DBF : TextSniffer.sniff(head, file.toString());
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(HEAD);
		}
	}

}
