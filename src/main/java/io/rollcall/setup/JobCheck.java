package io.rollcall.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign.Period;
import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.InputPlace;
import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.SourceSettings;
import io.rollcall.intake.InputFolder.Use;
import io.rollcall.intake.InputFolder;
import io.rollcall.text.Messages;

/** Says in words what a valid job file means, and what a run would find. */
public final class JobCheck {

	/** More refused or unread files are counted. */
	private static final int SHOWN = 10;

	private final Path jobFile;

	private final Campaign campaign;

	private final Messages messages;

	/**
	 * A check.
	 * @param jobFile the job file, absolute
	 * @param campaign what it says
	 * @param messages the texts in the reader's language
	 */
	public JobCheck(Path jobFile, Campaign campaign, Messages messages) {
		this.jobFile = jobFile;
		this.campaign = campaign;
		this.messages = messages;
	}

	/**
	 * What the settings mean.
	 * @return lines for people
	 */
	public List<String> meaning() {
		List<String> lines = new ArrayList<>();
		add(lines, "campaign", this.campaign.name(), this.campaign.title());
		add(lines, "school", this.campaign.school().code(), this.campaign.school().name(), this.campaign.cohort(),
				this.campaign.admissionYear());
		period(lines);
		add(lines, "colleges", this.campaign.colleges().all().size(),
				this.campaign.colleges().all().stream().mapToInt((college) -> college.aliases().size()).sum());
		fields(lines);
		add(lines, "language", this.campaign.language(), this.campaign.fileNames());
		add(lines, this.campaign.operation().mail().isPresent() ? "mail" : "mail.none",
				this.campaign.operation().mail().map((mail) -> mail.registrar().size()).orElse(0),
				this.campaign.operation().mail().map((mail) -> mail.colleges().size()).orElse(0));
		add(lines, "retention", this.campaign.operation().retention().personalDays(),
				this.campaign.operation().retention().auditDays(), this.campaign.operation().keepRuns());
		this.campaign.workbookPasswordFile()
			.ifPresentOrElse((name) -> password(lines, name), () -> add(lines, "password.none"));
		return lines;
	}

	private void period(List<String> lines) {
		Period period = this.campaign.period();
		add(lines, "period", period.start(), period.deadline(), period.collegeDeadline());
		LocalDate today = LocalDate.now(this.campaign.operation().timeZone());
		period.businessDate().ifPresent((date) -> add(lines, "businessDate", date));
		LocalDate date = period.businessDate().orElse(today);
		if (date.isBefore(period.start())) {
			below(lines, 1, "period.early", ChronoUnit.DAYS.between(date, period.start()));
		}
		else if (date.isAfter(period.deadline())) {
			below(lines, 1, "period.over", ChronoUnit.DAYS.between(period.deadline(), date));
		}
		else {
			below(lines, 1, "period.open", ChronoUnit.DAYS.between(date, period.deadline()));
		}
	}

	private void fields(List<String> lines) {
		add(lines, "required", labels(this.campaign.rules().required()));
		add(lines, "key",
				this.campaign.rules()
					.key()
					.stream()
					.map((fields) -> fields.stream().map(this::label).collect(Collectors.joining("+")))
					.collect(Collectors.joining(this.messages.get("setup.comma"))));
		add(lines, "compared", this.campaign.rules().compared().size());
		this.campaign.rules()
			.selfCheck()
			.ifPresentOrElse((field) -> add(lines, "selfCheck", label(field)), () -> add(lines, "selfCheck.none"));
	}

	private void password(List<String> lines, String name) {
		Path file = this.jobFile.resolveSibling(name);
		try (Stream<String> text = Files.lines(file)) {
			boolean usable = text.findFirst().filter((line) -> !line.isBlank()).isPresent();
			lines.add(usable ? this.messages.get("setup.check.password", file)
					: this.messages.get("run.PASSWORD_FILE", file));
		}
		catch (IOException | UncheckedIOException ex) {
			lines.add(this.messages.get("run.PASSWORD_FILE", file));
		}
	}

