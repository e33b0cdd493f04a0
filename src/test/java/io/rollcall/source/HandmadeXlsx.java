package io.rollcall.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, for what no library writes. */
final class HandmadeXlsx {

	static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

	private final Map<String, String> parts = new LinkedHashMap<>();

	HandmadeXlsx() {
		this.parts.put("_rels/.rels", relations(
				"<Relationship Id=\"r1\" Type=\"" + RELATIONS + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
		this.parts.put("xl/_rels/workbook.xml.rels",
				relations("<Relationship Id=\"s1\" Type=\"" + RELATIONS
						+ "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"" + RELATIONS
						+ "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"s3\" Type=\"" + RELATIONS
						+ "/styles\" Target=\"styles.xml\"/>"));
		workbook("<sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"s1\"/></sheets>");
		sheet("<sheetData/>");
		strings("");
		styles("<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
	}

	HandmadeXlsx workbook(String content) {
		return part("xl/workbook.xml",
				"<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + content + "</workbook>");
	}

	HandmadeXlsx sheet(String content) {
		return part("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\">" + content + "</worksheet>");
	}

	HandmadeXlsx rows(String rows) {
		return sheet("<sheetData>" + rows + "</sheetData>");
	}

	HandmadeXlsx strings(String content) {
		return part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + content + "</sst>");
	}

	HandmadeXlsx styles(String content) {
		return part("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\">" + content + "</styleSheet>");
	}

	HandmadeXlsx part(String path, String content) {
		this.parts.put(path, content);
		return this;
	}

	Path save(Path folder) throws IOException {
		Path file = Files.createTempFile(folder, "hand", ".xlsx");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, String> part : this.parts.entrySet()) {
				out.putNextEntry(new ZipEntry(part.getKey()));
				out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part.getValue())
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		return file;
	}

	/** A cell with a text of its own. */
	static String text(String reference, String text) {
		return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
	}

	private static String relations(String content) {
		return "<Relationships xmlns=\"" + PACKAGE + "\">" + content + "</Relationships>";
	}

}
