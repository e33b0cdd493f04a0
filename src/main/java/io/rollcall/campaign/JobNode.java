package io.rollcall.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of a job file with its place, so that every message can name the line.
 *
 * @param path the path of the setting, empty for the whole file
 * @param line the line on which it starts, from 1
 * @param content a map from key to node, a list of nodes, the text of a scalar, or null
 * where the file says nothing
 */
record JobNode(String path, int line, Object content) {

	Map<String, JobNode> map() {
		if (this.content == null) {
			return Map.of();
		}
		if (!(this.content instanceof Map<?, ?> map)) {
			throw new SettingException(this.path, "NOT_A_MAP");
		}
		Map<String, JobNode> nodes = new LinkedHashMap<>();
		map.forEach((key, node) -> nodes.put((String) key, (JobNode) node));
		return nodes;
	}

	List<JobNode> list() {
		if (this.content == null) {
			return List.of();
		}
		if (!(this.content instanceof List<?> list)) {
			throw new SettingException(this.path, "NOT_A_LIST");
		}
		return list.stream().map(JobNode.class::cast).toList();
	}

	List<String> texts() {
		return list().stream().map(JobNode::text).toList();
	}

	String text() {
		if (this.content instanceof String text && !text.isBlank()) {
			return text.strip();
		}
		throw new SettingException(this.path, (isEmpty() ? "EMPTY_VALUE" : "NOT_TEXT"));
	}

	boolean isEmpty() {
		return this.content == null || "".equals(this.content);
	}

	boolean isList() {
		return this.content instanceof List;
	}

	/**
	 * The line of a setting, or of the nearest section around it that the file holds.
	 */
	int lineOf(String wanted) {
		int line = (this.path.isEmpty() || isAround(wanted)) ? this.line : 0;
		List<JobNode> children = (this.content instanceof Map) ? List.copyOf(map().values())
				: (this.content instanceof List) ? list() : List.of();
		for (JobNode child : children) {
			if (child.isAround(wanted)) {
				line = child.lineOf(wanted);
			}
		}
		return line;
	}

	private boolean isAround(String wanted) {
		return wanted.equals(this.path) || wanted.startsWith(this.path + ".") || wanted.startsWith(this.path + "[");
	}

}
