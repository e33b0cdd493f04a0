package io.rollcall.source;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads Excel 97 to 2003 workbooks record by record. */
final class XlsReader implements TableReader {

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		XlsRecords records = new XlsRecords(options, out);
		HSSFRequest request = new HSSFRequest();
		request.addListenerForAllRecords(records);
		try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
			new HSSFEventFactory().processWorkbookEvents(request, ole);
		}
		records.finish();
	}

}
