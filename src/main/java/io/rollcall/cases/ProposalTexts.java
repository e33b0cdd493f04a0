package io.rollcall.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.database.SqlScripts;
import io.rollcall.identity.IdComparison;
import io.rollcall.identity.IdNumber;

/**
 * Shows what would be registered as an ID number: masked, with the part that changes,
 * since two masked numbers side by side look alike.
 */
final class ProposalTexts {

	private static final List<String> COLUMNS = List.of("proposed", "offered", "plain_proposed", "plain_offered");

	private final SqlScripts statements;

	private final CaseContext context;

	ProposalTexts(SqlScripts statements, CaseContext context) {
		this.statements = statements;
		this.context = context;
	}

	void write() {
		Map<String, List<String>> texts = new LinkedHashMap<>();
		this.statements.query("id_proposals", (row) -> {
			List<String> shown = new ArrayList<>();
			for (String column : COLUMNS) {
				shown.add(text(row.getString(column), row.getString("platform")));
			}
			texts.put(row.getString("case_id"), shown);
		});
		if (texts.isEmpty()) {
			return;
		}
		this.statements.table("id_text",
				"case_id text, " + COLUMNS.stream().map((column) -> column + " text").collect(Collectors.joining(", ")),
				(buffer) -> texts.forEach((id, shown) -> {
					buffer.add(id);
					shown.forEach(buffer::add);
					buffer.endRow();
				}), "case_id", "proposed", "offered", "plain_proposed", "plain_offered");
		this.statements.update("update run_case c set "
				+ COLUMNS.stream().map((column) -> column + " = i." + column).collect(Collectors.joining(", "))
				+ " from id_text i where c.campaign_id = :campaign and c.run_id = :run and c.case_id = i.case_id");
	}

	private String text(String number, String platform) {
		if (number == null || number.isEmpty()) {
			return "";
		}
		String shown = this.context.shown("id_no", number);
		if (platform == null || platform.isEmpty()) {
			return shown;
		}
		IdComparison comparison = IdComparison.of(IdNumber.parse(number, null), IdNumber.parse(platform, null));
		return comparison.segments().isEmpty() ? shown : changed(shown, comparison.segments());
	}

	private String changed(String shown, Set<IdComparison.Segment> segments) {
		IdComparison.Segment first = segments.iterator().next();
		if (first == IdComparison.Segment.LENGTH || first == IdComparison.Segment.OTHER) {
			return this.context.text("proposal." + first, shown);
		}
		// The check digit follows the others.
		return this.context.text("proposal.places", shown,
				segments.stream()
					.filter((segment) -> segments.size() == 1 || segment != IdComparison.Segment.CHECK_DIGIT)
					.map((segment) -> this.context.text("proposal.segment." + segment))
					.collect(Collectors.joining(this.context.messages().get("intake.comma"))));
	}

}
