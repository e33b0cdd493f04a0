package io.rollcall.results;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.facts.CaseRow;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the last published run shows of cases, read the way its workbooks are. */
@Component
public class ShownCases {

	private final RunStore runs;

	private final CaseData data;

	private final InstallationKey key;

	private final JdbcClient jdbc;

	/** The last one that was asked for: its job file is not read for every page. */
	private volatile RunContext last;

	ShownCases(RunStore runs, CaseData data, InstallationKey key, JdbcClient jdbc) {
		this.runs = runs;
		this.data = data;
		this.key = key;
		this.jdbc = jdbc;
	}

	/**
	 * The run that pages show.
	 * @param campaignId the campaign's key
	 * @return the published run with the highest date, then number
	 */
	public Optional<Run> latest(long campaignId) {
		return this.jdbc.sql("""
				select run_id from run where campaign_id = ? and status = 'published'
				 order by business_date desc, number desc limit 1
				""").param(campaignId).query(Long.class).optional().map(this.runs::get);
	}

	/**
	 * The campaign as it was when a run was started.
	 * @param run the run
	 * @return its campaign
	 */
	public Campaign campaign(Run run) {
		return context(run).campaign();
	}

	private RunContext context(Run run) {
		RunContext known = this.last;
		if (known == null || known.run().id() != run.id()) {
			known = RunContext.of(run);
			this.last = known;
		}
		return known;
	}

	/**
	 * Those of some cases that stand on the list to answer, or would if nobody had
	 * settled them.
	 * @param run a published run
	 * @param college the college that reads them; empty for the registrar
	 * @param ids the cases
	 * @return the cases as that reader is shown them, by their identity
	 */
	@Transactional(readOnly = true)
	public Map<String, CaseRow> listed(Run run, Optional<String> college, Collection<String> ids) {
		Map<String, CaseRow> listed = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			try (Stream<CaseRow> rows = this.data.named(context(run), college, ids)) {
				rows.forEach((row) -> listed.put(row.caseId(), row));
			}
		}
		return listed;
	}

	/**
	 * What makes references of values keyed ones, as cases keep them.
	 * @return the same text for the life of the installation
	 */
	public String salt() {
		return this.key.studentKeys().clue("values", "salt");
	}

}
