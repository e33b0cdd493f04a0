package io.rollcall.setup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.FileNames;
import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.SourceSettings;
import io.rollcall.intake.DeliveredCodes;
import io.rollcall.intake.FileIntake;
import io.rollcall.intake.FileOutcome;
import io.rollcall.intake.InputFile;
import io.rollcall.intake.InputFolder;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.source.ReadOptions;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Sources;
import io.rollcall.text.Messages;

/** Looks at a folder of exports; opens files for reading only. */
final class Look {

	/** Sources that are read for their colleges and codes. */
	private static final List<SourceRole> READ = List.of(SourceRole.ROSTER, SourceRole.PLATFORM, SourceRole.ADMISSION,
			SourceRole.ENROLLED);

	private final Path folder;

	private final Optional<Campaign> known;

	private final Messages messages;

	private final LocalDate today;

	private final Consumer<String> reading;

	private final List<ExportFile> files = new ArrayList<>();

	private final Map<String, InputFile> tables = new TreeMap<>();

	private final Map<String, String> troubles = new TreeMap<>();

	private final Map<ExportFile, RoleGuess> roles = new LinkedHashMap<>();

	private final Map<ExportFile, ExportFile.Columns> columns = new LinkedHashMap<>();

	/**
	 * A look.
	 * @param folder the folder
	 * @param known the campaign whose job file is there already
	 * @param messages the texts
	 * @param today the day by which dates are judged
	 * @param reading is told the path of each file, every time that one is read
	 */
	Look(Path folder, Optional<Campaign> known, Messages messages, LocalDate today, Consumer<String> reading) {
		this.folder = folder;
		this.known = known;
		this.messages = messages;
		this.today = today;
		this.reading = reading;
	}

	/** Looks at everything. */
	Exports exports() {
		list();
		Campaign fields = this.known.orElseGet(Trial::neutral);
		giveRoles();
		int cohort = this.known.map(Campaign::cohort).orElseGet(() -> cohort(fields));
		guessRoles(fields, cohort);
		this.roles.forEach((file, guess) -> {
			if (guess.role() != SourceRole.REVIEWS) {
				file.columns(fields, guess.role()).ifPresent((found) -> this.columns.put(file, found));
			}
		});
		Map<String, SourceRole> codeTables = codeTables();
		Campaign trial = trial(fields, cohort);
		List<SourceRows> sources = READ.stream()
			.map((role) -> rows(role, trial, codeTables))
			.filter((source) -> !source.rows().isEmpty())
			.toList();
		return new Exports(this.known, this.files, this.roles, this.columns, codeTables, this.troubles,
				new CollegeGroups(sources), new CodeMeanings(trial, sources).all(), trial);
	}

	/** Every file of a folder, whatever it is, but hidden ones. */
	static List<InputFolder.Listed> everything(Path folder, Messages messages) {
		SourceSettings everything = new SourceSettings(SourceRole.ROSTER, ".", "**", Optional.empty(), Optional.empty(),
				SourceSettings.Pick.ALL, Map.of(), Map.of());
		Campaign campaign = Trial.neutral().withSources(Map.of(SourceRole.ROSTER, everything));
		return new InputFolder(folder, campaign, messages)
			.list((role, path) -> role == SourceRole.ROSTER && !isHidden(path));
	}

	private void list() {
		for (InputFolder.Listed listed : everything(this.folder, this.messages)) {
			String path = listed.file().path();
			switch (listed.use()) {
				case RECORDS -> look(listed.file());
				case CODE_TABLE -> this.tables.put(path, listed.file());
				case REFUSED -> this.troubles.put(path, listed.text());
				case PASSED_OVER -> {
					if (listed.reason().equals("SAME_CONTENT")) {
						this.troubles.put(path, listed.text());
					}
				}
			}
		}
	}

	/** Nobody exports into hidden folders or among the reports. */
	private static boolean isHidden(String path) {
		return path.startsWith(".") && !path.equals(".") || path.contains("/.") || path.startsWith("output/");
	}

	private void look(InputFile file) {
		FileLook look = new FileLook();
		this.reading.accept(file.path());
		try {
			String form = Sources.read(file.file(), ReadOptions.DEFAULT.withHeaderTest(Look::isHeader), look)
				.name()
				.toLowerCase(Locale.ROOT);
			this.files.add(new ExportFile(file, form.replace("_", " "),
					Sources.encoding(file.file()).map((charset) -> charset.name().replace("GB18030", "GBK")),
					look.sheets()));
		}
		catch (RefusedException ex) {
			this.troubles.put(file.path(), this.messages.get("source." + ex.problem(), ex.arguments().toArray()));
		}
	}

	private static boolean isHeader(List<String> texts) {
		return texts.stream().filter(Likeness::isKnownHeader).count() > 1;
	}

	/** The roles that the job file or the folders' names give. */
	private void giveRoles() {
		for (ExportFile file : this.files) {
			Optional<SourceRole> taken = this.known.flatMap((campaign) -> List.of(SourceRole.values())
				.stream()
				.filter((role) -> Place.takes(campaign.source(role), file.path()))
				.findFirst());
			Optional<SourceRole> named = SourceRole.of(file.path().replaceFirst("/.*", ""))
				.filter((role) -> file.path().contains("/"));
			if (taken.isPresent()) {
				give(file, taken.get(), "setup.why.job");
			}
			else if (named.isPresent()) {
				give(file, named.get(), "setup.why.folder");
			}
		}
	}

	private void give(ExportFile file, SourceRole role, String why) {
		this.roles.put(file, new RoleGuess(role, List.of(this.messages.get(why, role.word())), List.of(), true));
	}

	private boolean has(ExportFile file, SourceRole role) {
		return Optional.ofNullable(this.roles.get(file)).filter((guess) -> guess.role() == role).isPresent();
	}

