package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rollcall.identity.Pinyin;
import io.rollcall.identity.Surnames;

/**
 * The keys by which records are looked up (docs/linking.md). Each stands an error
 * somewhere else; those of words are for Latin names only.
 */
final class BlockingKeys {

	private static final int ID_PREFIX = 15;

	/** Longer names are hardly names. */
	private static final int MOST_WORDS = 8;

	/** So many letters are right in most mistyped words. */
	private static final int WORD_PREFIX = 3;

	private final Map<String, Function<Traits, List<String>>> keys = new LinkedHashMap<>();

	/**
	 * What keys are made of.
	 *
	 * @param record the record
	 * @param name its name, empty without one
	 * @param surname the Chinese surname, empty without one
	 * @param birth the birth date, empty without one
	 * @param words the sorted words of a Latin name, else empty
	 */
	record Traits(LinkRecord record, String name, String surname, String birth, List<String> words) {

		static Traits of(LinkRecord record) {
			String name = text(record, "name");
			List<String> words = LatinName.hasOnlyWords(record.value("name"))
					? LatinName.words(name).stream().limit(MOST_WORDS).sorted().distinct().toList() : List.of();
			return new Traits(record, name, name.isEmpty() ? "" : Surnames.of(name), text(record, "birth_date"), words);
		}

		private static String text(LinkRecord record, String field) {
			return (record.value(field) != null) ? record.value(field) : "";
		}

		String value(String field) {
			return text(this.record, field);
		}

		/** A part of the birth date, empty where it is not that exact. */
		String birth(int from, int to) {
			return (this.birth.length() >= to) ? this.birth.substring(from, to) : "";
		}

		String year() {
			return birth(0, 4);
		}

		String monthDay() {
			return birth(4, 8);
		}

		String yearDay() {
			return monthDay().isEmpty() ? "" : year() + birth(6, 8);
		}

		List<String> prefixes() {
			return this.words.stream().map(BlockingKeys::prefix).distinct().toList();
		}

	}

	BlockingKeys(List<ExtraField> extras) {
		numbers();
		names();
		words();
		extras.stream().map(ExtraField::name).forEach(this::extra);
	}

	/** Each key by its name: the values that a record has. */
	Map<String, Function<Traits, List<String>>> all() {
		return this.keys;
	}

	private void numbers() {
		one("id", (of) -> joined(of.value("id_no")));
		one("id15", (of) -> (of.value("id_no").length() > ID_PREFIX) ? of.value("id_no").substring(0, ID_PREFIX) : "");
		one("candidate", (of) -> joined(of.value("candidate_no")));
		one("student", (of) -> joined(of.value("student_no")));
	}

	private void names() {
		one("name", Traits::name);
		one("birth+surname", (of) -> of.name().isEmpty() ? ""
				: joined(of.birth(), of.surname().isEmpty() ? of.name().substring(0, 1) : of.surname()));
		one("pinyin+year", (of) -> of.name().isEmpty() ? "" : joined(Pinyin.of(of.name()), of.year()));
		one("birth+last", (of) -> of.name().isEmpty() ? ""
				: joined(of.birth(), of.value("sex"), of.name().substring(of.name().length() - 1)));
		one("class+surname", (of) -> joined(of.value("class_no"), of.surname()));
		one("birth+class", (of) -> joined(of.birth(), of.value("class_no")));
	}

	private void words() {
		one("words", (of) -> (of.words().size() > 1) ? String.join(" ", of.words()) : "");
		one("prefixes", (of) -> (of.words().size() > 1)
				? String.join(" ", of.words().stream().map(BlockingKeys::prefix).sorted().toList()) : "");
		one("birth", (of) -> of.words().isEmpty() ? "" : of.birth());
		this.keys.put("word", Traits::words);
		each("word+month", Traits::words, (of) -> of.birth(0, 6));
		each("word+year", Traits::words, Traits::year);
		each("word+month-day", Traits::words, Traits::monthDay);
		each("word+year-day", Traits::words, Traits::yearDay);
		each("prefix+month", Traits::prefixes, (of) -> of.birth(0, 6));
		each("prefix+month-day", Traits::prefixes, Traits::monthDay);
	}

	private void extra(String field) {
		one(field, (of) -> of.value(field));
		one(field + "+birth", (of) -> joined(of.value(field), of.birth()));
		each(field + "+word", Traits::words, (of) -> of.value(field));
		each(field + "+prefix", Traits::prefixes, (of) -> of.value(field));
	}

	private void one(String key, Function<Traits, String> value) {
		this.keys.put(key, (of) -> {
			String text = value.apply(of);
			return text.isEmpty() ? List.of() : List.of(text);
		});
	}

	private void each(String key, Function<Traits, List<String>> words, Function<Traits, String> other) {
		this.keys.put(key, (of) -> {
			String part = other.apply(of);
			List<String> values = new ArrayList<>();
			if (!part.isEmpty()) {
				words.apply(of).forEach((word) -> values.add(word + '\n' + part));
			}
			return values;
		});
	}

	/** Empty where a part is. */
	private static String joined(String... parts) {
		return Stream.of(parts).anyMatch((part) -> part == null || part.isEmpty()) ? "" : String.join("\n", parts);
	}

	private static String prefix(String word) {
		return word.substring(0, Math.min(WORD_PREFIX, word.length()));
	}

}
