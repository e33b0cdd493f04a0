package io.rollcall.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.text.Messages;

/** Guesses the roles of files by their columns, names and folders, and says why. */
final class RoleGuesses {

	private static final int NAME_POINTS = 3;

	private static final int MOST_HEADER_POINTS = 4;

	private static final int FORM_POINTS = 10;

	private static final int COHORT_POINTS = 6;

	/** A list of students has more fields than a form of complaints. */
	private static final int FIELDS_OF_A_LIST = 8;

	/** Roles with hardly fewer points are told too. */
	private static final int CLOSE = 2;

	private static final int SHOWN = 4;

	private final Campaign campaign;

	private final Messages messages;

	RoleGuesses(Campaign campaign, Messages messages) {
		this.campaign = campaign;
		this.messages = messages;
	}

	/**
	 * Guesses the roles of files that lie in no folder of a role. Files with the same
	 * headers get the same role, and where two lists seem to be of one role while another
	 * one has none, the less certain list is taken for the other.
	 * @param files the files
	 * @param taken roles that other files have already
	 * @param cohort the year of entry of most files, 0 when unknown
	 * @return the guesses; files of which nothing can be said are left out
	 */
	Map<ExportFile, RoleGuess> of(List<ExportFile> files, Set<SourceRole> taken, int cohort) {
		Map<String, List<ExportFile>> alike = files.stream()
			.collect(Collectors.groupingBy(
					(file) -> file.signature() + "/" + older(file, cohort) + "/" + form(file).isPresent(),
					LinkedHashMap::new, Collectors.toList()));
		Map<List<ExportFile>, Map<SourceRole, Score>> scores = new LinkedHashMap<>();
		alike.values().forEach((group) -> {
			Map<SourceRole, Score> score = scores(group, cohort);
			if (!score.isEmpty()) {
				scores.put(group, score);
			}
		});
		Map<List<ExportFile>, SourceRole> chosen = new LinkedHashMap<>();
		scores.forEach((group, score) -> chosen.put(group, best(score)));
		fillGaps(scores, chosen, taken);
		Map<ExportFile, RoleGuess> guesses = new LinkedHashMap<>();
		chosen.forEach((group, role) -> {
			Map<SourceRole, Score> score = scores.getOrDefault(group, Map.of());
			List<String> why = Optional.ofNullable(score.get(role)).map(Score::reasons).orElse(List.of());
			RoleGuess guess = new RoleGuess(role, why, others(score, role), false);
			group.forEach((file) -> guesses.put(file, guess));
		});
		return guesses;
	}

	private static SourceRole best(Map<SourceRole, Score> scores) {
		return scores.entrySet()
			.stream()
			.max(Comparator.comparingInt((Map.Entry<SourceRole, Score> entry) -> entry.getValue().points())
				.thenComparing((entry) -> -entry.getKey().ordinal()))
			.orElseThrow()
			.getKey();
	}

	/** Of two lists for one role the less certain one goes to a role without any. */
	private static void fillGaps(Map<List<ExportFile>, Map<SourceRole, Score>> scores,
			Map<List<ExportFile>, SourceRole> chosen, Set<SourceRole> taken) {
		for (SourceRole role : List.of(SourceRole.ROSTER, SourceRole.PLATFORM, SourceRole.ADMISSION)) {
			if (taken.contains(role) || chosen.containsValue(role)) {
				continue;
			}
			chosen.entrySet()
				.stream()
				.filter((entry) -> entry.getValue().isCompared())
				.filter((entry) -> chosen.values().stream().filter(entry.getValue()::equals).count() > 1
						|| taken.contains(entry.getValue()))
				.filter((entry) -> points(scores, entry.getKey(), role) > 0)
				.min(Comparator.comparingInt((entry) -> points(scores, entry.getKey(), entry.getValue())
						- points(scores, entry.getKey(), role)))
				.ifPresent((entry) -> entry.setValue(role));
		}
	}

	private static int points(Map<List<ExportFile>, Map<SourceRole, Score>> scores, List<ExportFile> group,
			SourceRole role) {
		return points(scores.getOrDefault(group, Map.of()), role);
	}

	private static int points(Map<SourceRole, Score> scores, SourceRole role) {
		return Optional.ofNullable(scores.get(role)).map(Score::points).orElse(0);
	}

