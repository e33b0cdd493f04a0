package io.rollcall.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.Yaml;
import io.rollcall.text.Messages;

/**
 * Writes a job file in which every guess is called one, and what is open stands as a
 * comment.
 */
final class JobText {

	private static final String NONE = "00000";

	private final Exports exports;

	private final Messages messages;

	private final GuessWords words;

	private final StringBuilder text = new StringBuilder();

	JobText(Exports exports, Messages messages) {
		this.exports = exports;
		this.messages = messages;
		this.words = new GuessWords(exports, messages);
	}

	/**
	 * The text of a job file.
	 * @param campaign the campaign's name
	 * @param answers what files do not tell
	 * @param open what nobody has answered
	 * @return YAML
	 */
	String of(String campaign, Answers answers, Set<Question> open) {
		comment("head");
		line("campaign: " + Yaml.quoted(campaign));
		line("title: " + Yaml.quoted(this.messages.get("setup.yaml.title", answers.cohort())));
		school(answers, open);
		cohort(answers, open);
		period(answers, open);
		gap();
		line("language: " + this.messages.locale().getLanguage());
		if (this.exports.tellsLooks()) {
			gap();
			comment("selfCheck");
			line("self_check: viewed_at");
		}
		colleges();
		sources();
		gap();
		comment("gate");
		return this.text.toString();
	}

	private void school(Answers answers, Set<Question> open) {
		gap();
		comment((open.contains(Question.SCHOOL_CODE) || open.contains(Question.SCHOOL_NAME)) ? "school.open"
				: "school");
		line("school:");
		line("  code: \"" + answers.schoolCode() + "\""
				+ (answers.schoolCode().equals(NONE) ? "   # " + this.messages.get("setup.yaml.todo") : ""));
		line("  name: " + Yaml.quoted(answers.schoolName()));
	}

	private void cohort(Answers answers, Set<Question> open) {
		gap();
		this.exports.cohort()
			.ifPresentOrElse(
					(cohort) -> comment("cohort", this.words.field(cohort.field()), Math.round(cohort.share() * 100)),
					() -> comment(open.contains(Question.COHORT) ? "cohort.open" : "cohort.answered"));
		line("cohort: " + answers.cohort());
		this.exports.admissionYear().filter((year) -> year != answers.cohort()).ifPresent((year) -> {
			comment("admissionYear");
			line("admission_year: " + year);
		});
	}

	private void period(Answers answers, Set<Question> open) {
		gap();
		comment(open.contains(Question.START) || open.contains(Question.DEADLINE) ? "period.open" : "period");
		line("start: " + answers.start());
		line("deadline: " + answers.deadline());
	}

	private void colleges() {
		gap();
		List<CollegeGroup> groups = this.exports.colleges().groups();
		comment(groups.isEmpty() ? "colleges.none" : "colleges");
		line("colleges:");
		if (groups.isEmpty()) {
			line("  - name: " + Yaml.quoted(this.messages.get("setup.yaml.wholeSchool")));
		}
		groups.forEach((group) -> {
			line("  - name: " + Yaml.quoted(group.name()));
			group.code().ifPresent((code) -> {
				note(group, code);
				line("    code: " + Yaml.code(code));
			});
			if (!group.aliases().isEmpty()) {
				group.aliases().forEach((alias) -> note(group, alias));
				line("    aliases: " + Yaml.list(group.aliases()));
			}
		});
		this.exports.colleges().doubtful().forEach((group) -> {
			line("  # " + this.words.text("college.doubtful", group.rows()));
			line("  # - name: " + Yaml.quoted(group.name()));
		});
		this.exports.colleges().open().forEach((open) -> line("# " + this.words.open(open)));
	}

	private void note(CollegeGroup group, String spelling) {
		line("    # " + this.words.spelling(group, spelling));
	}

	private void sources() {
		gap();
		comment("sources");
		Map<SourceRole, List<String>> sections = new LinkedHashMap<>();
		for (SourceRole role : SourceRole.values()) {
			List<String> section = section(role);
			if (!section.isEmpty()) {
				sections.put(role, section);
			}
		}
		boolean settings = sections.values()
			.stream()
			.flatMap(List::stream)
			.anyMatch((line) -> !line.strip().startsWith("#"));
		line((settings ? "" : "# ") + "sources:");
		sections.forEach((role, section) -> {
			boolean any = section.stream().anyMatch((line) -> !line.strip().startsWith("#"));
			line((any ? "  " : "#  ") + role.word() + ":");
			section.forEach(this::line);
		});
	}

	private List<String> section(SourceRole role) {
		return new SourceLines(this.exports, this.words, role).all();
	}

	private void comment(String key, Object... arguments) {
		this.messages.get("setup.yaml." + key, arguments).lines().forEach((line) -> line("# " + line));
	}

	private void gap() {
		line("");
	}

	private void line(String line) {
		this.text.append(line.stripTrailing()).append('\n');
	}

}
