package io.rollcall.reconcile;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.database.StagedFields;

/**
 * Judges who has not looked at his record yet, and counts by college, major and class.
 */
final class SelfCheck {

	private final Statements statements;

	private final JudgeContext context;

	SelfCheck(Statements statements, JudgeContext context) {
		this.statements = statements;
		this.context = context;
	}

	void judge() {
		String field = this.context.campaign().rules().selfCheck().map(Field::name).orElse("");
		this.statements.with("field", field);
		boolean told = !field.isEmpty() && this.statements
			.count("select count(*) from run_file f join role_order o using (role)"
					+ " where f.run_id = :run and f.rows_loaded > 0 and o.compared and :field = any (f.columns)") > 0;
		boolean platform = this.statements.count("select count(*) from usable where role = 'platform'") > 0;
		boolean roster = this.statements.count("select count(*) from usable where role = 'roster'") > 0;
		this.statements.with("list", roster ? "roster" : "platform").with("told", told).with("platform", platform);
		this.statements.with("keepers", this.context.campaign().rules().keepersMustCheck());
		this.statements.run("self_check_expected");
		if (told) {
			open();
		}
	}

	/** Whether any record of a student, called r, p and a, tells that he has looked. */
	static String looked(JudgeContext context) {
		return context.campaign()
			.rules()
			.selfCheck()
			.map((field) -> Stream.of("r", "p", "a")
				.map((record) -> "(" + StagedFields.value(field.name(), record) + " is not null or coalesce('"
						+ field.name() + "' = any (" + record + ".unusable), false))")
				.collect(Collectors.joining(" or ")))
			.orElse("false");
	}

	/** Counts, once it is known who sent in what. */
	void count() {
		this.statements.run("self_check");
	}

	private void open() {
		boolean overdue = this.context.date().isAfter(this.context.campaign().period().deadline());
		String code = overdue ? "SELF_CHECK_OVERDUE" : "NOT_SELF_CHECKED";
		String detail = this.context.text(code, this.context.campaign().period().deadline());
		String suggestion = this.context.text(code + ".todo");
		this.statements.with("code", code).with("detail", detail).with("suggestion", suggestion).run("self_check_open");
	}

}
