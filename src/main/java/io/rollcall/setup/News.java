package io.rollcall.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.College;
import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.Yaml;
import io.rollcall.text.Messages;

/**
 * What an existing job file lacks of what lies in the folder now, as lines that can be
 * pasted.
 */
final class News {

	private final Exports exports;

	private final String jobFile;

	private final Campaign campaign;

	private final GuessWords words;

	private final List<String> lines = new ArrayList<>();

	/**
	 * The news.
	 * @param exports what was found
	 * @param jobFile the text of the job file
	 * @param messages the texts
	 */
	News(Exports exports, String jobFile, Messages messages) {
		this.exports = exports;
		this.jobFile = jobFile;
		this.campaign = exports.known().orElseThrow();
		this.words = new GuessWords(exports, messages);
	}

	List<String> lines() {
		files();
		colleges();
		sources();
		return this.lines;
	}

	private void files() {
		this.exports.roles().forEach((file, guess) -> {
			if (!Place.takes(this.campaign.source(guess.role()), file.path())) {
				this.lines.add(this.words.text("news.file", file.path(), this.words.role(guess.role()),
						String.join(this.words.text("semicolon"), guess.reasons())));
			}
		});
	}

	private void colleges() {
		Set<String> unresolved = this.exports.colleges().unresolved();
		List<String> pasted = new ArrayList<>();
		for (CollegeGroup group : this.exports.colleges().groups()) {
			List<String> fresh = group.counts().keySet().stream().filter(unresolved::contains).toList();
			if (!fresh.isEmpty()) {
				pasted.addAll(group.known().isPresent() ? aliases(group, fresh) : college(group));
			}
		}
		this.exports.colleges().doubtful().forEach((group) -> {
			pasted.add("  # " + this.words.text("college.doubtful", group.rows()));
			pasted.add("  # - name: " + Yaml.quoted(group.name()));
		});
		this.exports.colleges().open().forEach((open) -> pasted.add("  # " + this.words.open(open)));
		if (!pasted.isEmpty()) {
			boolean sure = pasted.stream().anyMatch((line) -> !line.strip().startsWith("#"));
			this.lines.add(this.words.text(sure ? "news.colleges" : "news.unsure"));
			this.lines.add("colleges:");
			this.lines.addAll(pasted);
		}
	}

	/** A known college with the spellings that are new. */
	private List<String> aliases(CollegeGroup group, List<String> fresh) {
		College college = this.campaign.colleges()
			.all()
			.stream()
			.filter((found) -> found.name().equals(group.known().orElseThrow()))
			.findFirst()
			.orElseThrow();
		Set<String> aliases = new TreeSet<>(college.aliases());
		aliases.addAll(fresh);
		List<String> pasted = new ArrayList<>();
		pasted.add("  - name: " + Yaml.quoted(college.name()));
		college.code().ifPresent((code) -> pasted.add("    code: " + Yaml.code(code)));
		fresh.stream()
			.filter(group.spellings()::containsKey)
			.forEach((spelling) -> pasted.add("    # " + this.words.spelling(group, spelling)));
		pasted.add("    aliases: " + Yaml.list(List.copyOf(aliases)));
		return pasted;
	}

	private List<String> college(CollegeGroup group) {
		List<String> pasted = new ArrayList<>();
		pasted.add("  # " + this.words.text("news.college", group.rows()));
		pasted.add("  - name: " + Yaml.quoted(group.name()));
		if (!group.spellings().isEmpty()) {
			pasted.add("    aliases: " + Yaml.list(List.copyOf(group.spellings().keySet())));
		}
		return pasted;
	}

	private void sources() {
		Map<SourceRole, List<String>> sections = new LinkedHashMap<>();
		for (SourceRole role : SourceRole.values()) {
			SourceLines source = new SourceLines(this.exports, this.words, role);
			List<String> section = new ArrayList<>();
			if (isNewPlace(role)) {
				Optional.ofNullable(this.exports.places().get(role))
					.ifPresent((place) -> section.addAll(source.place(place)));
			}
			section.addAll(source.headers(this::isFresh));
			section.addAll(source.values().stream().filter((line) -> !line.strip().startsWith("#")).toList());
			if (!section.isEmpty()) {
				sections.put(role, section);
			}
		}
		if (!sections.isEmpty()) {
			this.lines.add(this.words.text("news.sources"));
			this.lines.add("sources:");
		}
		sections.forEach((role, section) -> {
			this.lines.add("  " + role.word() + ":");
			this.lines.addAll(section);
		});
	}

	/** A mere proposal that the job file has as a comment was not accepted. */
	private boolean isFresh(HeaderGuess guess) {
		return guess.sure() || !this.jobFile.contains(guess.header());
	}

	private boolean isNewPlace(SourceRole role) {
		Collection<ExportFile> files = this.exports.of(role);
		return files.stream().anyMatch((file) -> !Place.takes(this.campaign.source(role), file.path()));
	}

}
