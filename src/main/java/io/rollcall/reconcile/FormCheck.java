package io.rollcall.reconcile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.SourceRole;
import io.rollcall.claims.Claim;
import io.rollcall.claims.ClaimRow;
import io.rollcall.claims.Typed;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.Shown;
import io.rollcall.intake.StatedValues;
import io.rollcall.intake.Value;
import io.rollcall.text.Messages;

/**
 * Judges the rows of a form as far as that is possible without the sources: for people
 * who check a form before it is handed in.
 */
public final class FormCheck {

	/** What only the sources can tell. */
	private static final List<String> OPEN = List.of("CLAIM_UNSUPPORTED", "CLAIM_SUPPORTED");

	private final JudgeContext context;

	private final SourceRole role;

	private final StatedValues values;

	/**
	 * A check of forms.
	 * @param campaign the campaign
	 * @param role a role that is a form
	 * @param date the business date
	 * @param messages the texts
	 */
	public FormCheck(Campaign campaign, SourceRole role, LocalDate date, Messages messages) {
		this.context = new JudgeContext(0, 0, date, campaign, messages, false, (field, value) -> "", (id, name) -> "");
		this.role = role;
		this.values = new StatedValues(campaign, date);
	}

	/**
	 * What is to be said of a row.
	 * @param row the row
	 * @return marks, in the order of the row's claims
	 */
	public List<Mark> check(ParsedRow row) {
		FormRow form = form(row);
		List<Reported> all = (this.role == SourceRole.ACCOUNTS) ? new AccountRow(this.context, form, null, 0).judge()
				: ClaimRow.claims(this.context.campaign().fields(), form.cells())
					.stream()
					.flatMap((claim) -> judge(form, claim).stream())
					.toList();
		return all.stream().map(Reported::mark).filter((mark) -> !OPEN.contains(mark.code())).toList();
	}

	/**
	 * What a row of a form of errors claims.
	 * @param row the row
	 * @return its claims, in the order of the row
	 */
	public List<Claim> claims(ParsedRow row) {
		return ClaimRow.claims(this.context.campaign().fields(), form(row).cells());
	}

	private List<Reported> judge(FormRow form, Claim claim) {
		Optional<String> value = Claims.value(claim, this.context.campaign(), this.values);
		return new ClaimJudge(this.context, this.values, false).judge(new SubmittedClaim(form, claim, value), null);
	}

	private static FormRow form(ParsedRow row) {
		Map<String, Typed> cells = new LinkedHashMap<>();
		Map<String, String> shown = new LinkedHashMap<>();
		Map<String, String> shape = new LinkedHashMap<>();
		for (Value value : row.values()) {
			if (!value.isMissing()) {
				shape.put(value.field().name(), String.join(",", value.shape()));
				shown.put(value.field().name(), Shown.text(value, row, false));
			}
			if (value.canonical() != null) {
				cells.put(value.field().name(), new Typed(value.canonical(), value.shape().contains(Value.NUMERIC)));
			}
		}
		Subject nobody = new Subject(0L, "", "", "", "", shown.getOrDefault("name", ""), "", "");
		return new FormRow(0, row.row().number(), "", "", row.row().sheet(), row.row().number(), nobody, null, shape,
				cells, shown);
	}

}
