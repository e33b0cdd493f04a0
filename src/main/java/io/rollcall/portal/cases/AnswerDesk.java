package io.rollcall.portal.cases;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.rollcall.access.Role;
import io.rollcall.desk.PageAnswers;
import io.rollcall.desk.PageReferences;
import io.rollcall.desk.PendingAnswer;
import io.rollcall.desk.ShownCase;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Visitor;
import io.rollcall.text.Messages;

/** What forms of answers hold, and what was answered since the last run. */
class AnswerDesk {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final Pattern CASE_ID = Pattern.compile("[0-9a-f]{24}");

	private static final String NO_CASE = "-";

	/** The words of the lists that every form sends, whatever language it is read in. */
	private static final Messages SENT = Messages.of("zh");

	private final PageAnswers answers;

	private final PageReferences references;

	AnswerDesk(PageAnswers answers, PageReferences references) {
		this.answers = answers;
		this.references = references;
	}

	/**
	 * What was typed into a form.
	 *
	 * @param answer the answer's word
	 * @param value the value to register
	 * @param evidence the proof seen
	 * @param note a remark
	 */
	record Typed(String answer, String value, String evidence, String note) {

		static final Typed NOTHING = new Typed("", "", "", "");

		Typed {
			answer = (answer != null) ? answer.strip() : "";
			value = (value != null) ? value.strip() : "";
			evidence = (evidence != null) ? evidence.strip() : "";
			note = (note != null) ? note.strip() : "";
		}

		@Override
		public String toString() {
			return "typed";
		}

	}

	/**
	 * A form of answers.
	 *
	 * @param open whether answers are taken of this visitor
	 * @param seen what was shown
	 * @param registrar whether the registrar answers
	 * @param choices the answers to choose from
	 * @param proofs kinds of proof to choose from
	 */
	record Form(boolean open, String seen, boolean registrar, List<Choice> choices, List<String> proofs) {

		/** The answers that can be given where there is nothing to take back. */
		public List<Choice> choices(boolean answerable, boolean withdrawable) {
			return this.choices.stream().filter((one) -> one.withdraws() ? withdrawable : answerable).toList();
		}

	}

	/**
	 * An answer to choose.
	 *
	 * @param word as it is sent
	 * @param label as it is read
	 * @param hint what it does
	 * @param withdraws whether it takes a decision back
	 */
	record Choice(String word, String label, String hint, boolean withdraws) {
	}

	/**
	 * A case's id, whichever of both ways a form names it; what is neither is the id of
	 * nothing.
	 */
	String caseId(String named) {
		return this.references.caseId(named).orElse(CASE_ID.matcher(named).matches() ? named : NO_CASE);
	}

	/** What a page is about to show; to be asked before anything else of it is read. */
	String seen(CampaignPlace place) {
		return this.answers.seen(place.id());
	}

	/** The form of a page. */
	Form form(CampaignPlace place, Visitor visitor, CaseWords words, String seen) {
		boolean registrar = visitor.is(Role.REGISTRAR);
		String list = registrar ? "review" : "conclusion";
		List<String> read = words.choices(list);
		List<Choice> choices = new ArrayList<>();
		for (int i = 0; i < read.size(); i++) {
			String key = list + "." + (i + 1);
			choices.add(new Choice(SENT.get("report.choice." + key), read.get(i),
					words.text("pcases.answer.hint." + key), false));
		}
		if (registrar) {
			choices.add(new Choice(SENT.get("desk.choice.withdraw"), words.text("desk.choice.withdraw"),
					words.text("pcases.answer.hint.withdraw"), true));
		}
		boolean open = !place.closed() && !visitor.is(Role.AUDITOR);
		return new Form(open, seen, registrar, choices, words.choices("evidence"));
	}

	/** What pages took of cases and no run has applied, in words: the last of each. */
	Map<String, String> pending(CampaignPlace place, CaseWords words, Collection<String> cases) {
		return pending(place, words, cases, false);
	}

	/** The same with the proof and the remark, for whoever has to decide. */
	Map<String, String> pendingInFull(CampaignPlace place, CaseWords words, Collection<String> cases) {
		return pending(place, words, cases, true);
	}

	private Map<String, String> pending(CampaignPlace place, CaseWords words, Collection<String> cases, boolean full) {
		Map<String, String> pending = new LinkedHashMap<>();
		for (PendingAnswer answer : this.answers.pending(place.id(), cases)) {
			String desk = words
				.text(answer.desk().equals("registrar") ? "pcases.desk.registrar" : "pcases.desk.college");
			String told = words.text("pcases.pending.told", desk, words.answer(answer.answer()), answer.by(),
					TIME.format(answer.at()));
			String value = answer.value().isEmpty() ? told : told + words.text("pcases.pending.value", answer.value());
			String all = full ? value + rest(words, answer) : value;
			pending.put(answer.caseId(), answer.holds() ? all : all + words.text("pcases.pending.lapsed"));
		}
		return pending;
	}

	private static String rest(CaseWords words, PendingAnswer answer) {
		String evidence = answer.evidence().isEmpty() ? "" : words.text("pcases.pending.evidence", answer.evidence());
		return answer.note().isEmpty() ? evidence : evidence + words.text("pcases.pending.note", answer.note());
	}

	/**
	 * Cases as the visitor's desk is shown them now, with what pages took since the run.
	 */
	Map<String, ShownCase> now(CampaignPlace place, Optional<String> college, Collection<String> cases) {
		Map<String, ShownCase> now = new LinkedHashMap<>();
		this.answers.cases(place.id(), college, cases).forEach((one) -> now.put(one.caseId(), one));
		return now;
	}

}
