package io.rollcall.run;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What people entered without a file, as far as a run sees it. */
@Repository
public class FrozenInputs {

	private final JdbcClient jdbc;

	private final TransactionTemplate apart;

	FrozenInputs(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** The last entry of each kind that a run sees. */
	private record Upto(long input, long answer) {
	}

	/**
	 * Notes up to which entry people's inputs belong to a run: to what was entered when
	 * it began, and to a run over again what the other one had seen.
	 */
	public void freeze(Run run) {
		Upto upto = run.inputsOf().isPresent() ? seen(run.inputsOf().get())
				: this.apart.execute((status) -> entered(run.campaignId()));
		this.jdbc.sql("update run set inputs_upto = ?, answers_upto = ? where run_id = ?")
			.params(upto.input(), upto.answer(), run.id())
			.update();
	}

	private Upto seen(long run) {
		return this.jdbc.sql("select inputs_upto, answers_upto from run where run_id = ?")
			.param(run)
			.query((row, index) -> new Upto(row.getLong(1), row.getLong(2)))
			.single();
	}

	/**
	 * Who is entering something just now is waited for, since entries become visible in
	 * any order. In a transaction of its own: nobody who answers has to wait while the
	 * files are listed.
	 */
	private Upto entered(long campaign) {
		this.jdbc.sql("lock table case_input, page_answer in share mode").update();
		return this.jdbc.sql("""
				select coalesce((select max(input_no) from case_input where campaign_id = :campaign), 0),
				       coalesce((select max(answer_no) from page_answer where campaign_id = :campaign), 0)
				""")
			.param("campaign", campaign)
			.query((row, index) -> new Upto(row.getLong(1), row.getLong(2)))
			.single();
	}

}
