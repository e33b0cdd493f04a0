package io.rollcall.campaign;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rollcall.identity.MatchLevel;
import io.rollcall.identity.TextComparison;

/**
 * The cross-walk of 大类招生: students are admitted to a broad major (机械类) and divided into
 * majors later. A broad major and one of its majors are no difference.
 *
 * @param groups the majors of each broad major
 */
public record MajorGroups(Map<String, List<String>> groups) {

	/** A campaign without broad majors. */
	public static final MajorGroups NONE = new MajorGroups(Map.of());

	/**
	 * A cross-walk.
	 * @throws SettingException when a broad major has no majors, stands twice or is among
	 * its own
	 */
	public MajorGroups {
		Set<String> names = new HashSet<>();
		Map<String, List<String>> copy = new LinkedHashMap<>();
		groups.forEach((broad, majors) -> {
			String path = "major_groups." + broad;
			if (majors.isEmpty()) {
				throw new SettingException(path, "EMPTY_VALUE");
			}
			if (!names.add(HeaderText.normalise(broad))) {
				throw new SettingException(path, "TWICE");
			}
			if (majors.stream().anyMatch((major) -> isSame(broad, major))) {
				throw new SettingException(path, "MAJOR_ITSELF", JobSection.shorten(broad));
			}
			copy.put(broad, List.copyOf(majors));
		});
		groups = copy;
	}

	/**
	 * Whether one of two majors is a broad one and the other one of its majors.
	 * Symmetric.
	 * @param first one major
	 * @param second the other
	 * @return true when the cross-walk says so
	 */
	public boolean relate(String first, String second) {
		return holds(first, second) || holds(second, first);
	}

	private boolean holds(String broad, String major) {
		return this.groups.entrySet()
			.stream()
			.anyMatch((group) -> isSame(group.getKey(), broad)
					&& group.getValue().stream().anyMatch((each) -> isSame(each, major)));
	}

	private static boolean isSame(String first, String second) {
		return TextComparison.ofMajors(first, second).level().compareTo(MatchLevel.GLYPH) <= 0;
	}

}
