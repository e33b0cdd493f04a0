package io.rollcall.campaign;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.scheduling.support.CronExpression;

/**
 * One self-check exercise, as its job file describes it.
 *
 * @param name the short name in folders and run names, such as {@code freshman-2020}
 * @param title the title of the reports
 * @param school the school
 * @param cohort the year in which the students entered
 * @param admissionYear the year that candidate numbers state
 * @param period the days of the exercise
 * @param language {@code zh} or {@code en}, the language of the reports
 * @param colleges the colleges
 * @param schedule when the nightly run starts, as a cron expression of six fields
 * @param input its folder below the input folder, empty where it shares that with others
 * @param sources the settings of the roles that the job file mentions, with folders below
 * the input folder
 * @param fields the standard fields and those the job file declares
 * @param rules which fields must be there, identify and are compared
 * @param workbookPasswordFile a file, relative to the job file, whose first line opens
 * the workbooks; empty for workbooks that open without a password
 * @param fileNames {@code plain} or {@code dated}, how the colleges' workbooks are named
 * @param accountContact where the platform's service is reached, empty for what the
 * notice of 2020 prints
 * @param sentDays how many days a correction that was handed in may wait for the platform
 * until it is told
 * @param operation how it runs by itself
 */
public record Campaign(String name, String title, School school, int cohort, int admissionYear, Period period,
		String language, Colleges colleges, Optional<String> schedule, Optional<InputPlace> input,
		Map<SourceRole, SourceSettings> sources, Fields fields, FieldRules rules, Optional<String> workbookPasswordFile,
		String fileNames, Optional<String> accountContact, int sentDays, Operation operation) {

	/** The name is part of folders and of run names, where "/" parts it from the date. */
	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");

	private static final Set<String> LANGUAGES = Set.of("zh", "en");

	private static final String DATED = "dated";

	private static final Set<String> FILE_NAMES = Set.of("plain", DATED);

	public Campaign {
		if (!NAME.matcher(name).matches()) {
			throw new SettingException("campaign", "CAMPAIGN_NAME", JobSection.shorten(name));
		}
		if (!LANGUAGES.contains(language)) {
			throw new SettingException("language", "NOT_ONE_OF", JobSection.shorten(language), "zh, en");
		}
		if (!FILE_NAMES.contains(fileNames)) {
			throw new SettingException("file_names", "NOT_ONE_OF", JobSection.shorten(fileNames), "plain, dated");
		}
		if (schedule.isPresent() && !CronExpression.isValidExpression(schedule.get())) {
			throw new SettingException("schedule", "CRON", JobSection.shorten(schedule.get()));
		}
		sources = Map.copyOf(sources);
	}

	/**
	 * Whether the names of the colleges' workbooks tell campaign, date and run.
	 * @return false when they tell the college only
	 */
	public boolean datedFiles() {
		return this.fileNames.equals(DATED);
	}

	/**
	 * The settings of a role.
	 * @param role the role
	 * @return its settings, the standard ones when the job file has none
	 */
	public SourceSettings source(SourceRole role) {
		SourceSettings settings = this.sources.get(role);
		return (settings != null) ? settings
				: this.input.map((place) -> SourceSettings.standard(role).below(place.folder()))
					.orElseGet(() -> SourceSettings.standard(role));
	}

	/**
	 * Where the campaign's files lie.
	 * @param inputs the folder that holds the inputs of all campaigns
	 * @return its own folder below that, else that one
	 */
	public Path folder(Path inputs) {
		return this.input.map((place) -> inputs.resolve(place.folder())).orElse(inputs);
	}

	/**
	 * The same campaign as it is seen from its own folder.
	 * @return one whose folders lie below {@link #folder}
	 */
	public Campaign inOwnFolder() {
		if (this.input.isEmpty()) {
			return this;
		}
		int above = this.input.get().folder().length() + 1;
		Map<SourceRole, SourceSettings> own = new EnumMap<>(SourceRole.class);
		this.sources.forEach((role, settings) -> own.put(role, settings.from(above)));
		return new Campaign(this.name, this.title, this.school, this.cohort, this.admissionYear, this.period,
				this.language, this.colleges, this.schedule, Optional.empty(), own, this.fields, this.rules,
				this.workbookPasswordFile, this.fileNames, this.accountContact, this.sentDays, this.operation);
	}

	/**
	 * The same campaign with its files found and read otherwise.
	 * @param settings the settings of the roles that have any
	 * @return the campaign
	 */
	public Campaign withSources(Map<SourceRole, SourceSettings> settings) {
		return new Campaign(this.name, this.title, this.school, this.cohort, this.admissionYear, this.period,
				this.language, this.colleges, this.schedule, this.input, settings, this.fields, this.rules,
				this.workbookPasswordFile, this.fileNames, this.accountContact, this.sentDays, this.operation);
	}

	/**
	 * The fields that files of a role may have columns for.
	 * @param role the role
	 * @return the campaign's fields, or those of the form
	 */
	public Fields fields(SourceRole role) {
		return role.isForm() ? FormFields.of(role, this.fields) : this.fields;
	}

	/**
	 * The days of the exercise.
	 *
	 * @param businessDate the date of a run that is given none, empty for today
	 * @param start the first day of the self-check
	 * @param deadline the last day for students
	 * @param collegeDeadline the last day for colleges
	 */
	public record Period(Optional<LocalDate> businessDate, LocalDate start, LocalDate deadline,
			LocalDate collegeDeadline) {

		public Period {
			if (deadline.isBefore(start)) {
				throw new SettingException("deadline", "BEFORE_START", deadline, start);
			}
			if (collegeDeadline.isBefore(start)) {
				throw new SettingException("college_deadline", "BEFORE_START", collegeDeadline, start);
			}
		}

	}

	/**
	 * What the campaign does with its fields.
	 *
	 * @param required the fields that a roster or platform record must hold
	 * @param key what identifies a student: alternatives in order, each with the fields
	 * that count together
	 * @param compared the fields compared between sources
	 * @param selfCheck the field that tells when a student looked, empty when no source
	 * tells it
	 * @param authority which source is believed where no majority decides, by field, the
	 * most believed first
	 * @param linkOn further fields by whose likeness students are linked
	 * @param linkThreshold the least match weight, in bits, of a probable link; empty for
	 * what the linker holds right
	 * @param keepersMustCheck whether students who keep their place are expected to look
	 * at their record too
	 * @param majorGroups which broad majors students are admitted to and divided later
	 */
	public record FieldRules(List<Field> required, List<List<Field>> key, List<Field> compared,
			Optional<Field> selfCheck, Map<Field, List<SourceRole>> authority, List<Field> linkOn,
			OptionalDouble linkThreshold, boolean keepersMustCheck, MajorGroups majorGroups) {

		/** For first-years the platform must equal the admission data. */
		private static final List<SourceRole> AUTHORITY = List.of(SourceRole.ADMISSION, SourceRole.PLATFORM,
				SourceRole.ROSTER);

		public FieldRules {
			required = List.copyOf(required);
			key = key.stream().map(List::copyOf).toList();
			compared = List.copyOf(compared);
			authority = Map.copyOf(authority);
			linkOn = List.copyOf(linkOn);
			if (key.isEmpty() || key.stream().anyMatch(List::isEmpty)) {
				throw new SettingException("key", "EMPTY_VALUE");
			}
			selfCheck.filter((field) -> field.type() != FieldType.DATE).ifPresent((field) -> {
				throw new SettingException("self_check", "NOT_A_DATE_FIELD", field);
			});
		}

		/**
		 * Which source is believed for a field.
		 * @param field the field
		 * @return the sources, the most believed first
		 */
		public List<SourceRole> authority(Field field) {
			return this.authority.getOrDefault(field, AUTHORITY);
		}

	}

}
