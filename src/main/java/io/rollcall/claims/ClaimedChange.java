package io.rollcall.claims;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A claimed value that is told as a change: 由汉族改为回族, 汉族→回族, 应为回族, 民族应为回族, 回族（原汉族）.
 *
 * @param field the word that names the field, or empty
 * @param said what is wrong now, or empty
 * @param right what is right
 */
record ClaimedChange(String field, String said, String right) {

	private static final Pattern ARROW = Pattern.compile("(.*?)\\s*(?:[→⟶➔➜⇒]|=+>|[-—]+>)\\s*(.+)", Pattern.DOTALL);

	private static final Pattern CHANGE = Pattern
		.compile("(.*?)(?:应当?|需要?|请|现)?(?:更改|变更|更正|修改|改正|纠正|订正|改|变)(?:为|成|作)\\s*[:：]?\\s*(.+)", Pattern.DOTALL);

	private static final Pattern SHOULD = Pattern.compile("(.*?)(?:应该|应当|应|实际上?|实|正确的?应?|其实)(?:为|是)\\s*[:：]?\\s*(.+)",
			Pattern.DOTALL);

	private static final Pattern NOT = Pattern.compile("(.+?)\\s*[，,；;]\\s*(?:而?不是|而非|并非)\\s*(.+)", Pattern.DOTALL);

	private static final Pattern NOT_BUT = Pattern.compile("(?:原来|原)?(?:不是|并非|非)(.+?)\\s*[，,；;、\\s]\\s*而?是\\s*(.+)",
			Pattern.DOTALL);

	/** Two signs at least on either side: 原 and 现 may belong to a name. */
	private static final Pattern FORMER = Pattern.compile("原来?(?:为|是)?(.{2,}?)[，,；;、\\s]*现在?(?:为|是)?[:：]?\\s*(.{2,})",
			Pattern.DOTALL);

	private static final Pattern BARE = Pattern.compile("(.+?)\\s*改\\s*(.+)", Pattern.DOTALL);

	private static final Pattern REMARK = Pattern
		.compile("(.+?)\\s*[（(]\\s*(?:原(?:来|先)?[为是名写]?|不是|误[为写]为?|错为|非)\\s*[:：]?\\s*(.+?)\\s*[）)]。?", Pattern.DOTALL);

	private static final Set<String> SEXES = Set.of("男", "女");

	private static final Pattern FIELD = Pattern.compile("(.{1,8}?)[:：]?(?:由|从|误为|误写为|错写成|错为|写成|显示为)(.*)");

	private static final Pattern BEFORE = Pattern.compile("^(?:由|从|将|把|原来?为|原来?是|原|误为|误写为|误|错写成|错为|不是|非|写成|显示为|显示)");

	private static final String QUOTES = "“”\"'‘’「」『』";

	/**
	 * Takes a claimed value apart.
	 * @param text the cell's text
	 * @param names whether a word names a field
	 * @return the change, or empty for a plain value
	 */
	static Optional<ClaimedChange> of(String text, Predicate<String> names) {
		String told = text.strip();
		for (Pattern pattern : new Pattern[] { ARROW, CHANGE, SHOULD }) {
			Matcher matcher = pattern.matcher(told);
			if (matcher.matches()) {
				return Optional.of(change(matcher.group(1).strip(), matcher.group(2).strip(), names));
			}
		}
		return reversed(told).or(() -> bare(told));
	}

	/** What is right stands first. */
	private static Optional<ClaimedChange> reversed(String told) {
		for (Pattern pattern : new Pattern[] { NOT, REMARK }) {
			Matcher matcher = pattern.matcher(told);
			if (matcher.matches()) {
				return Optional.of(new ClaimedChange("", plain(matcher.group(2)), plain(matcher.group(1))));
			}
		}
		return Optional.empty();
	}

	/** 原甲现乙, 不是甲，是乙, and 甲改乙 where both are values of one kind. */
	private static Optional<ClaimedChange> bare(String told) {
		for (Pattern pattern : new Pattern[] { NOT_BUT, FORMER, BARE }) {
			Matcher matcher = pattern.matcher(told);
			if (matcher.matches() && (pattern != BARE || areAlike(matcher.group(1), matcher.group(2)))) {
				return Optional.of(new ClaimedChange("", plain(matcher.group(1)), plain(matcher.group(2))));
			}
		}
		return Optional.empty();
	}

	/** Names may hold 改: only what begins or ends alike is one value and another. */
	private static boolean areAlike(String before, String after) {
		if (SEXES.contains(before) && SEXES.contains(after)) {
			return true;
		}
		return before.length() > 1 && after.length() > 1 && (before.charAt(0) == after.charAt(0)
				|| before.charAt(before.length() - 1) == after.charAt(after.length() - 1));
	}

	private static ClaimedChange change(String before, String after, Predicate<String> names) {
		boolean bracketed = before.endsWith("（") || before.endsWith("(");
		String right = plain(bracketed ? after.replaceFirst("[）)]。?$", "") : after);
		Matcher not = NOT.matcher(right);
		right = not.matches() ? plain(not.group(1)) : right;
		String said = before.replaceAll("[，,、；;:：（(\\s]+$", "");
		if (names.test(said)) {
			return new ClaimedChange(said, "", right);
		}
		Matcher field = FIELD.matcher(said);
		if (field.matches() && names.test(field.group(1).strip())) {
			return new ClaimedChange(field.group(1).strip(), plain(field.group(2)), right);
		}
		return new ClaimedChange("", plain(BEFORE.matcher(said).replaceFirst("")), right);
	}

	/** Without quotation marks around it and a full stop behind. */
	private static String plain(String text) {
		String bare = text.strip().replaceAll("[。！!]+$", "").strip();
		while (bare.length() > 2 && QUOTES.indexOf(bare.charAt(0)) >= 0
				&& QUOTES.indexOf(bare.charAt(bare.length() - 1)) >= 0) {
			bare = bare.substring(1, bare.length() - 1).strip();
		}
		return bare;
	}

	@Override
	public String toString() {
		return "change";
	}

}
