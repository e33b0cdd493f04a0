package io.rollcall.reconcile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.intake.Mark;

/**
 * A finding about something that was sent in. What several rows say of one student and
 * field under one code is one finding with every place.
 */
final class Reported {

	private final String code;

	private final Subject subject;

	private final String field;

	private final Set<String> places = new LinkedHashSet<>();

	private final Set<String> details = new LinkedHashSet<>();

	private final Set<String> privateDetails = new LinkedHashSet<>();

	private final Set<String> suggestions = new LinkedHashSet<>();

	private final Set<String> claimed = new LinkedHashSet<>();

	private SourceTexts texts = SourceTexts.NONE;

	private String cause = "";

	private String route = "";

	private String group = "";

	private String matter = "";

	private final Set<String> stated = new TreeSet<>();

	private String caseId = "";

	private String odd = "";

	private boolean foreign;

	Reported(String code, Subject subject, String field) {
		this.code = code;
		this.subject = subject;
		this.field = field;
	}

	String key() {
		return this.code + "|" + this.subject.key() + "|" + this.field;
	}

	Reported at(List<String> where) {
		this.places.addAll(where);
		return this;
	}

	Reported detail(String text) {
		return add(this.details, text);
	}

	Reported privateDetail(String text) {
		return add(this.privateDetails, text);
	}

	Reported suggest(String text) {
		return add(this.suggestions, text);
	}

	Reported claimed(String text) {
		return add(this.claimed, text);
	}

	/** Parts are joined by a mark, so none ends with one. */
	private Reported add(Set<String> texts, String text) {
		String part = text.endsWith("。") ? text.substring(0, text.length() - 1) : text;
		if (!part.isEmpty()) {
			texts.add(part);
		}
		return this;
	}

	Reported values(SourceTexts shown) {
		this.texts = shown;
		return this;
	}

	Reported routed(String newCause, String newRoute) {
		this.cause = newCause;
		this.route = newRoute;
		return this;
	}

	Reported group(String reference) {
		this.group = reference;
		return this;
	}

	/** Says what it is about, where code and field do not tell. */
	Reported about(String what) {
		this.matter = what;
		return this;
	}

	/** The case that it speaks of without being a part of it. */
	Reported of(String id) {
		this.caseId = id;
		return this;
	}

	/** What was reported beside the values of the sources. */
	Reported stated(String what) {
		this.stated.add(what);
		return this;
	}

	Reported odd(String role) {
		this.odd = role;
		return this;
	}

	/** Only the registrar reads it where the condition holds. */
	Reported forRegistrarIf(boolean condition) {
		this.foreign |= condition;
		return this;
	}

	/** Takes over what another row says under the same code. */
	Reported merge(Reported other) {
		this.places.addAll(other.places);
		this.details.addAll(other.details);
		this.privateDetails.addAll(other.privateDetails);
		this.suggestions.addAll(other.suggestions);
		this.claimed.addAll(other.claimed);
		this.stated.addAll(other.stated);
		// Of a number that nobody has, two colleges may report two students.
		return forRegistrarIf(other.foreign || !other.subject.college().equals(this.subject.college()));
	}

	Mark mark() {
		return new Mark(this.code, this.field, String.join("；", this.details), String.join("；", this.suggestions));
	}

	/** The columns of the table {@code reported}, as its statement names them. */
	List<String> columns() {
		return List.of(this.code, this.subject.key(), this.subject.college(), this.subject.studentNo(),
				this.subject.candidateNo(), this.subject.name(), this.subject.major(), this.subject.className(),
				this.field, this.texts.roster(), this.texts.platform(), this.texts.admission(),
				String.join(" / ", this.claimed), String.join(";", this.places), String.join("；", this.details),
				String.join("；", this.privateDetails), String.join("；", this.suggestions), this.cause, this.route,
				this.group, this.odd, this.matter, this.caseId, String.join("|", this.stated),
				this.foreign ? "registrar" : "college");
	}

	@Override
	public String toString() {
		return this.code;
	}

	/**
	 * What may be shown of the sources' values.
	 */
	record SourceTexts(String roster, String platform, String admission) {

		static final SourceTexts NONE = new SourceTexts("", "", "");

		@Override
		public String toString() {
			return "texts";
		}

	}

}
