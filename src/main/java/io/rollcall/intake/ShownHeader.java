package io.rollcall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.campaign.ForbiddenHeaders;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What people may see of a header. Notices, the manifest and the check name columns by
 * their headers, and what stands in a header row of a broken table may be a student: a
 * word that nobody knows for a header and that may be a name or a number is left out.
 */
final class ShownHeader {

	private static final int LONGEST_HEADER = 40;

	private static final int SHORTEST_NAME = 2;

	/** Of hanzi in one run; longer runs are titles and remarks. */
	private static final int LONGEST_NAME = 6;

	/** Fewer digits are a year, a cohort or a count. */
	private static final int LEAST_DIGITS = 6;

	private static final String LEFT_OUT = "…";

	private static final Words WORDS = words();

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\p{Z}]+");

	private static final Pattern WORD = Pattern
		.compile("[\\p{L}\\p{M}\\p{N}*＊×]+(?:[·•・‧.．'’@][\\p{L}\\p{M}\\p{N}]+)*");

	private static final Pattern HANZI = Pattern.compile("[\\p{IsHan}·•・‧.．*＊×]+");

	private static final Pattern LATIN = Pattern
		.compile("\\p{IsLatin}[\\p{IsLatin}.'’-]*(?:[ ,·]+\\p{IsLatin}[\\p{IsLatin}.'’-]*)+");

	private final HeaderNames names;

	ShownHeader(HeaderNames names) {
		this.names = names;
	}

	/**
	 * What is shown of a header.
	 * @param index the column, counted from 0
	 * @param header the header as it stands in the file
	 * @return the header on one line, shortened when very long, without what may be a
	 * name or a number; the letters of the column where nothing else is left; empty when
	 * the column has no header
	 */
	String of(int index, String header) {
		String line = SPACES.matcher(header).replaceAll(" ").strip();
		String shown = isKnown(line) ? line : harmless(line);
		if (!line.isEmpty() && shown.chars().noneMatch(Character::isLetterOrDigit)) {
			return "(" + letters(index) + ")";
		}
		return (shown.length() <= LONGEST_HEADER) ? shown : shown.substring(0, LONGEST_HEADER) + "…";
	}

	/** The column's letters as a spreadsheet shows them. */
	static String letters(int index) {
		String letter = Character.toString('A' + index % 26);
		return (index < 26) ? letter : letters(index / 26 - 1) + letter;
	}

	private boolean isKnown(String text) {
		return this.names.knows(text);
	}

	private String harmless(String line) {
		if (LATIN.matcher(line).matches() && !hasLatinWord(line)) {
			return LEFT_OUT;
		}
		boolean numbered = line.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
		Predicate<String> harmless = (word) -> !(numbered && hasDigit(word)) && word.indexOf('@') < 0
				&& isHarmless(word);
		return WORD.matcher(line)
			.replaceAll((word) -> Matcher.quoteReplacement(harmless.test(word.group()) ? word.group() : LEFT_OUT));
	}

	private boolean isHarmless(String word) {
		String letters = word.replaceAll("\\p{N}", "");
		int length = letters.codePointCount(0, letters.length());
		if (length < SHORTEST_NAME || !HANZI.matcher(letters).matches()) {
			return true;
		}
		boolean separated = letters.chars().anyMatch((c) -> "·•・‧.．*＊×".indexOf(c) >= 0);
		return !separated && length > LONGEST_NAME || isKnown(word) || isKnown(letters)
				|| ForbiddenHeaders.of(word).isPresent()
				|| WORDS.ends().indexOf(letters.charAt(letters.length() - 1)) >= 0
				|| WORDS.words().stream().anyMatch(letters::contains);
	}

	private static boolean hasLatinWord(String line) {
		return List.of(line.toLowerCase(Locale.ROOT).split("[^a-z]+")).stream().anyMatch(WORDS.latin()::contains);
	}

	private static boolean hasDigit(String word) {
		return word.chars().anyMatch(Character::isDigit);
	}

	private static Words words() {
		try (InputStream in = ShownHeader.class.getResourceAsStream("header-words.yml")) {
			return new YAMLMapper().readValue(in, Words.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What headers are made of.
	 *
	 * @param ends characters with which headers end
	 * @param words words in hanzi that they hold
	 * @param latin words in Latin letters that they hold
	 */
	record Words(String ends, List<String> words, Set<String> latin) {
	}

}
