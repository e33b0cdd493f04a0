package io.rollcall.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import java.time.LocalDate;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.SourceRole;

/**
 * What was found in a folder of exports.
 *
 * @param known the campaign whose job file is there already, empty before there is one
 * @param files the tables, in the order of their paths
 * @param roles which role each of them seems to be; others cannot be used
 * @param columns what is known and guessed of their columns
 * @param codeTables delivered code tables with the role whose codes they explain
 * @param troubles files that cannot be used, with one sentence each
 * @param colleges the spellings of colleges
 * @param codes what codes mean
 * @param trial the campaign by which the files were read
 */
record Exports(Optional<Campaign> known, List<ExportFile> files, Map<ExportFile, RoleGuess> roles,
		Map<ExportFile, ExportFile.Columns> columns, Map<String, SourceRole> codeTables, Map<String, String> troubles,
		CollegeGroups colleges, List<CodeMeaning> codes, Campaign trial) {

	private static final Pattern IDENTIFIER = Pattern.compile("41\\d{8}");

	private static final int IDENTIFIER_START = 5;

	/** The files of a role. */
	List<ExportFile> of(SourceRole role) {
		return this.files.stream().filter((file) -> role(file).filter((found) -> found == role).isPresent()).toList();
	}

	private Optional<SourceRole> role(ExportFile file) {
		return Optional.ofNullable(this.roles.get(file)).map(RoleGuess::role);
	}

	/** Where the files of each role lie, code tables included. */
	Map<SourceRole, Place> places() {
		Map<SourceRole, Collection<String>> paths = new EnumMap<>(SourceRole.class);
		this.files.forEach((file) -> role(file)
			.ifPresent((role) -> paths.computeIfAbsent(role, (any) -> new TreeSet<>()).add(file.path())));
		this.codeTables.forEach((path, role) -> paths.computeIfAbsent(role, (any) -> new TreeSet<>()).add(path));
		return Place.of(paths);
	}

	/**
	 * What is guessed of headers, by role and field; the surest guess of each field
	 * first, each header once.
	 */
	Map<SourceRole, Map<String, List<HeaderGuess>>> guesses() {
		return guesses(this.files, this.roles, this.columns);
	}

	static Map<SourceRole, Map<String, List<HeaderGuess>>> guesses(List<ExportFile> files,
			Map<ExportFile, RoleGuess> roles, Map<ExportFile, ExportFile.Columns> columns) {
		Map<SourceRole, Map<String, List<HeaderGuess>>> guesses = new EnumMap<>(SourceRole.class);
		Map<String, String> owners = new TreeMap<>();
		for (ExportFile file : files) {
			ExportFile.Columns found = columns.get(file);
			RoleGuess as = roles.get(file);
			if (found == null || as == null) {
				continue;
			}
			SourceRole role = as.role();
			for (HeaderGuess guess : found.guesses()) {
				String owner = owners.putIfAbsent(role + guess.header(), guess.field().name());
				if (owner == null) {
					guesses.computeIfAbsent(role, (any) -> new LinkedHashMap<>())
						.computeIfAbsent(guess.field().name(), (any) -> new ArrayList<>())
						.add(guess);
				}
			}
		}
		return guesses;
	}

	/** Whether at least two sources can be compared. */
	boolean isComparable() {
		return List.of(SourceRole.ROSTER, SourceRole.PLATFORM, SourceRole.ADMISSION)
			.stream()
			.filter((role) -> !of(role).isEmpty())
			.count() > 1;
	}

	/** The value of a field that most rows of the compared sources have. */
	static Optional<Stated> stated(String field, Collection<ExportFile.Columns> columns) {
		Map<String, Integer> counts = new TreeMap<>();
		columns.forEach((file) -> Optional.ofNullable(file.profiles().get(field))
			.ifPresent(
					(profile) -> profile.values().forEach((value, count) -> counts.merge(value, count, Integer::sum))));
		return counts.isEmpty() ? Optional.empty()
				: Optional.of(Collections.max(counts.entrySet(), Map.Entry.comparingByValue()))
					.map((most) -> new Stated(most.getKey(), most.getValue(),
							counts.values().stream().mapToInt(Integer::intValue).sum()));
	}

	/** The code of the school, as the files state it. */
	Optional<Stated> schoolCode() {
		return stated("institution_code", compared())
			.map((found) -> new Stated(found.value().replaceAll("\\.0$", ""), found.rows(), found.of()))
			.filter((found) -> found.value().matches("\\d{5}"))
			.or(() -> codeInIdentifier());
	}

	/**
	 * The ministry's ten-digit identifier of a university (41, province, 0) ends in its
	 * code.
	 */
	private Optional<Stated> codeInIdentifier() {
		return compared().stream()
			.flatMap((file) -> file.mapping()
				.columns()
				.stream()
				.filter((column) -> column.header().endsWith("标识码"))
				.map((column) -> file.sheet().profile(column.index())))
			.filter((profile) -> profile.distinct() == 1)
			.flatMap((profile) -> profile.values().entrySet().stream())
			.filter((value) -> IDENTIFIER.matcher(value.getKey()).matches())
			.map((value) -> new Stated(value.getKey().substring(IDENTIFIER_START), value.getValue(), value.getValue()))
			.findFirst();
	}

	/** The name of the school, as the files state it. */
	Optional<Stated> schoolName() {
		return stated("institution_name", compared()).filter((found) -> found.rows() * 2 > found.of());
	}

	/** The cohort of most students, with the field that tells it. */
	Optional<Cohort> cohort() {
		return compared().stream()
			.flatMap((file) -> Cohort.of(file.profiles()).stream())
			.max(Comparator.comparingInt(Cohort::year).thenComparingDouble(Cohort::share));
	}

	/** The year in candidate numbers, where most have one. */
	Optional<Integer> admissionYear() {
		Map<Integer, Integer> years = new TreeMap<>();
		compared().forEach((file) -> Optional.ofNullable(file.profiles().get("candidate_no"))
			.ifPresent((profile) -> profile.candidateYears()
				.forEach((year, count) -> years.merge(year, count, Integer::sum))));
		return years.isEmpty() ? Optional.empty()
				: Optional.of(Collections.max(years.entrySet(), Map.Entry.comparingByValue()).getKey());
	}

	/** The first day on which a student looked, in the year of the cohort. */
	Optional<LocalDate> firstLook(int cohort) {
		return compared().stream()
			.flatMap((file) -> Optional.ofNullable(file.profiles().get("viewed_at")).stream())
			.flatMap((profile) -> profile.earliest().stream())
			.filter((day) -> day.getYear() >= cohort)
			.min(Comparator.naturalOrder());
	}

	/** Whether a compared source tells when students looked. */
	boolean tellsLooks() {
		return compared().stream().anyMatch((file) -> file.profiles().containsKey("viewed_at"));
	}

	private List<ExportFile.Columns> compared() {
		return this.files.stream()
			.filter((file) -> role(file).filter(SourceRole::isCompared).isPresent())
			.flatMap((file) -> Optional.ofNullable(this.columns.get(file)).stream())
			.toList();
	}

	/**
	 * What files state.
	 *
	 * @param value the value
	 * @param rows how many rows have it
	 * @param of how many rows have any
	 */
	record Stated(String value, int rows, int of) {
	}

}
