package io.rollcall.campaign;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.identity.HanziText;

/** The colleges of a campaign, found by any of their names. */
public final class Colleges {

	/** The platform's field width in bytes. */
	private static final int FIELD_WIDTH = 24;

	private static final Charset PLATFORM_CHARSET = Charset.forName("GB18030");

	private static final int REPLACEMENT = 0xFFFD;

	private final List<College> all;

	private final Map<String, College> byName = new HashMap<>();

	private final Map<String, College> byAlias = new HashMap<>();

	/** Names and aliases without regard to the forms of hanzi. */
	private final Map<String, College> byForm = new HashMap<>();

	/**
	 * The colleges of a campaign.
	 * @param all the colleges in the order of the reports
	 * @throws IllegalArgumentException when two colleges share a name, an alias or a code
	 */
	public Colleges(List<College> all) {
		this.all = List.copyOf(all);
		if (all.isEmpty()) {
			throw new SettingException("colleges", "EMPTY_VALUE");
		}
		for (int i = 0; i < all.size(); i++) {
			College college = all.get(i);
			String path = "colleges[" + (i + 1) + "]";
			take(this.byName, college.name(), college, path + ".name");
		}
		for (int i = 0; i < all.size(); i++) {
			College college = all.get(i);
			String path = "colleges[" + (i + 1) + "]";
			college.code().ifPresent((code) -> take(this.byAlias, code, college, path + ".code"));
			college.aliases().forEach((alias) -> take(this.byAlias, alias, college, path + ".aliases"));
		}
		this.byName.forEach((name, college) -> this.byForm.put(HanziText.fold(name), college));
		this.byAlias.forEach((name, college) -> this.byForm.putIfAbsent(HanziText.fold(name), college));
	}

	/**
	 * Every college.
	 * @return the colleges in the order of the job file
	 */
	public List<College> all() {
		return this.all;
	}

	/**
	 * Finds the college that a source means. Width, spaces, brackets and case do not
	 * matter, and where nothing else is found, nor do the forms of hanzi. A name that
	 * lacks its last character or ends at the platform's field width is recognised when
	 * it is the beginning of one college's names only.
	 * @param raw the cell's text
	 * @return how it was found, and which college it is
	 */
	public Resolution resolve(String raw) {
		String name = clean(raw);
		if (this.byName.containsKey(name)) {
			return new Resolution(How.EXACT, Optional.of(this.byName.get(name).name()));
		}
		if (this.byAlias.containsKey(name)) {
			return new Resolution(How.ALIAS, Optional.of(this.byAlias.get(name).name()));
		}
		Set<String> cut = beginningWith(raw, name);
		if (cut.size() == 1) {
			return new Resolution(How.TRUNCATED, Optional.of(cut.iterator().next()));
		}
		College form = this.byForm.get(HanziText.fold(name));
		return (form != null) ? new Resolution(How.FORM, Optional.of(form.name()))
				: new Resolution(How.UNKNOWN, Optional.empty());
	}

	private Set<String> beginningWith(String raw, String name) {
		boolean anyLength = isCut(raw);
		return Stream.of(this.byName, this.byAlias)
			.flatMap((names) -> names.entrySet().stream())
			.filter((entry) -> isBeginning(name, entry.getKey()))
			.filter((entry) -> anyLength || lacksLastCharacter(name, entry.getKey()))
			.map((entry) -> entry.getValue().name())
			.collect(Collectors.toSet());
	}

	private static boolean isBeginning(String name, String whole) {
		return name.codePointCount(0, name.length()) > 1 && whole.length() > name.length() && whole.startsWith(name);
	}

	private static boolean lacksLastCharacter(String name, String whole) {
		return whole.codePointCount(name.length(), whole.length()) == 1;
	}

	/**
	 * Whether a text may have been cut at the platform's field width: half a character at
	 * the end, or exactly as long as the field (± half a hanzi).
	 * @param raw the text as read
	 * @return true when something may be missing at its end
	 */
	public static boolean isCut(String raw) {
		String text = raw.strip();
		int bytes = text.getBytes(PLATFORM_CHARSET).length;
		return text.indexOf(REPLACEMENT) == text.length() - 1 || Math.abs(bytes - FIELD_WIDTH) <= 1;
	}

	private void take(Map<String, College> names, String name, College college, String path) {
		String cleaned = clean(name);
		if (cleaned.isEmpty()) {
			throw new SettingException(path, "EMPTY_VALUE");
		}
		College other = this.byName.getOrDefault(cleaned, this.byAlias.get(cleaned));
		if (other != null && (names == this.byName || !other.equals(college))) {
			throw new SettingException(path, "COLLEGE_TWICE", JobSection.shorten(name), other.name());
		}
		names.put(cleaned, college);
	}

	private static String clean(String text) {
		StringBuilder kept = new StringBuilder();
		Normalizer.normalize(text, Normalizer.Form.NFKC)
			.codePoints()
			.filter((c) -> !HeaderText.isInvisible(c) && c != REPLACEMENT && !HeaderText.isBracket(c))
			.forEach(kept::appendCodePoint);
		return kept.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * What a source's text for a college means.
	 *
	 * @param how how it was found
	 * @param college the official name, empty when unknown
	 */
	public record Resolution(How how, Optional<String> college) {
	}

	/** How a college was found. */
	public enum How {

		/** The official name. */
		EXACT,
		/** An alias or the college's code. */
		ALIAS,
		/** The official name or an alias, cut off at the field's width. */
		TRUNCATED,
		/** The official name or an alias in other forms of its hanzi (機械學院). */
		FORM,
		/** No college of the campaign, or more than one. */
		UNKNOWN

	}

}
