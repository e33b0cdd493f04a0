package io.rollcall.identity;

import java.util.Locale;
import java.util.Set;

/** Words and strokes that people type where they have nothing to type. */
final class Placeholders {

	private static final Set<String> WORDS = Set.of("无", "暂无", "没有", "空", "空白", "缺", "缺失", "未填", "未填写", "未提供", "未知",
			"不详", "不明", "待定", "待补", "待补充", "待核实", "待查", "无证件", "无身份证", "NULL", "NONE", "NIL", "N/A", "#N/A", "NAN",
			"(NULL)", "(空)", "UNKNOWN", "未办理", "无号码");

	private static final String STROKES = "-_/\\.,;、。—–~·|";

	private Placeholders() {
	}

	/**
	 * Whether a cleaned text stands for nothing.
	 * @param text the cleaned text, not empty
	 */
	static boolean isPlaceholder(String text) {
		return text.length() <= 8 && (isStrokes(text) || WORDS.contains(text.toUpperCase(Locale.ROOT)));
	}

	/** Repeated or counted digits, which are typed to get past a required field. */
	static boolean isDummyNumber(String text) {
		if (!CodePoints.isAllDigits(text)) {
			return false;
		}
		return hasStep(text, 0) || (text.length() >= 6 && text.charAt(0) <= '1' && hasStep(text, 1));
	}

	private static boolean isStrokes(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (STROKES.indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return !text.isEmpty();
	}

	/** Counting goes on with 0 after 9. */
	private static boolean hasStep(String digits, int step) {
		for (int i = 1; i < digits.length(); i++) {
			if ((digits.charAt(i) - digits.charAt(i - 1) - step) % 10 != 0) {
				return false;
			}
		}
		return true;
	}

}
