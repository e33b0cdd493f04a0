package io.rollcall.inquiry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.explain.Dossier;
import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.Divisions;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.IdProblem;

/**
 * Rules that came close to firing for a student, with what kept them from it. Told from
 * what the run stored, by the same conditions as the rules themselves.
 */
final class SparedRules {

	private static final List<String> COMPARED = List.of("roster", "platform", "admission");

	private static final Set<String> REQUIRED_IN = Set.of("roster", "platform");

	private final List<StagedRow> rows;

	private final List<StagedRow> kept;

	private final List<Dossier.Fact> facts;

	private final Campaign campaign;

	private final Circumstances circumstances;

	private final List<Dossier.Spared> spared = new ArrayList<>();

	/**
	 * What the rules look at beside the records.
	 *
	 * @param usable the roles that hold anything
	 * @param judged whether the student is compared, missed and reminded at all
	 * @param returned whether the student returns to a place that was kept
	 * @param looked whether the student has looked at the platform
	 * @param explained the fields whose differences a document explains
	 */
	record Circumstances(Set<String> usable, boolean judged, boolean returned, boolean looked, Set<String> explained) {
	}

	private SparedRules(List<StagedRow> rows, List<Dossier.Fact> facts, Campaign campaign,
			Circumstances circumstances) {
		this.rows = rows.stream().filter((row) -> COMPARED.contains(row.role())).toList();
		this.kept = this.rows.stream().filter(StagedRow::isKept).toList();
		this.facts = facts;
		this.campaign = campaign;
		this.circumstances = circumstances;
	}

	static List<Dossier.Spared> of(List<StagedRow> rows, List<Dossier.Fact> facts, Campaign campaign,
			Circumstances circumstances) {
		SparedRules rules = new SparedRules(rows, facts, campaign, circumstances);
		rules.rows();
		if (circumstances.judged()) {
			rules.comparisons();
			rules.changes();
			rules.missing();
			rules.selfCheck();
		}
		return rules.spared;
	}

	private void rows() {
		this.rows.stream()
			.filter((row) -> this.circumstances.returned())
			.map(SparedRules::year)
			.filter((year) -> year > 0 && year != this.campaign.admissionYear())
			.distinct()
			.forEach((year) -> add("candidate_year",
					roles(this.rows.stream().filter((row) -> year(row) == year).toList()), List.of(),
					String.valueOf(year)));
		each("college", (row) -> row.isUnusable("college") && !row.role().equals("roster"));
		each("damaged", (row) -> row.isMarked("ID_DAMAGED", "id_no"));
		each("malformed", (row) -> row.isMarked("ID_FORMAT", "id_no"));
		each("birth", (row) -> row.isMarked("ID_BIRTH_INVALID", "id_no"));
		each("tail", (row) -> row.damaged() == 0 && has(row.id(), IdProblem.TAIL_000_PLAUSIBLE));
		each("tail.few", (row) -> row.damaged() > 0 && has(row.id(), IdProblem.TAIL_000_PLAUSIBLE));
		each("double", (row) -> has(row.id(), IdProblem.DOUBLE_TAIL));
		each("division", (row) -> row.isMarked("ID_DIVISION_PERIOD", "id_no") && Divisions.known(row.id().division()));
		required();
	}

	/** The year inside the candidate number of a row, or -1. */
	private static int year(StagedRow row) {
		String number = row.canonical("candidate_no");
		return (number != null) ? CandidateNumber.parse(number).year() : -1;
	}

	private static boolean has(IdNumber id, IdProblem problem) {
		return id.problems().contains(problem);
	}

	/** Required fields are judged where the file has a column for them. */
	private void required() {
		for (StagedRow row : this.kept) {
			List<String> absent = this.campaign.rules()
				.required()
				.stream()
				.map(Field::name)
				.filter((field) -> !row.columns().contains(field))
				.toList();
			if (REQUIRED_IN.contains(row.role()) && !absent.isEmpty()) {
				add("required", List.of(row.role()), absent, "");
			}
		}
	}

