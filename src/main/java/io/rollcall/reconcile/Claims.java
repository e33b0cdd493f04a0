package io.rollcall.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.FormFields;
import io.rollcall.claims.Claim;
import io.rollcall.claims.ClaimRow;
import io.rollcall.claims.Reason;
import io.rollcall.database.StagedFields;
import io.rollcall.intake.StatedValues;

/**
 * Judges what students report through their colleges against what the sources say. What a
 * student says is never replaced by what we think.
 */
final class Claims {

	private static final int ID_DIGITS = 18;

	private static final Pattern TAIL = Pattern.compile("\\d{0,5}[\\dX]");

	private final Statements statements;

	private final JudgeContext context;

	private final ReportedRows reported;

	private final StatedValues values;

	private final List<SubmittedClaim> claims = new ArrayList<>();

	Claims(Statements statements, JudgeContext context, ReportedRows reported) {
		this.statements = statements;
		this.context = context;
		this.reported = reported;
		this.values = new StatedValues(context.campaign(), context.date());
	}

	/**
	 * Reads and judges the claims; afterwards the table {@code claim} holds which student
	 * claims which field, for others to ask.
	 */
	void judge() {
		this.statements.with("role", "discrepancies").query("submitted_rows", (row) -> read(FormRow.of(row)));
		table();
		this.statements.query("claim_values", (row) -> {
			SubmittedClaim claim = this.claims.get(row.getInt("claim_no"));
			claim.side(new Side(row.getString("role"), row.getString("value"), row.getBoolean("unusable"), null,
					row.getString("id_type")), row.getString("shown"), row.getString("place"));
		}, "value", StagedFields.comparable(this.context.campaign().fields(), "c.field", "r"), "cell",
				this.context.cell("c.field", "r"));
		this.claims.forEach(this::completeTail);
		Map<String, LocalDate> since = since();
		ClaimJudge judge = new ClaimJudge(this.context, this.values,
				this.statements.count("select count(*) from usable where role = 'platform'") > 0);
		this.claims.forEach((claim) -> judge.judge(claim, since.get(reference(claim))).forEach(this.reported::add));
		compare();
		remember();
	}

	private void read(FormRow row) {
		for (Claim claim : ClaimRow.claims(this.context.campaign().fields(), row.cells())) {
			this.claims.add(new SubmittedClaim(row, claim, value(claim, this.context.campaign(), this.values)));
		}
	}

	/**
	 * Who claims the last places of the ID number leaves the others as the platform has
	 * them.
	 */
	private void completeTail(SubmittedClaim claim) {
		String tail = claim.claim().right().text().strip().toUpperCase(Locale.ROOT);
		if (claim.value().isPresent() || !TAIL.matcher(tail).matches() || !FormFields.isIdTail(claim.claim().word())) {
			return;
		}
		claim.complete(claim.side("platform")
			.map(Side::value)
			.filter((number) -> number != null && number.length() == ID_DIGITS)
			.map((number) -> number.substring(0, ID_DIGITS - tail.length()) + tail)
			.flatMap((number) -> this.values.valid("id_no", number, false)));
	}

	/** The canonical value that is claimed; empty when it may not be registered. */
	static Optional<String> value(Claim claim, Campaign campaign, StatedValues values) {
		if (claim.kind() != Claim.Kind.VALUE) {
			return (claim.kind() == Claim.Kind.NO_RECORD) ? Optional.of("") : Optional.empty();
		}
		// Nobody can type a picture.
		if (campaign.fields().get(claim.field()).type() == FieldType.PRESENCE) {
			return Optional.of("");
		}
		return values.valid(claim.field(), claim.right().text(), claim.right().numeric());
	}

	private void table() {
		this.statements.table("claim",
				"claim_no integer, student bigint, field text, wanted text, anothers boolean, opinion text, evidence boolean",
				(buffer) -> {
					for (int i = 0; i < this.claims.size(); i++) {
						SubmittedClaim claim = this.claims.get(i);
						if (claim.subject().isKnown()) {
							buffer.add(i)
								.add(claim.subject().student())
								.add(claim.claim().field())
								.add(claim.value().orElse(""))
								.add(claim.isAnothers())
								.add(claim.row().text("opinion").strip())
								.add(ClaimJudge.hasEvidence(claim))
								.endRow();
						}
					}
				}, "claim_no", "student", "field", "wanted", "anothers", "opinion", "evidence");
	}

