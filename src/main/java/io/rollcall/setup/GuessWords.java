package io.rollcall.setup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.Yaml;
import io.rollcall.identity.Disclosure;
import io.rollcall.text.Messages;

/** The words in which guesses are told, in job files and on the terminal alike. */
final class GuessWords {

	/** As many codes or units are named in one sentence. */
	private static final int SHOWN = 6;

	private final Exports exports;

	private final Messages messages;

	GuessWords(Exports exports, Messages messages) {
		this.exports = exports;
		this.messages = messages;
	}

	/** A sentence. */
	String text(String key, Object... arguments) {
		return this.messages.get("setup." + key, arguments);
	}

	/** A field's word. */
	String field(String name) {
		return this.exports.trial().fields().get(name).label(this.messages.locale().getLanguage());
	}

	/** A role's word with its code. */
	String role(SourceRole role) {
		return text("role", this.messages.get("run.role." + role.word()), role.word());
	}

	/** What is guessed of a header, and why. */
	String guess(HeaderGuess guess) {
		return text(guess.sure() ? "guess" : "guess.open", field(guess.field().name()),
				text("guess." + guess.reason()));
	}

	/** Where a spelling stands and why it belongs to its college. */
	String spelling(CollegeGroup group, String spelling) {
		String where = group.counts()
			.getOrDefault(spelling, Map.of())
			.entrySet()
			.stream()
			.map((entry) -> text("count", entry.getKey().word(), entry.getValue()))
			.collect(Collectors.joining(text("comma")));
		String why = Optional.ofNullable(group.spellings().get(spelling))
			.map((reason) -> text("reason." + reason.key(), reason.other(), reason.same(), reason.of()))
			.orElse("");
		return text("spelling", spelling, where, why);
	}

	/** A spelling that may belong to several colleges. */
	String open(CollegeGroups.Open open) {
		return text("college.open", open.spelling(), open.others()
			.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(SHOWN)
			.map((entry) -> text("count", entry.getKey(), entry.getValue()))
			.collect(Collectors.joining(text("comma"))));
	}

	/** What codes mean and how that is known. */
	String code(CodeMeaning code) {
		String meanings = code.meanings()
			.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((Map.Entry<String, String> entry) -> -code.rows(entry.getKey())))
			.limit(SHOWN)
			.map((entry) -> entry.getValue().isEmpty() ? text("count", entry.getKey(), code.rows(entry.getKey()))
					: text("meaning", entry.getKey(), shown(entry.getValue()), code.rows(entry.getKey())))
			.collect(Collectors.joining(text("comma")));
		String rest = (code.meanings().size() > SHOWN) ? text("more", code.meanings().size() - SHOWN) : "";
		return text("code." + code.kind(), field(code.field().name()), meanings + rest, example(code));
	}

	/** How a meaning is written into the job file. */
	private String example(CodeMeaning code) {
		String first = code.meanings().keySet().iterator().next();
		return code.field().name() + ": " + Yaml.map(Map.of(first, text("code.meant")));
	}

	private static String shown(String meaning) {
		return Disclosure.isHarmless(meaning) || meaning.length() == 1 ? meaning : "…";
	}

	/** Roles by their words. */
	String roles(List<SourceRole> roles) {
		return roles.stream().map(this::role).collect(Collectors.joining(text("or")));
	}

}
