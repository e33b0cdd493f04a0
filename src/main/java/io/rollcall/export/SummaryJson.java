package io.rollcall.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import io.rollcall.facts.BlockRow;
import io.rollcall.facts.InputRow;
import io.rollcall.facts.NightChange;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.RateRow;
import io.rollcall.facts.RowCounts;
import io.rollcall.facts.RunCause;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SelfCheckRow;
import io.rollcall.facts.SelfChecks;
import io.rollcall.facts.Tally;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code summary.json}, the counts for machines. */
public final class SummaryJson {

	/** The students whose college is unknown, as their workbook is called. */
	private static final String UNASSIGNED = "未归属";

	/** No key is called so: fields have no hyphen. */
	private static final String RATES = "estimated-rates";

	private SummaryJson() {
	}

	/**
	 * Writes the file and forces it to the disk.
	 * @param target the file, replaced if it exists
	 * @param run the run, finished
	 * @param cause why it was made, and the gate's verdict
	 * @param findings the counts of its findings
	 * @param selfCheck how far the self-check has come
	 * @param blocks what each blocking key brought
	 * @param rates the rates that linking estimated
	 * @param changes what changed since the last run, by college
	 * @throws IOException when the file cannot be written
	 * @throws java.util.NoSuchElementException when the run has no finishing time
	 */
	public static void write(Path target, RunFacts run, RunCause cause, Tally findings, SelfChecks selfCheck,
			List<BlockRow> blocks, List<RateRow> rates, Map<String, NightStanding> standings) throws IOException {
		ObjectNode json = JsonFile.about(run);
		put(json, cause);
		ObjectNode rows = json.putObject("rows");
		run.rows().forEach((role, counts) -> put(rows.putObject(role), counts));
		findings.byCode().forEach(json.putObject("findings")::put);
		ObjectNode colleges = json.putObject("self_check");
		selfCheck.byCollege()
			.forEach((row) -> put(colleges.putObject(row.college().isEmpty() ? UNASSIGNED : row.college()), row));
		put(json.putObject("self_check_total"), selfCheck.total());
		ArrayNode majors = json.putArray("self_check_by_major");
		selfCheck.byMajor().forEach((row) -> put(named(majors.addObject(), row), row));
		ArrayNode classes = json.putArray("self_check_by_class");
		selfCheck.byClass().forEach((row) -> put(named(classes.addObject(), row).put("class", row.className()), row));
		json.put("findings_total", findings.total());
		ObjectNode severities = json.putObject("findings_by_severity");
		Tally.SEVERITIES.forEach((severity) -> severities.put(severity, findings.ofSeverity(severity)));
		ObjectNode byCollege = json.putObject("findings_by_college");
		findings.byCollege().forEach((college, counts) -> counts.forEach(byCollege.putObject(college)::put));
		json.put("compared", run.compared());
		ObjectNode files = json.putObject("files");
		files.put("found", run.inputs().size());
		files.put("refused", run.inputs().stream().filter(InputRow::refused).count());
		json.put("notices", run.notices().size());
		ObjectNode linking = json.putObject("linking");
		blocks.forEach((block) -> linking.putObject(block.block())
			.put("pairs", block.pairs())
			.put("passed_over", block.passedOver()));
		ArrayNode estimated = linking.putArray(RATES);
		rates.forEach((rate) -> estimated.addObject()
			.put("names", rate.names())
			.put("field", rate.field())
			.put("level", rate.level())
			.put("match", rate.match())
			.put("chance", rate.chance())
			.put("bits", rate.bits()));
		ObjectNode cases = json.putObject("cases");
		standings
			.forEach((college, standing) -> put(cases.putObject(college.isEmpty() ? UNASSIGNED : college), standing));
		put(json.putObject("cases_total"), standings.values().stream().reduce(NightStanding.NONE, NightStanding::plus));
		JsonFile.write(target, json);
	}

	/**
	 * Changes the status in a file that was written before, in one move.
	 * @param summary the file
	 * @param status the status
	 * @return whether the file had another one
	 * @throws IOException when it cannot be read or written
	 */
	public static boolean status(Path summary, String status) throws IOException {
		return JsonFile.change(summary, "status", status);
	}

	/**
	 * Takes the words out that a person gave as the reason, in one move.
	 * @param summary the file
	 * @throws IOException when it cannot be read or written
	 */
	public static void forgetReason(Path summary) throws IOException {
		JsonFile.change(summary, "reason", "");
	}

	private static void put(ObjectNode json, RunCause cause) {
		json.put("trigger", cause.trigger());
		json.put("due", cause.due().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null));
		json.put("by", cause.by());
		json.put("reason", cause.reason());
		ArrayNode gate = json.putArray("gate");
		cause.gate()
			.forEach((check) -> gate.addObject()
				.put("check", check.check())
				.put("role", check.role())
				.put("code", check.code())
				.put("measured", check.measured().orElse(null))
				.put("limit", check.limit())
				.put("held", check.held()));
	}

	private static ObjectNode named(ObjectNode json, SelfCheckRow row) {
		return json.put("college", row.college()).put("major", row.major());
	}

	/** What no source tells is null. */
	private static void put(ObjectNode json, SelfCheckRow row) {
		json.put("expected", row.expected());
		json.put("checked", row.checked().orElse(null));
		json.put("unchecked", row.unchecked().orElse(null));
		json.put("rate", row.rate().orElse(null));
		json.put("correct", row.correct().orElse(null));
		json.put("wrong", row.wrong());
		json.put("not_found", row.notFound());
		json.put("account_problems", row.accountProblems());
		json.put("duplicate_ids", row.duplicateIds());
		json.put("pending_evidence", row.pendingEvidence());
		json.put("reported", row.reported());
		json.put("kept", row.kept());
		json.put("gave_up", row.gaveUp());
		json.put("left", row.left());
		json.put("damaged", row.damaged());
	}

	private static void put(ObjectNode json, NightStanding standing) {
		NightChange change = standing.change();
		json.put("to_do", standing.toDo())
			.put("must_act", standing.errors())
			.put("to_look_at", standing.warnings())
			.put("waits_for_college", standing.waits().college())
			.put("waits_for_evidence", standing.waits().evidence())
			.put("waits_for_registrar", standing.waits().registrar())
			.put("waits_for_handover", standing.waits().handover())
			.put("waits_for_platform", standing.waits().platform())
			.put("known_ok", standing.waits().knownOk())
			.put("not_approved", standing.waits().rejected())
			.put("new", change.fresh())
			.put("open", change.still())
			.put("again", change.again())
			.put("settled", change.gone())
			.put("answered", change.answered())
			.put("lapsed", change.lapsed())
			.put("sent", change.sent())
			.put("closed", change.closed())
			.put("reopened", change.reopened())
			.put("stale", change.stale());
	}

	private static void put(ObjectNode json, RowCounts counts) {
		json.put("read", counts.read());
		json.put("loaded", counts.loaded());
		json.put("duplicates", counts.duplicates());
		json.put("rejected", counts.rejected());
	}

}