	/** Claims beside each other: several values for one field, and the same once more. */
	private void compare() {
		Map<String, Map<String, List<SubmittedClaim>>> all = new LinkedHashMap<>();
		this.claims.stream()
			.filter((claim) -> claim.claim().kind() != Claim.Kind.UNCLEAR)
			.forEach((claim) -> all.computeIfAbsent(claim.about(), (any) -> new LinkedHashMap<>())
				.computeIfAbsent(claim.wanted(), (any) -> new ArrayList<>())
				.add(claim));
		Set<FormRow> repeated = new LinkedHashSet<>();
		Set<FormRow> fresh = new HashSet<>();
		this.claims.stream()
			.filter((claim) -> claim.claim().kind() == Claim.Kind.UNCLEAR)
			.map(SubmittedClaim::row)
			.forEach(fresh::add);
		all.values().forEach((wanted) -> {
			List<SubmittedClaim> everyone = wanted.values().stream().flatMap(List::stream).toList();
			if (wanted.keySet().stream().filter((value) -> !value.isEmpty()).count() > 1) {
				this.reported.add(beside("CLAIM_CONFLICT", everyone).detail(text("CLAIM_CONFLICT", wanted.size())));
			}
			wanted.values().forEach((same) -> {
				fresh.add(same.get(0).row());
				Set<FormRow> rows = new LinkedHashSet<>(same.stream().map(SubmittedClaim::row).toList());
				if (rows.size() > 1) {
					this.reported.add(beside("CLAIM_DUPLICATE", same).detail(text("CLAIM_DUPLICATE", rows.size())));
					rows.stream().skip(1).forEach(repeated::add);
				}
			});
		});
		repeated.removeAll(fresh);
		fold(repeated);
	}

	private Reported beside(String code, List<SubmittedClaim> claims) {
		SubmittedClaim first = claims.get(0);
		Reported reported = ClaimJudge.reported(code, first).suggest(text(code + ".todo"));
		claims.forEach((claim) -> reported.at(List.of(claim.row().place()))
			.claimed(this.context.shown(claim))
			.forRegistrarIf(claim.isAnothers() || !claim.subject().college().equals(first.subject().college())));
		return reported;
	}

	/** Rows that say nothing but what another row says count as folded into it. */
	private void fold(Set<FormRow> repeated) {
		Map<Integer, Long> files = new HashMap<>();
		repeated.forEach((row) -> files.merge(row.file(), 1L, Long::sum));
		files.forEach((file, count) -> this.statements
			.update("update run_file set rows_duplicate = " + count + " where run_id = :run and file_no = " + file));
	}

	private String reference(SubmittedClaim claim) {
		return this.context.clue().apply("claim", claim.about() + "|" + claim.wanted());
	}

	private Map<String, LocalDate> since() {
		Map<String, LocalDate> since = new HashMap<>();
		this.statements.query("claims_seen",
				(row) -> since.put(row.getString("ref"), row.getObject("since", LocalDate.class)));
		return since;
	}

	private void remember() {
		Set<String> references = new TreeSet<>();
		this.claims.forEach((claim) -> references.add(reference(claim)));
		this.statements.copy("claim_seen", (buffer) -> references.forEach(
				(reference) -> buffer.add(this.context.campaignId()).add(this.context.run()).add(reference).endRow()),
				"campaign_id", "run_id", "ref");
	}

	/** Students who looked and did not say what is wrong. */
	void judgeUnclaimed(JudgedRows judged) {
		this.statements.update("analyze judged (code, student, field, severity)");
		this.statements.query("unclaimed",
				(row) -> judged.add(Judged
					.of("MISMATCH_NOT_CLAIMED", row.getLong("student"), row.getString("field"),
							List.of((String[]) row.getArray("roles").getArray()))
					.detail(text("MISMATCH_NOT_CLAIMED") + this.context.text("stop.mark") + row.getString("detail"),
							text("MISMATCH_NOT_CLAIMED.todo"))
					.routed(row.getString("cause"), row.getString("route"), row.getString("odd"))
					.forRegistrarIf(row.getString("reader").equals("registrar"))));
		judged.send();
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

	/** Why the row says that the value differs. */
	static Optional<Reason> reason(SubmittedClaim claim) {
		return Reason.of(claim.row().text("difference_reason"));
	}

}
