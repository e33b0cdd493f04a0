package io.rollcall.portal.cases;

import java.util.List;
import java.util.Map;

import io.rollcall.desk.References;
import io.rollcall.pipeline.RunContext;
import io.rollcall.portal.Place;
import io.rollcall.portal.Visitor;

/** What forms of answers hold, and what was answered since the last run. */
class AnswerDesk {

	private final References references;

	AnswerDesk(References references) {
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
	 * @param choices the answers to choose from: as they are sent and as they are read
	 * @param proofs kinds of proof to choose from
	 */
	record Form(boolean open, String seen, boolean registrar, Map<String, String> choices, List<String> proofs) {
	}

	/** A case's id, whichever of both ways a form names it. */
	String caseId(String named) {
		return this.references.caseId(named).orElse(named);
	}

	Map<String, String> pending(RunContext context, Visitor visitor, CaseWords words) {
		return Map.of();
	}

	Form form(RunContext context, Place place, Visitor visitor, CaseWords words, List<String> cases) {
		boolean registrar = visitor.is(io.rollcall.access.Role.REGISTRAR);
		Map<String, String> choices = new java.util.LinkedHashMap<>();
		io.rollcall.text.Messages sent = io.rollcall.text.Messages.of("zh");
		String list = registrar ? "review" : "conclusion";
		for (int i = 1; i <= words.choices(list).size(); i++) {
			choices.put(sent.get("report.choice." + list + "." + i), words.choices(list).get(i - 1));
		}
		if (registrar) {
			choices.put(sent.get("pcases.answer.withdraw"), words.text("pcases.answer.withdraw"));
		}
		boolean open = !place.closed() && !visitor.is(io.rollcall.access.Role.AUDITOR);
		return new Form(open, "", registrar, choices, words.choices("evidence"));
	}

}
