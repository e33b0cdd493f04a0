package io.rollcall.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.campaign.Role;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;
import io.rollcall.intake.FileNotice;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns what was staged into findings, by the statements in
 * {@code io/rollcall/reconcile}, in one transaction. Before that, the balance of rows is
 * checked: nothing may be lost.
 */
@Component
class JudgeStep extends RunTasklet {

	private static final List<String> STATEMENTS = List.of("0_students", "1_row_findings", "2_file_findings",
			"3_history", "4_carried", "5_colleges");

	private final JdbcClient jdbc;

	private final RunFileStore files;

	private final RunProgress progress;

	JudgeStep(RunStore runs, JdbcClient jdbc, RunFileStore files, RunProgress progress) {
		super(runs);
		this.jdbc = jdbc;
		this.files = files;
		this.progress = progress;
	}

	@Override
	void execute(RunContext context, StepExecution step, StepContribution contribution) throws IOException {
		this.progress.listener().stepStarted(RunListener.Step.JUDGE);
		List<RunFile> all = this.files.all(context.run(), context.campaign());
		checkBalance(context.run(), all);
		checkUsable(all);
		prepare(context.run());
		int done = 0;
		for (String statement : STATEMENTS) {
			this.progress.checkStop();
			execute(context.run(), statement);
			done++;
			this.progress.listener().progress(RunListener.Step.JUDGE, done, STATEMENTS.size());
		}
		adviseNewest(context, all);
		this.progress.listener().stepEnded(RunListener.Step.JUDGE, done);
	}

	private void checkBalance(Run run, List<RunFile> all) {
		for (RunFile file : all) {
			if (file.read() != file.loaded() + file.rejected()
					|| file.status() == RunFile.Status.LOADED && !this.files.isStaged(run, file)) {
				throw new RunFailure("UNBALANCED", file.input().role().word(), file.number());
			}
		}
	}

	private static void checkUsable(List<RunFile> all) {
		boolean usable = all.stream().anyMatch((file) -> file.input().role() != Role.ENROLLED && file.loaded() > 0);
		if (!usable) {
			throw new RunFailure("NO_USABLE_SOURCE");
		}
	}

	private void prepare(Run run) {
		for (String table : List.of("finding", "run_college")) {
			this.jdbc.sql("delete from " + table + " where run_id = ?").param(run.id()).update();
		}
		this.jdbc.sql("analyze staged_record").update();
		this.jdbc.sql("analyze staged_mark").update();
		this.jdbc.sql("create temporary table role_order (role text, rank integer) on commit drop").update();
		for (Role role : Role.values()) {
			this.jdbc.sql("insert into role_order values (?, ?)").params(role.word(), role.ordinal()).update();
		}
		this.jdbc.sql("create temporary table kind (code text, severity text) on commit drop").update();
		for (FindingKind kind : Catalogue.shipped().kinds()) {
			this.jdbc.sql("insert into kind values (?, ?)").params(kind.code(), kind.severity().name()).update();
		}
	}

	private void execute(Run run, String name) throws IOException {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("run", run.id());
		parameters.put("campaign", run.campaignId());
		parameters.put("name", run.campaign());
		parameters.put("date", run.date());
		this.jdbc.sql(statement(name)).params(parameters).update();
	}

	private static String statement(String name) throws IOException {
		try (InputStream in = JudgeStep.class.getResourceAsStream("/io/rollcall/reconcile/" + name + ".sql")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private void adviseNewest(RunContext context, List<RunFile> all) throws IOException {
		this.jdbc.sql(statement("same_students")).param("run", context.run().id()).query((row) -> {
			RunFile first = all.get(row.getInt("first_file") - 1);
			RunFile second = all.get(row.getInt("second_file") - 1);
			String text = context.messages().get("intake.SAME_STUDENTS", first.input().path(), row.getLong("students"));
			this.files.notice(context.run(), second, ADVICE_NUMBER + first.number(),
					new FileNotice("SAME_STUDENTS", text));
		});
	}

	/** Notices of the loading step are numbered from 1; advice comes behind them. */
	private static final int ADVICE_NUMBER = 1000;

}
