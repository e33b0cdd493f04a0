package io.rollcall.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import io.rollcall.source.RefusedException.Problem;

/** Tells apart the many things that are stored in OLE2 compound files. */
final class OleSniffer {

	private static final Map<String, String> OTHERS = Map.of("WordDocument", "Word (.doc)", "PowerPoint Document",
			"PowerPoint (.ppt)", "VisioDocument", "Visio (.vsd)", "__properties_version1.0", "Outlook (.msg)",
			"FileHeader", "HWP");

	private OleSniffer() {
	}

	static FileKind sniff(Path file) throws IOException {
		try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
			return sniff(ole.getRoot());
		}
	}

	private static FileKind sniff(DirectoryNode root) {
		if (root.hasEntry("EncryptedPackage") || root.hasEntry("\u0006DataSpaces")) {
			throw new Refusal(Problem.ENCRYPTED);
		}
		if (root.hasEntry("Workbook") || root.hasEntry("WORKBOOK")) {
			return FileKind.XLS;
		}
		if (root.hasEntry("Book") || root.hasEntry("BOOK")) {
			throw new Refusal(Problem.SAVE_AS_XLSX, "Excel 5.0/95");
		}
		String name = OTHERS.entrySet()
			.stream()
			.filter((other) -> root.hasEntry(other.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("OLE2");
		throw new Refusal(Problem.NOT_A_TABLE, name);
	}

}
