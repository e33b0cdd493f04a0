package io.rollcall.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads the part of YAML that a settings file needs: maps, lists and scalars. Anchors and
 * aliases are refused, because a few lines of them can stand for gigabytes, and so are
 * keys that stand twice, of which one would silently be lost.
 */
final class JobYaml {

	private static final int MAX_DEPTH = 12;

	private static final Pattern INDENTED_BY_TAB = Pattern.compile("^ *\t");

	private final YAMLParser parser;

	private JobYaml(YAMLParser parser) {
		this.parser = parser;
	}

	/**
	 * Reads a settings file.
	 * @param file the file's name for messages
	 * @param text its text
	 * @return the whole file
	 * @throws JobFileException when the text is not such YAML
	 */
	static JobNode read(String file, String text) throws JobFileException {
		try (YAMLParser parser = (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
			return new JobYaml(parser).document();
		}
		catch (Misread ex) {
			throw new JobFileException(file, ex.line, ex.path, ex.reason);
		}
		catch (JacksonException ex) {
			int line = (ex.getLocation() != null) ? Math.max(ex.getLocation().getLineNr(), 0) : 0;
			int tab = lineIndentedByTab(text, line);
			throw (tab > 0) ? new JobFileException(file, tab, "", "TAB")
					: new JobFileException(file, line, "", "NOT_YAML");
		}
	}

	private JobNode document() {
		if (this.parser.nextToken() == null) {
			throw new Misread(0, "", "EMPTY_FILE");
		}
		JobNode root = node("", 0);
		if (this.parser.nextToken() != null) {
			throw misread("", "SECOND_DOCUMENT");
		}
		if (!(root.content() instanceof Map)) {
			throw new Misread(root.line(), "", "NOT_A_MAP");
		}
		return root;
	}

	private JobNode node(String path, int depth) {
		refuseAnchors(path);
		if (depth > MAX_DEPTH) {
			throw misread(path, "TOO_DEEP");
		}
		int line = line();
		JsonToken token = this.parser.currentToken();
		if (token == JsonToken.START_OBJECT) {
			return new JobNode(path, line, map(path, depth));
		}
		if (token == JsonToken.START_ARRAY) {
			return new JobNode(path, line, list(path, depth));
		}
		return new JobNode(path, line, (token == JsonToken.VALUE_NULL) ? null : this.parser.getString());
	}

	private Map<String, JobNode> map(String path, int depth) {
		Map<String, JobNode> map = new LinkedHashMap<>();
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			refuseAnchors(path);
			String key = this.parser.currentName();
			String child = path.isEmpty() ? key : path + "." + key;
			if (map.containsKey(key)) {
				throw misread(child, "TWICE");
			}
			int line = line();
			this.parser.nextToken();
			JobNode node = node(child, depth + 1);
			map.put(key, new JobNode(child, line, node.content()));
		}
		return map;
	}

	private List<JobNode> list(String path, int depth) {
		List<JobNode> list = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			list.add(node(path + "[" + (list.size() + 1) + "]", depth + 1));
		}
		return list;
	}

	private void refuseAnchors(String path) {
		if (this.parser.isCurrentAlias() || this.parser.getObjectId() != null) {
			throw misread(path, "ANCHOR");
		}
		if (this.parser.getTypeId() != null) {
			throw misread(path, "TAG");
		}
	}

	private int line() {
		return this.parser.currentTokenLocation().getLineNr();
	}

	private Misread misread(String path, String reason) {
		return new Misread(line(), path, reason);
	}

	/** The parser points to the tab's line or to the one before. */
	private static int lineIndentedByTab(String text, int around) {
		List<String> lines = text.lines().toList();
		return IntStream.rangeClosed(Math.max(around, 1), Math.min(around + 1, lines.size()))
			.filter((line) -> INDENTED_BY_TAB.matcher(lines.get(line - 1)).find())
			.findFirst()
			.orElse(0);
	}

	/** Stops the reading at a place. */
	private static final class Misread extends RuntimeException {

		private final int line;

		private final String path;

		private final String reason;

		Misread(int line, String path, String reason) {
			super(reason);
			this.line = line;
			this.path = path;
			this.reason = reason;
		}

	}

}
