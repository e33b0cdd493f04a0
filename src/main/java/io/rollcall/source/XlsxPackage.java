package io.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.source.RefusedException.Problem;

/**
 * The parts of a workbook and how they hang together (ECMA-376 part 2, relationships).
 *
 * @param sheets the worksheets in the order of their tabs
 * @param epoch1904 whether days are counted from 1904
 * @param calculatedOnLoad whether whoever opens it is asked to calculate every formula
 * @param styles path of the styles, or empty
 * @param strings path of the shared strings, or empty
 */
record XlsxPackage(List<SheetPart> sheets, boolean epoch1904, boolean calculatedOnLoad, Optional<String> styles,
		Optional<String> strings) {

	private static final String ROOT_RELATIONS = "_rels/.rels";

	/**
	 * The beginnings of types in transitional and strict packages and in Office 2007's
	 * first ones.
	 */
	private static final List<String> RELATION_TYPES = List.of(
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
			"http://purl.oclc.org/ooxml/officeDocument/relationships/",
			"http://schemas.microsoft.com/office/2006/relationships/");

	/** Name most writers give to the part, for packages with incomplete relationships. */
	private static final String USUAL_WORKBOOK = "xl/workbook.xml";

	/** Longest sheet name that is still looked at; Excel allows 31 characters. */
	private static final int NAME_LENGTH = 1_000;

	/**
	 * A worksheet.
	 *
	 * @param name the name on its tab
	 * @param hidden whether the workbook hides it
	 * @param path the part's path
	 */
	record SheetPart(String name, boolean hidden, String path) {
	}

	/** A relationship from one part to another. */
	private record Relation(String type, String path) {

		/** What relates to an extension of the same name is none of ours. */
		private boolean isA(String kind) {
			return RELATION_TYPES.stream().anyMatch((start) -> this.type.equals(start + kind));
		}

	}

	/**
	 * Reads the structure.
	 * @param zip the package
	 * @return its parts
	 * @throws IOException when it is damaged
	 */
	static XlsxPackage read(SafeZip zip) throws IOException {
		String workbook = workbookPath(zip).orElseThrow(() -> new Refusal(Problem.DAMAGED));
		Map<String, Relation> relations = relations(zip, workbook);
		List<SheetPart> sheets = new ArrayList<>();
		boolean epoch1904 = false;
		boolean calculatedOnLoad = false;
		try (InputStream in = zip.open(workbook); Xml xml = Xml.open(in)) {
			xml.nextStart();
			while (xml.nextChild()) {
				if (xml.name().equals("sheets")) {
					sheets(zip, xml, relations, sheets);
					continue;
				}
				switch (xml.name()) {
					case "workbookPr" -> epoch1904 = xml.flag("date1904");
					case "calcPr" -> calculatedOnLoad = xml.flag("fullCalcOnLoad");
					default -> {
						// of no concern
					}
				}
				xml.skip();
			}
		}
		return new XlsxPackage(sheets, epoch1904, calculatedOnLoad, part(zip, relations, "styles", "xl/styles.xml"),
				part(zip, relations, "sharedStrings", "xl/sharedstrings.xml"));
	}

	/**
	 * Finds the workbook.
	 * @param zip the package
	 * @return the path of its main part, or empty when it has none
	 * @throws IOException when it is damaged
	 */
	static Optional<String> workbookPath(SafeZip zip) throws IOException {
		Optional<String> main = relations(zip, "").values()
			.stream()
			.filter((relation) -> relation.isA("officeDocument"))
			.map(Relation::path)
			.filter(zip::has)
			.findFirst();
		return main.isPresent() ? main : Optional.of(USUAL_WORKBOOK).filter(zip::has);
	}

	private static void sheets(SafeZip zip, Xml xml, Map<String, Relation> relations, List<SheetPart> sheets)
			throws IOException {
		while (xml.nextChild()) {
			if (xml.name().equals("sheet")) {
				sheet(zip, xml, relations).ifPresent(sheets::add);
			}
			xml.skip();
		}
	}

	private static Optional<SheetPart> sheet(SafeZip zip, Xml xml, Map<String, Relation> relations) {
		String name = xml.attribute("name");
		String state = xml.attribute("state");
		String id = xml.attribute("id", "/relationships");
		if (id != null && id.isEmpty()) {
			// Modules of macros stand in the list of sheets without a part of their own.
			return Optional.empty();
		}
		Relation relation = relations.get((id != null) ? id : String.valueOf(xml.attribute("id")));
		if (name == null || name.length() > NAME_LENGTH || relation == null) {
			throw new Refusal(Problem.DAMAGED);
		}
		if (!relation.isA("worksheet")) {
			return Optional.empty();
		}
		if (!zip.has(relation.path())) {
			throw new Refusal(Problem.DAMAGED);
		}
		boolean hidden = "hidden".equals(state) || "veryHidden".equals(state);
		return Optional.of(new SheetPart(XlsxText.unescaped(name), hidden, relation.path()));
	}

	private static Optional<String> part(SafeZip zip, Map<String, Relation> relations, String kind, String usual) {
		return relations.values()
			.stream()
			.filter((relation) -> relation.isA(kind))
			.map(Relation::path)
			.findFirst()
			.or(() -> Optional.of(usual))
			.filter(zip::has);
	}

	/** The relationships of a part by their ids; none when it has none. */
	private static Map<String, Relation> relations(SafeZip zip, String part) throws IOException {
		int slash = part.lastIndexOf('/');
		String folder = part.substring(0, slash + 1);
		String path = part.isEmpty() ? ROOT_RELATIONS : folder + "_rels/" + part.substring(slash + 1) + ".rels";
		Map<String, Relation> relations = new HashMap<>();
		if (!zip.has(path)) {
			return relations;
		}
		try (InputStream in = zip.open(path); Xml xml = Xml.open(in)) {
			xml.nextStart();
			while (xml.nextChild()) {
				String target = xml.attribute("Target");
				String type = xml.attribute("Type");
				if (xml.name().equals("Relationship") && target != null && type != null
						&& !"External".equals(xml.attribute("TargetMode"))) {
					relations.put(String.valueOf(xml.attribute("Id")), new Relation(type, resolved(folder, target)));
				}
				xml.skip();
			}
		}
		return relations;
	}

	/** The path a target means from a folder; it can never lead out of the package. */
	private static String resolved(String folder, String target) {
		boolean absolute = target.startsWith("/") || target.startsWith("\\");
		Deque<String> path = new ArrayDeque<>();
		for (String step : SafeZip.normalised(absolute ? target : folder + target).split("/")) {
			if (step.equals("..")) {
				path.pollLast();
			}
			else if (!step.isEmpty() && !step.equals(".")) {
				path.addLast(step);
			}
		}
		return String.join("/", path);
	}

}
