package io.rollcall.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import io.rollcall.source.RefusedException.Problem;

/** Reads Excel 97 to 2003 workbooks record by record, once to learn and once to tell. */
final class XlsReader implements TableReader {

	/** The first record of a BIFF8 stream, with its version. */
	private static final byte[] START = HexFormat.of().parseHex("0908100000060500");

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		if (isBare(file)) {
			read(() -> new BufferedInputStream(Files.newInputStream(file)), options, out);
			return;
		}
		try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
			read(() -> workbook(ole.getRoot()), options, out);
		}
	}

	/** Whether a file is the stream of a workbook without the container around it. */
	static boolean isBareStream(byte[] head) {
		return Magic.startsWith(head, 0, START);
	}

	private static boolean isBare(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return isBareStream(in.readNBytes(START.length));
		}
	}

	private static void read(Opener stream, ReadOptions options, Output out) throws IOException {
		XlsBook book;
		try (InputStream in = stream.open()) {
			book = XlsBook.read(new BiffStream(in, out.deadline()));
		}
		try (InputStream in = stream.open()) {
			new XlsRecords(book, options, out).read(new BiffStream(in, out.deadline()));
		}
	}

	private static InputStream workbook(DirectoryNode root) throws IOException {
		for (String name : new String[] { "Workbook", "WORKBOOK" }) {
			if (root.hasEntry(name)) {
				return root.createDocumentInputStream(name);
			}
		}
		throw new Refusal(Problem.DAMAGED);
	}

	/** Opens the workbook's stream from its beginning. */
	private interface Opener {

		InputStream open() throws IOException;

	}

}
