package io.rollcall.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.identity.Cleaned;

/** Finds codes such as ACC-21a, however they are typed. */
final class ProblemCodes {

	private static final Pattern CODE = Pattern
		.compile("(?<![A-Z])ACC[^A-Z0-9\\p{IsHan}]{0,3}([0-9O]{1,2})(?:[ ._(–—-]{0,3}([A-E])(?![A-Z0-9]))?(?![0-9])");

	/** The number alone, in the column that asks for it; Excel may have added ".0". */
	private static final Pattern BARE = Pattern.compile("([0-2][0-9])([A-E])?(?:\\.0)?|(21)([A-E])(?![A-Z0-9]).*");

	private ProblemCodes() {
	}

	/** The problems whose codes stand in a text, in its order. */
	static List<AccountProblem> in(String text) {
		Matcher matcher = CODE.matcher(Cleaned.text(text).text().toUpperCase(Locale.ROOT));
		Set<AccountProblem> found = new LinkedHashSet<>();
		while (matcher.find()) {
			find(matcher.group(1), matcher.group(2)).ifPresent(found::add);
		}
		return List.copyOf(found);
	}

	/** The problem whose code without "ACC" is the text. */
	static Optional<AccountProblem> bare(String text) {
		Matcher matcher = BARE.matcher(Cleaned.compact(text).text().toUpperCase(Locale.ROOT));
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return (matcher.group(1) != null) ? find(matcher.group(1), matcher.group(2))
				: find(matcher.group(3), matcher.group(4));
	}

	private static Optional<AccountProblem> find(String number, String letter) {
		String digits = number.replace('O', '0');
		String code = "ACC-" + (digits.length() < 2 ? "0" : "") + digits;
		return AccountProblems.find((letter != null) ? code + letter.toLowerCase(Locale.ROOT) : code);
	}

}
