package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import io.rollcall.campaign.Role;
import io.rollcall.reconcile.CaseEvents.About;
import io.rollcall.reconcile.CaseEvents.Decision;
import io.rollcall.reconcile.CaseEvents.Event;

/**
 * Hands over what the registrar approved: the value that the platform should show, where
 * it shows another. From then on the case waits for the platform's export.
 */
final class Approved {

	private final Statements statements;

	private final JudgeContext context;

	private final CaseEvents events;

	private final BiPredicate<String, String> fits;

	/**
	 * Hands over approvals.
	 * @param fits whether the platform's file has room for a value of a field
	 */
	Approved(Statements statements, JudgeContext context, CaseEvents events, BiPredicate<String, String> fits) {
		this.fits = fits;
		this.statements = statements;
		this.context = context;
		this.events = events;
	}

	/** An approved case with what the sources say. */
	private record Case(About about, long student, String correction, Map<String, String> values) {

		@Override
		public String toString() {
			return this.about.toString();
		}

	}

	void hand(Map<String, String> claimed) {
		Map<String, Case> cases = new LinkedHashMap<>();
		this.statements.query("approved", (row) -> {
			Case one = cases.get(row.getString("finding_id"));
			if (one == null) {
				one = new Case(About.of(row), row.getLong("student"), row.getString("correction"),
						new LinkedHashMap<>());
				cases.put(row.getString("finding_id"), one);
			}
			if (row.getString("value") != null) {
				one.values().put(row.getString("role"), row.getString("value"));
			}
		});
		Map<String, Case> lines = new LinkedHashMap<>();
		Map<String, String> values = new LinkedHashMap<>();
		List<Case> sent = new ArrayList<>();
		for (Case one : cases.values()) {
			Optional<String> value = value(one, claimed)
				.filter((wanted) -> !wanted.equals(one.values().get("platform")))
				.filter((wanted) -> this.fits.test(one.about().field(), wanted));
			if (value.isPresent()) {
				String line = one.student() + "|" + one.about().field();
				// Two cases of one field say the same, or the later one waits for the
				// next night.
				if (values.putIfAbsent(line, value.get()) == null || values.get(line).equals(value.get())) {
					lines.putIfAbsent(line, one);
					sent.add(one);
				}
			}
		}
		write(lines, values, sent);
	}

	private void write(Map<String, Case> lines, Map<String, String> values, List<Case> sent) {
		this.statements.copy("run_correction",
				(buffer) -> lines.forEach((line, one) -> buffer.add(this.context.campaignId())
					.add(this.context.run())
					.add(one.student())
					.add(one.about().field())
					.add(values.get(line))
					.add(one.about().findingId())
					.endRow()),
				"campaign_id", "run_id", "student", "field", "value", "finding_id");
		this.statements.table("handed", "finding_id text",
				(buffer) -> sent.forEach((one) -> buffer.add(one.about().findingId()).endRow()), "finding_id");
		this.statements.update(
				"update finding f set state = 'sent' from handed h where f.run_id = :run and f.finding_id = h.finding_id");
		sent.forEach((one) -> this.events.add(new Event("sent", one.about(), "registrar-approved", "sent",
				new Decision("", this.context.date(), this.context.text("sent"), "corrections.xlsx", ""))));
	}

	/**
	 * The value typed with the answer, else the claimed one, else what the other sources
	 * say.
	 */
	private Optional<String> value(Case one, Map<String, String> claimed) {
		if (!one.correction().isEmpty()) {
			return Optional.of(one.correction());
		}
		if (one.about().code().startsWith("CLAIM_")) {
			return Optional.ofNullable(claimed.get(one.about().studentKey() + "|" + one.about().field()));
		}
		if (!one.about().code().startsWith("FIELD_") && !one.about().code().equals("MISMATCH_NOT_CLAIMED")
				&& !one.about().code().equals("KEY_DIFFERS")) {
			return Optional.empty();
		}
		String admission = one.values().get("admission");
		String roster = one.values().get("roster");
		if (admission != null && roster != null && !admission.equals(roster)) {
			return this.context.campaign()
				.rules()
				.authority(this.context.campaign().fields().get(one.about().field()))
				.stream()
				.map(Role::word)
				.map(one.values()::get)
				.filter((value) -> value != null)
				.findFirst();
		}
		return Optional.ofNullable((admission != null) ? admission : roster);
	}

}
