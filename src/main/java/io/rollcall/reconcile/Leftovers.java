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
import java.util.TreeMap;

import io.rollcall.campaign.Field;
import io.rollcall.database.StagedFields;
import io.rollcall.identity.ParsedDate;
import io.rollcall.linkage.ExtraField;
import io.rollcall.linkage.LinkRecord;
import io.rollcall.linkage.LinkSettings;
import io.rollcall.linkage.Linked;
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

	/**
	 * So many are held and compared at once. Where whole columns are wrong there are
	 * more: then those go together whose names are the same.
	 */
	static final int PORTION = 40_000;

	private final Statements statements;

	private final JudgeContext context;

	private final int most;

	private final ProbableLinks probable;

	/** Dates, classes, majors and the like, of which many have the same. */
	private final Map<String, String> repeated = new HashMap<>();

	private final Map<String, Linked.BlockCount> blocks = new TreeMap<>();

	private List<Linked.Rate> rates = List.of();

	Leftovers(Statements statements, JudgeContext context) {
		this(statements, context, PORTION);
	}

	/**
	 * Leftovers that are linked in portions.
	 * @param most how many records a portion has, about
	 */
	Leftovers(Statements statements, JudgeContext context, int most) {
		this.statements = statements;
		this.context = context;
		this.most = most;
		this.probable = new ProbableLinks(statements, context);
	}

	/** Enters the table of probable links, which the other rules wait for. */
	void link(Pairs pairs) {
		this.statements.run("probable", "extras", extraColumns());
		long portions = -Math.floorDiv(-this.statements.count("select count(*) from leftover"), this.most);
		LinkSettings settings = new LinkSettings(extras(), this.context.campaign().rules().linkThreshold(),
				LinkSettings.LARGEST_BLOCK, this.statements.count("""
						select greatest(count(roster_id), count(platform_id), count(admission_id))
						  from staged_student where run_id = :run"""));
		Set<String> refused = refused();
		for (long portion = 0; portion < portions; portion++) {
			this.statements.with("portions", portions).with("portion", portion);
			keep(link(settings, refused), pairs);
		}
		this.statements.update("analyze probable");
	}

	private Linked link(LinkSettings settings, Set<String> refused) {
		Map<Long, String> keys = new HashMap<>();
		List<LinkRecord> leftovers = leftovers(keys);
		Map<String, Long> namesakes = namesakes();
		return new SimilarityLinker(settings, (name) -> namesakes.getOrDefault(name, 1L)).link(leftovers,
				(left, right) -> refused.isEmpty()
						|| !refused.contains(ProbableLinks.decision(key(keys, left), key(keys, right))));
	}

	/** Writes down what a portion gave, so that nothing of it is held any longer. */
	private void keep(Linked linked, Pairs pairs) {
		linked.links().forEach((link) -> pairs.exclude(link.left(), link.right()));
		this.probable.add(linked);
		linked.blocks().forEach((key, count) -> this.blocks.merge(key, count, Linked.BlockCount::plus));
		this.rates = this.rates.isEmpty() ? linked.rates() : this.rates;
	}

	/** Turns what was linked into findings, and notes how. */
	void judge(JudgedRows judged, Duplicates duplicates) {
		this.probable.judge(judged, duplicates);
		this.statements.copy("run_block",
				(buffer) -> this.blocks.forEach((key, count) -> buffer.add(this.context.campaignId())
					.add(this.context.run())
					.add(key)
					.add(count.pairs())
					.add(count.passedOver())
					.endRow()),
				"campaign_id", "run_id", "block", "pairs", "passed_over");
		this.statements.copy("run_link_rate", (buffer) -> {
			int place = 0;
			for (Linked.Rate rate : this.rates) {
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

	private String extraColumns() {
		StringBuilder columns = new StringBuilder();
		for (ExtraField extra : extras()) {
			columns.append(", max(")
				.append(StagedFields.value(extra.name(), "r"))
				.append(") as extra_")
				.append(extra.name());
		}
		return columns.toString();
	}

	private List<LinkRecord> leftovers(Map<Long, String> keys) {
		List<LinkRecord> leftovers = new ArrayList<>();
		List<ExtraField> extras = extras();
		this.statements.query("leftovers", (row) -> {
			keys.put(row.getLong("student"), row.getString("student_key"));
			leftovers.add(leftover(row, extras));
		});
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
				(row) -> refused.add(ProbableLinks.decision(row.getString("left_key"), row.getString("right_key"))));
		return refused;
	}

	private static String key(Map<Long, String> keys, long student) {
		return Objects.requireNonNull(keys.get(student), "links are among those that were read");
	}

}
