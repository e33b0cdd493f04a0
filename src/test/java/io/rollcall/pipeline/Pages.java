package io.rollcall.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rollcall.desk.AnswerRefused;
import io.rollcall.desk.AnswerRequest;
import io.rollcall.desk.PageAnswers;
import io.rollcall.desk.PendingAnswer;
import io.rollcall.desk.ShownCase;
import io.rollcall.text.Messages;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Answers as people give them on pages, between the nights of {@link Nights}. */
final class Pages {

	static final String AIR = "飞行器学院";

	static final String SCIENCE = "理学院";

	private final Nights nights;

	private String seen = "";

	Pages(Nights nights) {
		this.nights = nights;
		open();
	}

	/** Opens a page; what is answered from here on is answered on what it shows. */
	Pages open() {
		this.seen = answers().seen(campaign());
		return this;
	}

	String seen() {
		return this.seen;
	}

	PageAnswers answers() {
		return this.nights.installation().pageAnswers();
	}

	long campaign() {
		return this.nights.installation()
			.jdbc()
			.sql("select max(campaign_id) from campaign")
			.query(Long.class)
			.single();
	}

	/** The newest published run's case of a student. */
	String id(String student, String matter) {
		return this.nights.installation().jdbc().sql("""
				select case_id from run_case where student_no = ? and matter = ? and run_id = (
				  select run_id from run where status = 'published' order by business_date desc, number desc limit 1)
				""").params(student, matter).query(String.class).single();
	}

	PageAnswers.Outcome college(String college, String answer, String value, String... ids) {
		return submit(Set.of(college), answer, value, "", "", ids);
	}

	PageAnswers.Outcome registrar(String answer, String value, String... ids) {
		return submit(Set.of(), answer, value, "", "", ids);
	}

	PageAnswers.Outcome submit(Set<String> colleges, String answer, String value, String evidence, String note,
			String... ids) {
		String account = colleges.isEmpty() ? "zhao" : "wang";
		return answers().submit(new AnswerRequest(campaign(), colleges, account, List.of(ids), this.seen,
				new AnswerRequest.Typed(answer, value, evidence, note), Messages.of("zh")));
	}

	AnswerRefused refused(Runnable answer) {
		return catchThrowableOfType(AnswerRefused.class, answer::run);
	}

	ShownCase shown(String college, String id) {
		return answers().cases(campaign(), Optional.of(college).filter((name) -> !name.isEmpty()), List.of(id)).get(0);
	}

	List<PendingAnswer> pending(String... ids) {
		return answers().pending(campaign(), List.of(ids));
	}

}
