package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.database.CopyBuffer;
import io.rollcall.database.StagedFields;
import io.rollcall.identity.ParsedDate;
import io.rollcall.linkage.Contribution;
import io.rollcall.linkage.ExtraField;
import io.rollcall.linkage.LinkRecord;
import io.rollcall.linkage.LinkSettings;
import io.rollcall.linkage.Linked;
import io.rollcall.linkage.ProbableLink;
import io.rollcall.linkage.SimilarityLinker;
import org.jspecify.annotations.Nullable;

/**
 * Students whom no key could link with another source: proposes by similarity who may be
 * one. What people decided about such pairs is remembered.
 */
final class Leftovers {

	private static final List<String> COMPARED = List.of("name", "sex", "birth_date", "id_no", "candidate_no",
			"student_no", "class_no", "major_name", "college");

	/** Of these hardly two have the same. */
	private static final Set<String> OWN = Set.of("name", "id_no", "candidate_no", "student_no");

	private static final double MOST_PERCENT = 99.9;

	private final Statements statements;

	private final JudgeContext context;

	private final Map<Long, String> keys = new HashMap<>();

	/** Dates, classes, majors and the like, of which many have the same. */
	private final Map<String, String> repeated = new HashMap<>();

	private Linked linked = Linked.NOTHING;

	Leftovers(Statements statements, JudgeContext context) {
		this.statements = statements;
		this.context = context;
	}

	/** Enters the table of probable links, which the other rules wait for. */
	void link(Pairs pairs) {
		List<LinkRecord> leftovers = leftovers();
		Map<String, Long> namesakes = namesakes();
		Set<String> refused = refused();
		LinkSettings settings = new LinkSettings(extras(), this.context.campaign().rules().linkThreshold(),
				LinkSettings.LARGEST_BLOCK, this.statements.count("""
						select greatest(count(roster_id), count(platform_id), count(admission_id))
						  from staged_student where run_id = :run"""));
		this.linked = new SimilarityLinker(settings, (name) -> namesakes.getOrDefault(name, 1L)).link(leftovers,
				(left, right) -> !refused.contains(decision(key(left), key(right))));
		this.linked.links().forEach((link) -> pairs.exclude(link.left(), link.right()));
		this.statements.table("probable", "student bigint, other bigint",
				(buffer) -> this.linked.links().forEach((link) -> {
					buffer.add(link.left()).add(link.right()).endRow();
					buffer.add(link.right()).add(link.left()).endRow();
				}), "student", "other");
	}

	void judge(JudgedRows judged, Duplicates duplicates) {
		Set<Long> students = new HashSet<>();
		this.linked.links().forEach((link) -> students.addAll(List.of(link.left(), link.right())));
		this.linked.nearMisses().forEach((miss) -> students.addAll(List.of(miss.pair().left(), miss.pair().right())));
		Map<Long, Duplicates.Member> members = duplicates.members(students);
		for (ProbableLink link : this.linked.links()) {
			String detail = text("probable", percent(link.probability())) + waterfall(link);
			Duplicates.Member left = Duplicates.member(members, link.left());
			Duplicates.Member right = Duplicates.member(members, link.right());
			boolean elsewhere = !left.college().isEmpty() && !right.college().isEmpty()
					&& !left.college().equals(right.college());
			add(judged, detail, link.left(), right, elsewhere);
			add(judged, detail, link.right(), left, elsewhere);
		}
		judged.send();
		remember(members);
	}

	/** What explanations and the summary tell of the linking. */
	private void remember(Map<Long, Duplicates.Member> members) {
		this.statements.copy("run_near_link", (buffer) -> {
			for (Linked.NearMiss miss : this.linked.nearMisses()) {
				ProbableLink pair = miss.pair();
				String told = text("near." + miss.reason()) + waterfall(pair);
				near(buffer, pair, key(pair.left()), Duplicates.member(members, pair.right()), told);
				near(buffer, pair, key(pair.right()), Duplicates.member(members, pair.left()), told);
			}
		}, "campaign_id", "run_id", "student_key", "weight", "other", "told");
		this.statements.copy("run_block",
				(buffer) -> this.linked.blocks()
					.forEach((key, count) -> buffer.add(this.context.campaignId())
						.add(this.context.run())
						.add(key)
						.add(count.pairs())
						.add(count.passedOver())
						.endRow()),
				"campaign_id", "run_id", "block", "pairs", "passed_over");
		this.statements.copy("run_link_rate", (buffer) -> {
			int place = 0;
			for (Linked.Rate rate : this.linked.rates()) {
				buffer.add(this.context.campaignId())
					.add(this.context.run())
					.add(place++)
					.add(rate.names().name().toLowerCase(Locale.ROOT))
					.add(rate.field())
					.add(rate.level())
					.add(rounded("%.6f", rate.match()))
					.add(rounded("%.6f", rate.chance()))
					.add(rounded("%.1f", rate.bits()))
					.endRow();
			}
		}, "campaign_id", "run_id", "place", "names", "field", "level", "match", "chance", "bits");
	}

	private static String rounded(String format, double value) {
		return String.format(Locale.ROOT, format, value);
	}

