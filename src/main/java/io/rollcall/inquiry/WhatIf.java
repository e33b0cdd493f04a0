package io.rollcall.inquiry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.rollcall.export.ChangesFile;
import io.rollcall.facts.ChangeRow;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tells what a finished run would have found under other rules: on the run's own frozen
 * inputs, without publishing anything.
 */
@Service
public class WhatIf {

	private static final String CHANGES = """
			select * from (
			select finding_id, case when o.finding_id is null then 'new' when n.finding_id is null then 'gone' else 'changed' end
			         as change,
			       coalesce(n.code, o.code) as code, coalesce(n.college, o.college) as college,
			       coalesce(n.student_no, o.student_no) as student_no,
			       coalesce(n.candidate_no, o.candidate_no) as candidate_no, coalesce(n.name, o.name) as name,
			       coalesce(n.field, o.field) as field, coalesce(o.severity, '') as severity_before,
			       coalesce(n.severity, '') as severity_after, coalesce(o.detail, '') as detail_before,
			       coalesce(n.detail, '') as detail_after
			  from (select * from finding where campaign_id = :campaign and run_id = :before) o
			  full join (select * from finding where campaign_id = :campaign and run_id = :after) n using (finding_id)
			 where o.finding_id is null or n.finding_id is null
			    or (o.severity, o.college, o.detail, o.private_detail, o.suggestion, o.roster_value, o.platform_value,
			        o.admission_value, o.locations)
			       is distinct from
			       (n.severity, n.college, n.detail, n.private_detail, n.suggestion, n.roster_value, n.platform_value,
			        n.admission_value, n.locations)
			) as difference
			 order by code collate "C", college collate "C", student_no collate "C", candidate_no collate "C",
			          finding_id collate "C"
			""";

	private final ScratchRun scratch;

	private final RunStore runs;

	private final JdbcClient jdbc;

	WhatIf(ScratchRun scratch, RunStore runs, JdbcClient jdbc) {
		this.scratch = scratch;
		this.runs = runs;
		this.jdbc = jdbc;
	}

	/**
	 * What came of a comparison.
	 *
	 * @param folder where the difference was written
	 * @param counts by change ({@code new}, {@code gone}, {@code changed}) and code
	 */
	public record Outcome(Path folder, Map<String, Map<String, Long>> counts) {
	}

	/**
	 * Compares a finished run with what other rules would find.
	 * @param run the finished run
	 * @param rulesFile the name of the file with the changed rules, a job file
	 * @param rules its text
	 * @param listener hears how it gets on
	 * @return the difference
	 * @throws RunFailure when the run is not finished or an input of it is gone
	 */
	public Outcome compare(Run run, String rulesFile, String rules, RunListener listener) {
		if (run.status() != Run.Status.PUBLISHED) {
			throw new RunFailure("NOT_FINISHED", run);
		}
		Path folder = run.campaignFolder().resolve("what-if").resolve(run.name());
		return this.scratch.repeat(run, rulesFile, rules, listener, (context) -> {
			if (!context.campaign().name().equals(run.campaign())) {
				throw new RunFailure("OTHER_CAMPAIGN", run.campaign());
			}
			List<ChangeRow> changes = changes(run, context.run());
			Map<String, Map<String, Long>> counts = new TreeMap<>();
			for (ChangeRow change : changes) {
				counts.computeIfAbsent(change.change(), (any) -> new TreeMap<>()).merge(change.code(), 1L, Long::sum);
			}
			write(folder, run, changes);
			return new Outcome(folder, counts);
		});
	}

	private List<ChangeRow> changes(Run before, Run after) {
		return this.jdbc.sql(CHANGES)
			.param("campaign", before.campaignId())
			.param("before", before.id())
			.param("after", after.id())
			.query((row, index) -> new ChangeRow(row.getString("change"), row.getString("code"),
					row.getString("college"), row.getString("student_no"), row.getString("candidate_no"),
					row.getString("name"), row.getString("field"), row.getString("severity_before"),
					row.getString("severity_after"), row.getString("detail_before"), row.getString("detail_after")))
			.list();
	}

	private static void write(Path folder, Run run, List<ChangeRow> changes) {
		try {
			Files.createDirectories(folder);
			try (Stream<ChangeRow> rows = changes.stream()) {
				ChangesFile.writeTable(folder.resolve("differences.csv"), rows);
			}
			ChangesFile.writeSummary(folder.resolve("differences.json"), run.toString(), changes);
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", folder);
		}
	}

}
