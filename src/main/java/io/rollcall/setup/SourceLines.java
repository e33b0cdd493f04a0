package io.rollcall.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.Yaml;

/** The lines of one source in a job file: settings, and below {@code #} what is open. */
final class SourceLines {

	private final Exports exports;

	private final GuessWords words;

	private final SourceRole role;

	SourceLines(Exports exports, GuessWords words, SourceRole role) {
		this.exports = exports;
		this.words = words;
		this.role = role;
	}

	/** All lines below the role's word, without those that say what holds anyway. */
	List<String> all() {
		List<String> lines = new ArrayList<>();
		Optional.ofNullable(this.exports.places().get(this.role))
			.filter((place) -> !place.isStandard(this.role))
			.ifPresent((place) -> lines.addAll(place(place)));
		lines.addAll(headers((guess) -> true));
		lines.addAll(values());
		return lines;
	}

	/** Where the files lie. */
	List<String> place(Place place) {
		List<String> lines = new ArrayList<>();
		lines.add("    # " + this.words.text(place.isByName() ? "yaml.files" : "yaml.folder"));
		lines.add("    folder: " + Yaml.quoted(place.folder()));
		if (!place.files().equals("**")) {
			lines.add("    files: " + Yaml.quoted(place.files()));
		}
		return lines;
	}

	/**
	 * Headers that no field is known by.
	 * @param told which guesses are told
	 */
	List<String> headers(Predicate<HeaderGuess> told) {
		Map<String, List<HeaderGuess>> guesses = new LinkedHashMap<>();
		this.exports.guesses().getOrDefault(this.role, Map.of()).forEach((field, all) -> {
			List<HeaderGuess> kept = all.stream().filter(told).toList();
			if (!kept.isEmpty()) {
				guesses.put(field, kept);
			}
		});
		List<String> lines = new ArrayList<>();
		Map<String, List<String>> earlier = this.exports.known()
			.map((campaign) -> campaign.source(this.role).headers())
			.orElse(Map.of());
		boolean sure = guesses.values().stream().flatMap(List::stream).anyMatch(HeaderGuess::sure);
		guesses.forEach((field, found) -> {
			List<String> named = new ArrayList<>(earlier.getOrDefault(field, List.of()));
			found.stream().filter(HeaderGuess::sure).map(HeaderGuess::header).forEach(named::add);
			boolean any = found.stream().anyMatch(HeaderGuess::sure);
			if (!any) {
				named.addAll(found.stream().map(HeaderGuess::header).toList());
			}
			lines.add((any ? "      " : "    #   ") + field + ": " + Yaml.list(named) + "   # "
					+ this.words.guess(found.get(0)));
		});
		if (!lines.isEmpty()) {
			lines.add(0, sure ? "    headers:" : "    # headers:");
		}
		return lines;
	}

	/** Codes that are the source's own. */
	List<String> values() {
		List<String> settings = new ArrayList<>();
		List<String> told = new ArrayList<>();
		Map<String, Map<String, String>> maps = new LinkedHashMap<>();
		for (CodeMeaning code : this.exports.codes()) {
			if (code.role() != this.role) {
				continue;
			}
			if (code.isSetting()) {
				maps.computeIfAbsent(code.field().name(), (field) -> new LinkedHashMap<>()).putAll(code.meanings());
			}
			told.add("    # " + this.words.code(code));
		}
		maps.forEach((field, map) -> {
			Map<String, String> all = new LinkedHashMap<>(this.exports.known()
				.map((campaign) -> campaign.source(this.role).values().getOrDefault(field, Map.of()))
				.orElse(Map.of()));
			all.putAll(map);
			settings.add("      " + field + ": " + Yaml.map(all));
		});
		List<String> lines = new ArrayList<>(told);
		if (!settings.isEmpty()) {
			lines.add("    values:");
			lines.addAll(settings);
		}
		return lines;
	}

}