	private void near(CopyBuffer buffer, ProbableLink pair, String key, Duplicates.Member other, String told) {
		buffer.add(this.context.campaignId())
			.add(this.context.run())
			.add(key)
			.add(rounded("%.1f", pair.weight()))
			.add(other.told())
			.add(told)
			.endRow();
	}

	/** How alike another college's student is tells what is said of that student. */
	private void add(JudgedRows judged, String detail, long student, Duplicates.Member partner, boolean elsewhere) {
		judged.add(Judged.of("LINK_PROBABLE", student, "", Columns.ROLES)
			.detail(detail, text("probable.todo"))
			.about(this.context.clue().apply("group", decision(key(student), partner.key())),
					text("partners", partner.told()), partner.key())
			.forRegistrarIf(elsewhere));
	}

	/** Nothing here is certain, so a hundred per cent is never said. */
	private static String percent(double probability) {
		return String.format(Locale.ROOT, "%.1f", Math.min(MOST_PERCENT, probability * 100));
	}

	/** What speaks for the pair and what against, each with its weight, and the sum. */
	private String waterfall(ProbableLink link) {
		List<String> parts = new ArrayList<>();
		addEvidence(parts, "weights.for", link, (step) -> step.bits() > 0);
		addEvidence(parts, "weights.against", link, (step) -> step.bits() < 0);
		link.contributions()
			.stream()
			.filter(Leftovers::isPrior)
			.forEach((prior) -> parts
				.add(text("weights.prior", bits(prior.bits()), Math.round(Math.pow(2, -prior.bits())))));
		parts.add(text("weights.sum", bits(link.weight())));
		return String.join(text("stop.mark"), parts);
	}

	private void addEvidence(List<String> parts, String key, ProbableLink link, Predicate<Contribution> which) {
		List<String> steps = link.contributions()
			.stream()
			.filter((step) -> !isPrior(step) && which.test(step))
			.map((step) -> named(step) + " " + bits(step.bits()))
			.toList();
		if (!steps.isEmpty()) {
			parts.add(text(key, String.join(this.context.messages().get("intake.comma"), steps)));
		}
	}

	private String named(Contribution step) {
		return switch (step.field()) {
			case Contribution.CALIBRATION -> text("calibration");
			case Contribution.TOGETHER -> text("together." + step.level());
			default -> this.context.field(step.field()) + text("level." + step.level());
		};
	}

	private static boolean isPrior(Contribution step) {
		return step.field().equals(Contribution.PRIOR);
	}

	private static String bits(double bits) {
		return String.format(Locale.ROOT, "%+.1f", bits);
	}

	private List<LinkRecord> leftovers() {
		List<LinkRecord> leftovers = new ArrayList<>();
		List<ExtraField> extras = extras();
		StringBuilder columns = new StringBuilder();
		for (ExtraField extra : extras) {
			columns.append(", max(")
				.append(StagedFields.value(extra.name(), "r"))
				.append(") as extra_")
				.append(extra.name());
		}
		this.statements.query("leftovers", (row) -> {
			this.keys.put(row.getLong("student"), row.getString("student_key"));
			leftovers.add(leftover(row, extras));
		}, "extras", columns.toString());
		this.repeated.clear();
		return leftovers;
	}

	private LinkRecord leftover(ResultSet row, List<ExtraField> extras) throws SQLException {
		Map<String, String> values = new LinkedHashMap<>();
		for (String field : COMPARED) {
			put(values, field, row.getString(field));
		}
		for (ExtraField extra : extras) {
			put(values, extra.name(), row.getString("extra_" + extra.name()));
		}
		if (!values.containsKey("birth_date")) {
			put(values, "birth_date", ParsedDate.digitsAsWritten(row.getString("written_birth_date")));
		}
		return new LinkRecord(row.getLong("student"), row.getInt("sources"), values);
	}

	private void put(Map<String, String> values, String field, @Nullable String value) {
		if (value != null) {
			values.put(field, OWN.contains(field) ? value : this.repeated.computeIfAbsent(value, (any) -> value));
		}
	}

	private List<ExtraField> extras() {
		return this.context.campaign().rules().linkOn().stream().map(Leftovers::extra).toList();
	}

	private static ExtraField extra(Field field) {
		return new ExtraField(field.name(), switch (field.type()) {
			case DATE -> ExtraField.Kind.DATE;
			case NUMBER, YEAR -> ExtraField.Kind.NUMBER;
			default -> ExtraField.Kind.TEXT;
		});
	}

	private Map<String, Long> namesakes() {
		Map<String, Long> namesakes = new HashMap<>();
		this.statements.query("namesakes", (row) -> namesakes.put(row.getString("name"), row.getLong("students")));
		return namesakes;
	}

	private Set<String> refused() {
		Set<String> refused = new HashSet<>();
		this.statements.each(
				"select left_key, right_key from run_link_decision where not confirmed and run_id = (select run_id from"
						+ " effective_run where campaign_id = :campaign and business_date < :date"
						+ " order by business_date desc limit 1)",
				(row) -> refused.add(decision(row.getString("left_key"), row.getString("right_key"))));
		return refused;
	}

	private String key(long student) {
		return Objects.requireNonNull(this.keys.get(student), "links are among those that were read");
	}

	private static String decision(String first, String second) {
		return (first.compareTo(second) < 0) ? first + '\n' + second : second + '\n' + first;
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
