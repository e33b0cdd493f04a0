package io.rollcall.claims;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which kinds of proof there are and which a field needs (union of published rules of
 * several universities and provinces, docs/rules.md, "Evidence"). Only kinds are named,
 * never a document or its number.
 */
public final class Evidence {

	/** Somebody says that there is nothing yet. */
	private static final Pattern NOTHING = Pattern.compile(
			"(暂?无|没有?|未(提供|提交|交)|暂未.*|待(补|交|提供|提交).*|后补|稍后.*|[-—/\\\\.。0]+|none|n/?a|missing|no)?[。.]?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern KIND = Pattern
		.compile("身份证|户口|户籍|公安|派出所|警|证明|出生|报名|登记表|录取|名册|名单|通知书|异动|文件|批文|公文|证件|护照|通行证"
				+ "|居住证|勘误|民委|民宗|学籍卡|档案|准考证|毕业证|学生证|[证簿本表函册]|ID|card|register|police|certificate|list|document|form",
				Pattern.CASE_INSENSITIVE);

	private static final Map<String, List<String>> NEEDED = Map.ofEntries(
			Map.entry("name", List.of("household", "id-card", "police-change")),
			Map.entry("id_no", List.of("household", "id-card", "police-number")),
			Map.entry("birth_date", List.of("household", "id-card", "police-number", "birth-certificate")),
			Map.entry("sex", List.of("id-card", "registration")),
			Map.entry("ethnic_group", List.of("id-card", "registration")),
			Map.entry("major_name", List.of("admission-list", "change-document")),
			Map.entry("study_length", List.of("admission-list", "change-document")),
			Map.entry("level", List.of("admission-list", "change-document")),
			Map.entry("study_form", List.of("admission-list", "change-document")),
			Map.entry("entry_date", List.of("admission-list")), Map.entry("photo_present", List.of("photo-form")));

	private Evidence() {
	}

	/**
	 * Whether a text names any kind of proof.
	 * @param text what stands in 佐证材料
	 * @return false for an empty cell, "无", "待补" and words that name no kind of document
	 */
	public static boolean isNamed(String text) {
		String said = text.strip();
		return !NOTHING.matcher(said).matches() && KIND.matcher(said).find();
	}

	/**
	 * The kinds of proof that a field needs.
	 * @param field the canonical field
	 * @return keys of kinds, the general ones for a field without a list of its own
	 */
	public static List<String> needed(String field) {
		return NEEDED.getOrDefault(field, List.of("id-card", "registration"));
	}

}
