package io.rollcall.reconcile;

/**
 * Judges what people sent in: claims about their records and problems with their
 * accounts. Whatever is judged here is known of students by then, and findings about
 * people whom no source knows are made as well.
 */
final class Submissions {

	private final Statements statements;

	private final JudgeContext context;

	private final JudgedRows judged;

	Submissions(Statements statements, JudgeContext context, JudgedRows judged) {
		this.statements = statements;
		this.context = context;
		this.judged = judged;
	}

	void judge() {
		this.statements.run("submitted");
		this.statements.run("form_colleges");
		ReportedRows reported = new ReportedRows(this.statements);
		Claims claims = new Claims(this.statements, this.context, reported);
		claims.judge();
		if (isPresent("discrepancies")) {
			claims.judgeUnclaimed(this.judged);
		}
		new AccountJudge(this.statements, this.context, reported).judge();
		this.statements.run("stray_claims");
		reported.send();
	}

	private boolean isPresent(String role) {
		return this.statements.with("role", role)
			.count("select count(*) from run_file where run_id = :run and role = :role and rows_loaded > 0") > 0;
	}

}