	private static List<SourceRole> others(Map<SourceRole, Score> scores, SourceRole role) {
		int points = points(scores, role);
		return scores.entrySet()
			.stream()
			.filter((entry) -> entry.getKey() != role && entry.getValue().points() >= points - CLOSE
					&& entry.getValue().points() > 0)
			.sorted(Comparator.comparingInt((entry) -> -entry.getValue().points()))
			.map(Map.Entry::getKey)
			.toList();
	}

	private Map<SourceRole, Score> scores(List<ExportFile> group, int cohort) {
		ExportFile first = group.get(0);
		Map<SourceRole, Score> scores = new EnumMap<>(SourceRole.class);
		Optional<SourceRole> form = form(first);
		if (form.isPresent()) {
			scores.put(form.get(), score(group, form.get(), FORM_POINTS, "setup.why.form"));
			return scores;
		}
		Optional<ExportFile.Columns> columns = first.columns(this.campaign, SourceRole.ROSTER);
		if (columns.filter(ExportFile.Columns::isOfStudents).isEmpty()) {
			return scores;
		}
		for (SourceRole role : List.of(SourceRole.ROSTER, SourceRole.PLATFORM, SourceRole.ADMISSION,
				SourceRole.ENROLLED)) {
			Score score = score(group, role, 0, "");
			fields(columns.get(), role, score);
			headers(columns.get(), role, score);
			if (role == SourceRole.ENROLLED && older(first, cohort)) {
				score.add(COHORT_POINTS, this.messages.get("setup.why.older", cohort));
			}
			scores.put(role, score);
		}
		return scores;
	}

	private Score score(List<ExportFile> group, SourceRole role, int points, String why) {
		Score score = new Score(new int[1], new ArrayList<>());
		if (points > 0) {
			score.add(points, this.messages.get(why));
		}
		group.stream()
			.flatMap((file) -> RoleWords.of(role)
				.names()
				.stream()
				.filter((word) -> file.path().toLowerCase(Locale.ROOT).contains(word)))
			.findFirst()
			.ifPresent((word) -> score.add(NAME_POINTS, this.messages.get("setup.why.name", word)));
		return score;
	}

	private void fields(ExportFile.Columns columns, SourceRole role, Score score) {
		Set<String> shown = new LinkedHashSet<>();
		RoleWords.of(role).fields().forEach((name, points) -> {
			Field field = this.campaign.fields().get(name);
			if (columns.has(field)) {
				score.total()[0] += points;
				if (points > 0) {
					shown.add(field.label(this.messages.locale().getLanguage()));
				}
			}
		});
		RoleWords.of(role).lacks().forEach((name, points) -> {
			if (!columns.has(this.campaign.fields().get(name))) {
				score.total()[0] += points;
			}
		});
		if (!shown.isEmpty()) {
			score.reasons()
				.add(this.messages.get("setup.why.fields",
						shown.stream().limit(SHOWN).collect(Collectors.joining(this.messages.get("setup.comma")))));
		}
	}

	private void headers(ExportFile.Columns columns, SourceRole role, Score score) {
		List<String> hits = columns.unknown()
			.stream()
			.filter((header) -> RoleWords.of(role)
				.headers()
				.stream()
				.anyMatch((word) -> header.toLowerCase(Locale.ROOT).contains(word)))
			.limit(MOST_HEADER_POINTS)
			.toList();
		if (!hits.isEmpty()) {
			score.add(hits.size(),
					this.messages.get("setup.why.headers", String.join(this.messages.get("setup.comma"), hits)));
		}
	}

	/** Which form a file is, by columns that only forms have. */
	private Optional<SourceRole> form(ExportFile file) {
		boolean list = file.columns(this.campaign, SourceRole.ROSTER)
			.filter((columns) -> columns.fields() >= FIELDS_OF_A_LIST)
			.isPresent();
		return list ? Optional.empty()
				: List.of(SourceRole.ACCOUNTS, SourceRole.DISCREPANCIES)
					.stream()
					.filter((role) -> file.sheets().stream().anyMatch((sheet) -> sheet.isUsable(this.campaign, role)))
					.findFirst();
	}

	private boolean older(ExportFile file, int cohort) {
		return cohort > 0 && file.columns(this.campaign, SourceRole.ROSTER)
			.flatMap((columns) -> Cohort.of(columns.profiles()))
			.filter((found) -> found.year() < cohort && found.share() > 0.5 || found.latest() < cohort)
			.isPresent();
	}

	/** The points of a role and why. */
	private record Score(int[] total, List<String> reasons) {

		int points() {
			return this.total[0];
		}

		void add(int more, String reason) {
			this.total[0] += more;
			this.reasons.add(reason);
		}

	}

}
