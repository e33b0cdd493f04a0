package io.rollcall.source;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import io.rollcall.source.RefusedException.Problem;

/** Reads Excel 97 to 2003 workbooks record by record, once to learn and once to tell. */
final class XlsReader implements TableReader {

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
			XlsBook book;
			try (DocumentInputStream in = workbook(ole.getRoot())) {
				book = XlsBook.read(new BiffStream(in, out.deadline()));
			}
			try (DocumentInputStream in = workbook(ole.getRoot())) {
				new XlsRecords(book, options, out).read(new BiffStream(in, out.deadline()));
			}
		}
	}

	private static DocumentInputStream workbook(DirectoryNode root) throws IOException {
		for (String name : new String[] { "Workbook", "WORKBOOK" }) {
			if (root.hasEntry(name)) {
				return root.createDocumentInputStream(name);
			}
		}
		throw new Refusal(Problem.DAMAGED);
	}

}