	/**
	 * What a run would do with the files that are there now.
	 * @param input the input folder
	 * @return lines for people
	 */
	public List<String> files(Path input) {
		List<String> lines = new ArrayList<>();
		Path own = this.campaign.folder(input);
		add(lines, "files", own);
		Map<SourceRole, List<InputFolder.Listed>> listed = new InputFolder(input, this.campaign, this.messages).list()
			.stream()
			.collect(Collectors.groupingBy((file) -> file.file().role()));
		for (SourceRole role : SourceRole.values()) {
			source(lines, role, listed.getOrDefault(role, List.of()));
		}
		long comparable = Stream.of(SourceRole.values())
			.filter(SourceRole::isCompared)
			.filter((role) -> listed.getOrDefault(role, List.of())
				.stream()
				.anyMatch((file) -> file.use() == Use.RECORDS))
			.count();
		if (comparable < 2) {
			lines.add(this.messages.get("setup.told.one"));
		}
		unread(lines, own, listed);
		return lines;
	}

	private void source(List<String> lines, SourceRole role, List<InputFolder.Listed> files) {
		SourceSettings settings = this.campaign.source(role);
		String name = this.messages.get("setup.role", this.messages.get("run.role." + role.word()), role.word());
		if (files.isEmpty()) {
			below(lines, 1, "source.none", name, settings.folder(), settings.files());
			return;
		}
		below(lines, 1, "source", name, settings.folder(), settings.files(), count(files, Use.RECORDS),
				count(files, Use.CODE_TABLE), count(files, Use.PASSED_OVER));
		settings.encoding().ifPresent((encoding) -> below(lines, 2, "encoding", encoding));
		settings.sheet().ifPresent((sheet) -> below(lines, 2, "sheet", sheet));
		if (settings.pick() == SourceSettings.Pick.NEWEST) {
			below(lines, 2, "newest");
		}
		if (!settings.headers().isEmpty() || !settings.values().isEmpty()) {
			below(lines, 2, "settings", settings.headers().size(), settings.values().size());
		}
		files.stream()
			.filter((file) -> file.use() == Use.REFUSED)
			.limit(SHOWN)
			.forEach((file) -> below(lines, 2, "refused", file.file().path(), file.reason(), file.text()));
	}

	private static long count(List<InputFolder.Listed> files, Use use) {
		return files.stream().filter((file) -> file.use() == use).count();
	}

	/** Files of the folder that no source takes: a run never sees them. */
	private void unread(List<String> lines, Path input, Map<SourceRole, List<InputFolder.Listed>> listed) {
		Set<Path> taken = listed.values()
			.stream()
			.flatMap(List::stream)
			.map((file) -> file.file().file().normalize())
			.collect(Collectors.toCollection(HashSet::new));
		List<String> others = Look.everything(input, this.messages)
			.stream()
			.filter((file) -> file.use() == Use.RECORDS || file.use() == Use.CODE_TABLE)
			.filter((file) -> !taken.contains(file.file().file().normalize()))
			.map((file) -> file.file().path())
			.toList();
		if (!others.isEmpty()) {
			String more = (others.size() > SHOWN) ? this.messages.get("setup.more", others.size() - SHOWN) : "";
			add(lines, "unread",
					String.join(this.messages.get("setup.comma"), others.stream().limit(SHOWN).toList()) + more);
		}
	}

	/**
	 * What another campaign of the same folder has in common with this one.
	 * @param otherFile its job file
	 * @param other the other campaign
	 * @return a sentence where both read from the same folders; else nothing
	 */
	public List<String> shared(Path otherFile, Campaign other) {
		List<String> roles = Stream.of(SourceRole.values())
			.filter((role) -> overlap(this.campaign.source(role), other.source(role)))
			.map(SourceRole::word)
			.toList();
		return roles.isEmpty() ? List.of() : List.of(this.messages.get("setup.check.shared", otherFile.getFileName(),
				other.name(), String.join(this.messages.get("setup.comma"), roles)));
	}

	private static boolean overlap(SourceSettings one, SourceSettings other) {
		return InputPlace.isNested(one.folder(), other.folder())
				&& (one.files().equals(other.files()) || one.files().equals("**") || other.files().equals("**"));
	}

	private String labels(List<Field> fields) {
		return fields.stream().map(this::label).collect(Collectors.joining(this.messages.get("setup.comma")));
	}

	private String label(Field field) {
		return field.label(this.messages.locale().getLanguage());
	}

	private void below(List<String> lines, int depth, String key, Object... arguments) {
		lines.add("  ".repeat(depth) + this.messages.get("setup.check." + key, arguments));
	}

	private void add(List<String> lines, String key, Object... arguments) {
		lines.add(this.messages.get("setup.check." + key, arguments));
	}

}
