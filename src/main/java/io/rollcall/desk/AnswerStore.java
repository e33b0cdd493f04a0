package io.rollcall.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.cases.CaseStanding;
import io.rollcall.review.Answer;
import io.rollcall.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of answers that pages took, and what they are about. */
@Repository
class AnswerStore {

	private final JdbcClient jdbc;

	AnswerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A case of a run.
	 *
	 * @param id the case
	 * @param number its number over all runs
	 * @param college the student's college
	 * @param hidden whether only the registrar reads it
	 */
	record Known(String id, long number, String college, boolean hidden) {
	}

	/**
	 * One answer to be kept.
	 *
	 * @param batch the same for all answers of a form
	 * @param known the case
	 * @param desk who answers
	 * @param shown the case as it was shown
	 * @param answer the answer
	 * @param value the canonical value, or empty
	 * @param evidence the kind of proof
	 * @param note a remark
	 */
	record Entry(long batch, Known known, String desk, CaseStanding shown, Answer answer, String value, String evidence,
			String note) {

		@Override
		public String toString() {
			return this.desk;
		}

	}

	/**
	 * When and by whom answers are given, and on what.
	 *
	 * @param run the published run that shows what was shown
	 * @param upto the number of the last answer that was shown
	 * @param account who answers
	 * @param at when
	 * @param on the day
	 */
	record Signed(Run run, long upto, String account, Instant at, LocalDate on) {
	}

	/**
	 * Lets nobody else answer, close or begin a run of the campaign until the transaction
	 * ends, so that everybody answers on what he was shown.
	 * @return whether it takes answers; false for a campaign that is closed
	 */
	boolean lock(long campaign) {
		return this.jdbc.sql("select closed_at is null from campaign where campaign_id = ? for no key update")
			.param(campaign)
			.query(Boolean.class)
			.optional()
			.orElseThrow(AnswerRefused::unknown);
	}

	/** The number of the last answer of any page, or 0. */
	long last(long campaign) {
		return this.jdbc.sql("select coalesce(max(answer_no), 0) from page_answer where campaign_id = ?")
			.param(campaign)
			.query(Long.class)
			.single();
	}

	/** Those of some cases that a run knows, but for what is about files. */
	Map<String, Known> known(Run run, Collection<String> ids) {
		Map<String, Known> known = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc
				.sql("""
						select case_id, case_no, college, hidden from run_case
						 where campaign_id = :campaign and run_id = :run and case_id in (:ids) and student_key not like 'F:%' order by case_id
						""")
				.param("campaign", run.campaignId())
				.param("run", run.id())
				.param("ids", ids)
				.query((row) -> {
					known.put(row.getString(1),
							new Known(row.getString(1), row.getLong(2), row.getString(3), row.getBoolean(4)));
				});
		}
		return known;
	}

	/** A published run of the campaign. */
	Optional<Long> published(long campaign, LocalDate date, int number) {
		return this.jdbc
			.sql("""
					select run_id from run where campaign_id = ? and business_date = ? and number = ? and status = 'published'
					""")
			.params(campaign, date, number)
			.query(Long.class)
			.optional();
	}

	/** What some cases of a run were called in another one that knew them. */
	Map<String, String> former(Run run, long other, Collection<String> ids) {
		Map<String, String> former = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					select n.case_id, m.case_id from run_case n join run_case m on m.campaign_id = :campaign and m.run_id = :other and m.case_no = n.case_no
					 where n.campaign_id = :campaign and n.run_id = :run and n.case_id in (:ids)
					""")
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("other", other)
			.param("ids", ids)
			.query((row) -> {
				former.put(row.getString(1), row.getString(2));
			});
		return former;
	}

	/** Those of some cases that rest on the same values as in another run. */
	Set<String> same(Run run, long other, Collection<String> ids) {
		return new HashSet<>(this.jdbc
			.sql("""
					select n.case_id from run_case n join run_case m on m.campaign_id = :campaign and m.run_id = :other and m.case_no = n.case_no
					 where n.campaign_id = :campaign and n.run_id = :run and n.case_id in (:ids) and not case_changed(m.facts, n.facts, '')
					""")
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("other", other)
			.param("ids", ids)
			.query(String.class)
			.list());
	}

	long batch() {
		return this.jdbc.sql("select nextval('page_answer_batch')").query(Long.class).single();
	}

	void add(Entry entry, Signed signed) {
		this.jdbc
			.sql("""
					insert into page_answer (campaign_id, batch, case_id, case_no, desk, made_run, answers_upto, shown_answer, shown_proposed,
					                         shown_offered, answer, value, evidence, note, answered_by, answered_at, answered_on)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					""")
			.params(signed.run().campaignId(), entry.batch(), entry.known().id(), entry.known().number(), entry.desk(),
					signed.run().id(), signed.upto(), entry.shown().answer(), entry.shown().proposed().reference(),
					entry.shown().offered().reference(), entry.answer().name(), entry.value(), entry.evidence(),
					entry.note(), signed.account(), signed.at().atOffset(ZoneOffset.UTC), signed.on())
			.update();
	}

	/**
	 * The answers since a run about some of its cases, the oldest first, by their number.
	 */
	Map<Long, PendingAnswer> since(Run run, Collection<String> ids) {
		Map<Long, PendingAnswer> pending = new LinkedHashMap<>();
		this.jdbc.sql("""
				select a.*, n.case_id as now_id, n.field from page_answer a
				  join run_case n on n.campaign_id = :campaign and n.run_id = :run and n.case_no = a.case_no
				 where a.campaign_id = :campaign and a.answer_no > (select answers_upto from run where run_id = :run)
				   and n.case_id in (:ids)
				 order by a.answer_no
				""").param("run", run.id()).param("campaign", run.campaignId()).param("ids", ids).query((row) -> {
			pending.put(row.getLong("answer_no"),
					new PendingAnswer(row.getLong("answer_no"), row.getString("now_id"), row.getString("desk"),
							row.getString("answer"), row.getString("value"), row.getString("evidence"),
							row.getString("note"), row.getString("answered_by"),
							row.getObject("answered_at", OffsetDateTime.class).toInstant(), true));
		});
		return pending;
	}

}