	/** Our own workbooks have a sheet of what is to be done. */
	private static boolean isReturned(ExportFile file) {
		return List.of("zh", "en")
			.stream()
			.map((language) -> Messages.of(language).get("report.sheet.todo"))
			.anyMatch((name) -> file.sheets().stream().anyMatch((sheet) -> sheet.name().equals(name)));
	}

	/** The latest year in which the students of most rows of a file entered. */
	private int cohort(Campaign fields) {
		return this.files.stream()
			.filter((file) -> !has(file, SourceRole.ENROLLED))
			.flatMap((file) -> file.columns(fields, SourceRole.ROSTER).stream())
			.filter(ExportFile.Columns::isOfStudents)
			.flatMap((found) -> Cohort.of(found.profiles()).stream())
			.filter((found) -> found.share() > 0.5 && found.year() <= this.today.getYear() + 1)
			.map(Cohort::year)
			.max(Comparator.naturalOrder())
			.orElse(0);
	}

	private void guessRoles(Campaign fields, int cohort) {
		List<ExportFile> open = this.files.stream()
			.filter((file) -> !this.roles.containsKey(file) && !isReturned(file))
			.toList();
		Set<SourceRole> taken = this.roles.values().stream().map(RoleGuess::role).collect(Collectors.toSet());
		this.roles.putAll(new RoleGuesses(fields, this.messages).of(open, taken, cohort));
		this.files.stream()
			.filter((file) -> !this.roles.containsKey(file))
			.forEach((file) -> this.troubles.put(file.path(),
					this.messages.get(
							isReturned(file) ? "setup.returned"
									: file.columns(fields, SourceRole.ROSTER).isPresent() ? "setup.noStudents"
											: "setup.noHeader",
							String.join(this.messages.get("setup.comma"),
									file.columns(fields, SourceRole.ROSTER)
										.map(ExportFile.Columns::headers)
										.orElse(List.of())))));
	}

	/**
	 * A code table explains the files of its folder and below; mostly those of the
	 * province.
	 */
	private Map<String, SourceRole> codeTables() {
		Map<String, SourceRole> found = new TreeMap<>();
		this.tables.keySet().forEach((path) -> {
			String above = path.substring(0, path.lastIndexOf('/') + 1);
			List<SourceRole> near = this.roles.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().path().startsWith(above))
				.map((entry) -> entry.getValue().role())
				.toList();
			(near.contains(SourceRole.ADMISSION) ? Optional.of(SourceRole.ADMISSION) : near.stream().findFirst())
				.ifPresent((role) -> found.put(path, role));
		});
		return found;
	}

	private Campaign trial(Campaign fields, int cohort) {
		Map<SourceRole, Map<String, List<String>>> headers = new EnumMap<>(SourceRole.class);
		Exports.guesses(this.files, this.roles, this.columns)
			.forEach((role, guesses) -> guesses.forEach((field, found) -> {
				List<String> sure = found.stream().filter(HeaderGuess::sure).map(HeaderGuess::header).toList();
				if (!sure.isEmpty()) {
					headers.computeIfAbsent(role, (any) -> new LinkedHashMap<>()).put(field, sure);
				}
			}));
		Optional<String> code = Exports.stated("institution_code", this.columns.values())
			.map((stated) -> stated.value().replaceAll("\\.0$", ""))
			.filter((value) -> value.matches("\\d{5}"));
		Optional<String> name = Exports.stated("institution_name", this.columns.values()).map(Exports.Stated::value);
		Campaign campaign = this.known.isPresent() ? fields : Trial.campaign(code.orElse("00000"),
				name.orElse(Trial.NO_COLLEGE), (cohort > 0) ? cohort : this.today.getYear());
		return Trial.withHeaders(campaign, headers);
	}

	private SourceRows rows(SourceRole role, Campaign trial, Map<String, SourceRole> codeTables) {
		SourceRows rows = new SourceRows(role);
		DeliveredCodes codes = new DeliveredCodes();
		this.tables.forEach((path, table) -> {
			if (codeTables.get(path) == role) {
				addTable(codes, path, table, role);
			}
		});
		IntakeSettings settings = new IntakeSettings(trial, this.today, false, this.messages);
		this.files.stream().filter((file) -> has(file, role)).forEach((file) -> {
			rows.nextFile();
			this.reading.accept(file.path());
			InputFile input = new InputFile(role, file.path(), file.file().file(), file.file().content());
			FileOutcome outcome = new FileIntake(input, settings).read(codes.forFile(input), rows);
			outcome.refusal().ifPresent((refusal) -> this.troubles.put(file.path(), refusal.detail()));
		});
		rows.index();
		return rows;
	}

	private void addTable(DeliveredCodes codes, String path, InputFile table, SourceRole role) {
		Optional<String> field = FileNames.classify(path.substring(path.lastIndexOf('/') + 1), role)
			.field()
			.map((found) -> found.name());
		if (field.isEmpty()) {
			return;
		}
		try {
			DeliveredCodes alone = new DeliveredCodes();
			alone.add(table, field.get());
			Map<String, String> earlier = codes.forFile(table).getOrDefault(field.get(), Map.of());
			boolean contradicts = alone.forFile(table)
				.getOrDefault(field.get(), Map.of())
				.entrySet()
				.stream()
				.anyMatch((code) -> !earlier.getOrDefault(code.getKey(), code.getValue()).equals(code.getValue()));
			if (contradicts) {
				this.troubles.put(path, this.messages.get("setup.codeTables"));
			}
			codes.add(table, field.get());
		}
		catch (RefusedException ex) {
			this.troubles.put(path, this.messages.get("source." + ex.problem(), ex.arguments().toArray()));
		}
	}

}
