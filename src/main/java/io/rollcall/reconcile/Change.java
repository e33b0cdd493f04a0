package io.rollcall.reconcile;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A change of status (异动) that the school's system records, with the document that orders
 * it: it explains differences until the platform follows.
 *
 * @param type the kind of change
 * @param documentNo the document's number, or null
 * @param approvedOn the date of approval as written, or null
 */
record Change(String type, @Nullable String documentNo, @Nullable String approvedOn) {

	private static final Set<String> PLACE = Set.of("class_no", "current_grade", "expected_graduation_date");

	private static final Set<String> STUDIES = Set.of("major_name", "major_code", "admitted_major_code", "college",
			"department", "class_no", "study_length", "current_grade", "expected_graduation_date");

	private static final Map<String, Set<String>> EXPLAINS = Map.ofEntries(Map.entry("转专业", STUDIES),
			Map.entry("转学(转入)", STUDIES), Map.entry("专升本", STUDIES), Map.entry("转班级", Set.of("class_no")),
			Map.entry("留级", PLACE), Map.entry("降级", PLACE), Map.entry("跳级", PLACE), Map.entry("休学", PLACE),
			Map.entry("复学", STUDIES), Map.entry("延长学年", Set.of("expected_graduation_date", "study_length")));

	static @Nullable Change of(@Nullable String type, @Nullable String documentNo, @Nullable String approvedOn) {
		return (type != null) ? new Change(type, documentNo, approvedOn) : null;
	}

	/** Only a change with a document explains anything. */
	boolean explains(String field) {
		return (this.documentNo != null || this.approvedOn != null)
				&& EXPLAINS.getOrDefault(this.type, Set.of()).contains(field);
	}

	/** What a person would look for in the files. */
	String told() {
		StringBuilder told = new StringBuilder(this.type);
		for (String part : new String[] { this.documentNo, this.approvedOn }) {
			if (part != null) {
				told.append(' ').append(part);
			}
		}
		return told.toString();
	}

	@Override
	public String toString() {
		return "Change";
	}

}
