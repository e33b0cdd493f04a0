package io.rollcall.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.campaign.SourceRole;
import io.rollcall.text.Messages;

/** Tells what was found in a folder of exports. */
public final class Told {

	/** More headers that nobody needs are counted. */
	private static final int HEADERS = 20;

	/** Alike files of more than that are told together. */
	private static final int ONE_BY_ONE = 4;

	private static final String INDENT = "  ";

	private final Exports exports;

	private final GuessWords words;

	private final List<String> lines = new ArrayList<>();

	Told(Exports exports, Messages messages) {
		this.exports = exports;
		this.words = new GuessWords(exports, messages);
	}

	List<String> lines() {
		files();
		facts();
		colleges();
		headers();
		codes();
		this.exports.troubles().forEach((path, why) -> line("told.trouble", path, why));
		if (!this.exports.isComparable()) {
			line("told.one");
		}
		return this.lines;
	}

	/** Files that lie in their role's folder are counted, others told one by one. */
	private void files() {
		line("told.files", this.exports.roles().size());
		for (SourceRole role : SourceRole.values()) {
			List<ExportFile> given = new ArrayList<>();
			List<String> why = new ArrayList<>();
			this.exports.roles().forEach((file, guess) -> {
				if (guess.role() == role && guess.given()) {
					given.add(file);
					why.addAll(guess.reasons());
				}
			});
			if (!given.isEmpty()) {
				indented(1, "told.given", this.words.role(role), given.size(),
						given.stream().mapToLong(ExportFile::rows).sum(), why.get(0),
						String.join(this.words.text("comma"), new TreeSet<>(given.stream().map(Told::form).toList())));
			}
		}
		Map<RoleGuess, List<ExportFile>> guessed = new LinkedHashMap<>();
		this.exports.roles().forEach((file, guess) -> {
			if (!guess.given()) {
				guessed.computeIfAbsent(guess, (any) -> new ArrayList<>()).add(file);
			}
		});
		guessed.forEach((guess, files) -> {
			if (files.size() <= ONE_BY_ONE) {
				files.forEach((file) -> file(file.path(), guess, file.rows(), form(file)));
			}
			else {
				file(this.words.text("told.several", files.get(0).path(), files.size()), guess,
						files.stream().mapToLong(ExportFile::rows).sum(), form(files.get(0)));
			}
		});
	}

	private void file(String name, RoleGuess guess, long rows, String form) {
		indented(1, "told.file", name, this.words.role(guess.role()),
				String.join(this.words.text("semicolon"), guess.reasons()), form, rows);
		if (!guess.others().isEmpty()) {
			indented(2, "told.others", this.words.roles(guess.others()));
		}
	}

	private static String form(ExportFile file) {
		return file.encoding().map((encoding) -> file.form() + " " + encoding).orElse(file.form());
	}

	private void facts() {
		this.exports.schoolName()
			.ifPresentOrElse(
					(name) -> line("told.school", this.exports.schoolCode().map(Exports.Stated::value).orElse("?"),
							name.value(), name.rows(), name.of()),
					() -> line("told.school.none"));
		this.exports.cohort()
			.ifPresentOrElse((cohort) -> line("told.cohort", cohort.year(), this.words.field(cohort.field()),
					Math.round(cohort.share() * 100)), () -> line("told.cohort.none"));
	}

	private void colleges() {
		List<CollegeGroup> groups = this.exports.colleges().groups();
		line(groups.isEmpty() ? "told.colleges.none" : "told.colleges", groups.size());
		groups.forEach((group) -> {
			indented(1, "told.college", group.name(), group.rows());
			group.spellings()
				.keySet()
				.stream()
				.filter(group.counts()::containsKey)
				.forEach((spelling) -> this.lines.add(INDENT.repeat(2) + this.words.spelling(group, spelling)));
		});
		this.exports.colleges()
			.doubtful()
			.forEach((group) -> indented(1, "told.doubtful", group.name(),
					this.words.text("college.doubtful", group.rows())));
		this.exports.colleges().open().forEach((open) -> this.lines.add(INDENT + this.words.open(open)));
		if (this.exports.colleges().hidden() > 0) {
			indented(1, "told.colleges.hidden", this.exports.colleges().hidden());
		}
	}

	private void headers() {
		Map<SourceRole, Map<String, List<HeaderGuess>>> guesses = this.exports.guesses();
		if (!guesses.isEmpty()) {
			line("told.headers");
		}
		guesses.forEach((role, fields) -> fields.values()
			.stream()
			.flatMap(List::stream)
			.forEach((guess) -> indented(1, "told.header", role.word(), guess.header(), this.words.guess(guess))));
		for (SourceRole role : SourceRole.values()) {
			Set<String> unknown = new TreeSet<>();
			this.exports.of(role)
				.stream()
				.flatMap((file) -> Optional.ofNullable(this.exports.columns().get(file)).stream())
				.forEach((columns) -> unknown.addAll(columns.unknown()));
			if (!unknown.isEmpty()) {
				String more = (unknown.size() > HEADERS) ? this.words.text("more", unknown.size() - HEADERS) : "";
				line("told.unknown", role.word(),
						String.join(this.words.text("comma"), unknown.stream().limit(HEADERS).toList()) + more);
			}
		}
		if (this.exports.columns().values().stream().anyMatch(ExportFile.Columns::isHidden)) {
			line("told.hidden");
		}
	}

	private void codes() {
		if (!this.exports.codes().isEmpty()) {
			line("told.codes");
		}
		this.exports.codes().forEach((code) -> indented(1, "told.code", code.role().word(), this.words.code(code)));
	}

	private void indented(int depth, String key, Object... arguments) {
		this.lines.add(INDENT.repeat(depth) + this.words.text(key, arguments));
	}

	private void line(String key, Object... arguments) {
		this.lines.add(this.words.text(key, arguments));
	}

}