	private void comparisons() {
		List<StagedRow> numbered = this.kept.stream().filter((row) -> row.canonical("id_no") != null).toList();
		boolean equal = numbered.stream().map((row) -> row.canonical("id_no")).distinct().count() == 1;
		if (numbered.size() > 1 && equal) {
			boolean old = numbered.stream().anyMatch((row) -> row.steps("id_no").contains("fifteen-to-eighteen"));
			boolean cleaned = numbered.stream().anyMatch((row) -> !row.steps("id_no").isEmpty());
			if (cleaned) {
				add(old ? "fifteen" : "cleaned", roles(numbered), List.of(), "");
			}
		}
		for (Field field : this.campaign.rules().compared()) {
			if (field.type() == FieldType.DATE) {
				months(field.name());
			}
		}
		boolean numbers = this.kept.stream().anyMatch((row) -> row.canonical("student_no") != null);
		List<StagedRow> without = this.kept.stream()
			.filter((row) -> row.columns().contains("student_no") && row.canonical("student_no") == null
					&& !row.isUnusable("student_no"))
			.toList();
		if (numbers && !without.isEmpty()) {
			add("student_no", roles(without), List.of(), "");
		}
	}

	/** A source that knows no day agrees as far as it goes. */
	private void months(String field) {
		List<StagedRow> dated = this.kept.stream().filter((row) -> row.canonical(field) != null).toList();
		int longest = dated.stream().mapToInt((row) -> row.canonical(field).length()).max().orElse(0);
		List<StagedRow> shorter = dated.stream().filter((row) -> row.canonical(field).length() < longest).toList();
		boolean differs = this.facts.stream()
			.anyMatch((fact) -> fact.code().equals("FIELD_DIFFERS") && fact.field().equals(field));
		if (!shorter.isEmpty() && !differs) {
			add("month", roles(shorter), List.of(field), "");
		}
	}

	private void changes() {
		this.circumstances.explained().forEach((field) -> add("change", List.of(), List.of(field), ""));
		List<StagedRow> recorded = this.kept.stream().filter((row) -> !row.role().equals("admission")).toList();
		boolean documented = recorded.stream()
			.anyMatch((row) -> row.canonical("document_no") != null || !row.raw("approval_date").isEmpty());
		recorded.stream()
			.map((row) -> row.canonical("change_type"))
			.filter((change) -> change != null && !documented)
			.findFirst()
			.ifPresent((change) -> add("change.undocumented", List.of(), List.of(), change));
	}

	/** A probable link lets both sides wait. */
	private void missing() {
		boolean probable = this.facts.stream().anyMatch((fact) -> fact.code().equals("LINK_PROBABLE"));
		Set<String> waiting = new LinkedHashSet<>(COMPARED);
		waiting.retainAll(this.circumstances.usable());
		waiting.removeAll(roles(this.kept));
		waiting.removeIf((role) -> isFound("", "MISSING_IN_" + role.toUpperCase(Locale.ROOT)));
		if (probable && !waiting.isEmpty()) {
			add("waiting", List.copyOf(waiting), List.of(), "");
		}
	}

	private void selfCheck() {
		if (this.campaign.rules().selfCheck().isEmpty()) {
			return;
		}
		String list = this.circumstances.usable().contains("roster") ? "roster" : "platform";
		if (!roles(this.kept).contains(list)) {
			add("not_expected", List.of(list), List.of(), "");
		}
		else if (this.circumstances.usable().contains("platform") && !roles(this.kept).contains("platform")) {
			add("no_platform", List.of(), List.of(), "");
		}
		if (this.circumstances.usable().contains("discrepancies")) {
			this.facts.stream()
				.filter((fact) -> fact.code().equals("FIELD_DIFFERS") && fact.severity().equals("E")
						&& !isFound(fact.field(), "MISMATCH_NOT_CLAIMED"))
				.forEach((fact) -> unclaimed(fact.field()));
		}
	}

	private void unclaimed(String field) {
		boolean claimed = this.facts.stream()
			.anyMatch((fact) -> fact.code().startsWith("CLAIM_") && fact.field().equals(field));
		if (claimed || !this.circumstances.looked()) {
			add(claimed ? "claimed" : "not_looked", List.of(), List.of(field), "");
		}
	}

	private boolean isFound(String field, String code) {
		return this.facts.stream().anyMatch((fact) -> fact.code().equals(code) && fact.field().equals(field));
	}

	private void each(String key, Predicate<StagedRow> which) {
		List<StagedRow> found = this.rows.stream().filter(which).toList();
		if (!found.isEmpty()) {
			add(key, roles(found), List.of(), "");
		}
	}

	private void add(String key, List<String> roles, List<String> fields, String said) {
		this.spared.add(new Dossier.Spared(key, roles, fields, said));
	}

	private static List<String> roles(List<StagedRow> rows) {
		return rows.stream().map(StagedRow::role).distinct().toList();
	}

}
