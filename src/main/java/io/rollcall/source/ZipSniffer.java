package io.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.rollcall.source.RefusedException.Problem;

/** Tells apart the many things that are stored in ZIP files. */
final class ZipSniffer {

	/** Entries by which a kind of package is known, the more telling ones first. */
	private static final List<String[]> OTHERS = List.of(new String[] { "word/document.xml", "Word (.docx)" },
			new String[] { "ppt/presentation.xml", "PowerPoint (.pptx)" },
			new String[] { "visio/document.xml", "Visio (.vsdx)" }, new String[] { "ofd.xml", "OFD" },
			new String[] { "fixeddocseq.fdseq", "XPS" }, new String[] { "androidmanifest.xml", "APK" },
			new String[] { "meta-inf/manifest.mf", "JAR" });

	private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

	private ZipSniffer() {
	}

	static FileKind sniff(Path file, byte[] head) throws IOException {
		if (head.length > 6 && (head[6] & 1) != 0 && head[2] == 3) {
			throw new Refusal(Problem.ENCRYPTED);
		}
		try (SafeZip zip = SafeZip.open(file, Limits.DEFAULT, new Deadline(Limits.TIME))) {
			Optional<String> saveAs = otherSpreadsheet(zip);
			if (saveAs.isPresent()) {
				throw new Refusal(Problem.SAVE_AS_XLSX, saveAs.get());
			}
			if (zip.has("xl/workbook.xml")) {
				return FileKind.XLSX;
			}
			Optional<String> other = other(zip);
			if (other.isPresent()) {
				throw new Refusal(Problem.NOT_A_TABLE, other.get());
			}
			if (zip.has("[content_types].xml") && XlsxPackage.workbookPath(zip).isPresent()) {
				return FileKind.XLSX;
			}
			throw new Refusal(Problem.NOT_A_TABLE, "ZIP");
		}
	}

	private static Optional<String> otherSpreadsheet(SafeZip zip) throws IOException {
		if (zip.has("xl/workbook.bin")) {
			return Optional.of("Excel .xlsb");
		}
		if (zip.has("index/document.iwa") || zip.has("index.zip")) {
			return Optional.of("Apple iWork");
		}
		return openDocument(zip).filter("spreadsheet"::equals).map((type) -> "OpenDocument .ods");
	}

	private static Optional<String> other(SafeZip zip) throws IOException {
		Optional<String> type = openDocument(zip);
		if (type.isPresent()) {
			return Optional.of("OpenDocument");
		}
		if (zip.has("mimetype")) {
			return Optional.of("EPUB/ZIP");
		}
		return OTHERS.stream().filter((other) -> zip.has(other[0])).map((other) -> other[1]).findFirst();
	}

	/** The kind of OpenDocument file, such as {@code spreadsheet}; templates included. */
	private static Optional<String> openDocument(SafeZip zip) throws IOException {
		if (!zip.has("mimetype")) {
			return Optional.empty();
		}
		try (InputStream in = zip.open("mimetype")) {
			String type = new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
			return type.startsWith(OPEN_DOCUMENT)
					? Optional.of(type.substring(OPEN_DOCUMENT.length()).replace("-template", "")) : Optional.empty();
		}
	}

}
