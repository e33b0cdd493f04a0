package io.rollcall.account;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.rollcall.identity.Cleaned;

/** What is done to a typed prompt before it is stored, and before it is matched. */
final class PromptText {

	/** Stands where something personal stood. */
	private static final String MASK = "***";

	/** What the ACC-09 prompt shows between these words is an account. */
	private static final String BOUND_TO = "被用户";

	private static final int LONGEST = 500;

	private static final int LONGEST_RAW = 5000;

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private static final Pattern MAIL = Pattern
		.compile("[A-Za-z0-9._%+*\\-]* ?@ ?[A-Za-z0-9*\\-]+(?: ?[.。] ?[A-Za-z0-9*\\-]+)*|[A-Za-z0-9._%+*\\-]+ ?@");

	/** As people write numbers: in groups, with stars, with Chinese digits. */
	private static final Pattern NUMBER = Pattern.compile("[\\d〇零一二三四五六七八九幺*](?:[ \\-]?[\\d〇零一二三四五六七八九幺*]){5,}[Xx]?");

	private static final Pattern BOUND = Pattern
		.compile("(被 ?(?:其 ?[他它她] ?)?[用佣] ?[户戶])(?! ?(?:注册|註冊|使用|占用|实名))(?:(?!绑 ?定|綁 ?定).)+", Pattern.DOTALL);

	/** People type what the form asks them not to. */
	private static final Pattern NAMED_SECRET = Pattern.compile(
			"((?:用[户戶]名|[帐账帳賬][号號户戶]|密[码碼]|[校验驗効效][验驗证證]?[码碼]|QQ|微信号?) ?[:是为為]? ?)[A-Za-z0-9._*@#!$%&+\\-]{3,}",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern IGNORED = Pattern.compile("[^\\p{L}\\p{N}▲]");

	private static final List<String[]> READINGS = Tables.rows("readings.tsv");

	private PromptText() {
	}

	/** The prompt without anything personal, as it may be stored. */
	static String clean(String prompt) {
		if (prompt == null) {
			return "";
		}
		String head = prompt.substring(0, Math.min(prompt.length(), LONGEST_RAW));
		String text = CONTROL.matcher(Cleaned.text(head).text()).replaceAll(" ");
		text = MAIL.matcher(text).replaceAll(MASK);
		text = NUMBER.matcher(text).replaceAll(MASK);
		text = NAMED_SECRET.matcher(text).replaceAll("$1" + MASK);
		text = BOUND.matcher(text).replaceAll("$1" + MASK);
		return text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
	}

	/**
	 * The letters, digits and hanzi of a cleaned text in the spelling of the table of
	 * fragments.
	 */
	static String fold(String cleaned) {
		String bound = cleaned.replace(" ", "").replace(BOUND_TO + MASK, BOUND_TO + "某");
		return simplify(IGNORED.matcher(bound.toLowerCase(Locale.ROOT)).replaceAll(""));
	}

	/** Traditional script and the usual other spellings. */
	static String simplify(String text) {
		String simple = text;
		for (String[] reading : READINGS) {
			simple = simple.replace(reading[0], reading[1]);
		}
		return simple;
	}

}
