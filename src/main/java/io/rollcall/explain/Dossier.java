package io.rollcall.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one student in one run. Whatever may be shown is masked already.
 *
 * @param standing the run and its place among the runs
 * @param title name, numbers, college, major and class, as far as they are known
 * @param status how the student is treated: ordinary, returned, keeps, gave_up, cancelled
 * or left; stranger for somebody whom only forms name, file for what concerns a whole
 * file, forgotten where the records are gone and their files too
 * @param records what the sources say, in their order, each source's speaking row first
 * @param findings what was found
 * @param refused refused rows that may be the student
 * @param nearby what came near a finding
 * @param course what was sent in and how the cases went on
 */
public record Dossier(Standing standing, String title, String status, List<Entry> records, List<Fact> findings,
		List<Refused> refused, Nearby nearby, Course course) {

	/**
	 * The run that is explained.
	 *
	 * @param run its name
	 * @param published whether it was published
	 * @param replacedBy the published rerun of the same date that counts in its place
	 * @param latest the newest published run of a later date
	 */
	public record Standing(String run, boolean published, Optional<String> replacedBy, Optional<String> latest) {
	}

	/**
	 * What came near a finding.
	 *
	 * @param namesakes how many other students of the run have the name
	 * @param sameBirthDate how many of those have the birth date too
	 * @param own what the first of the student's sources says that says anything, by
	 * field
	 * @param others other students whom findings name
	 * @param usable the sources that hold anything
	 * @param selfCheck the field that tells when the student looked, or empty
	 * @param links records that came near being linked with the student's, the nearest
	 * first
	 * @param spared rules that came close, with what kept them from firing
	 */
	public record Nearby(long namesakes, long sameBirthDate, Map<String, String> own, List<Other> others,
			Set<String> usable, Optional<String> selfCheck, List<NearLink> links, List<Spared> spared) {

		/** Nothing came near. */
		public static final Nearby NOTHING = new Nearby(0, 0, Map.of(), List.of(),
				Set.of("roster", "platform", "admission"), Optional.empty(), List.of(), List.of());

	}

	/**
	 * What was sent in and how the cases went on.
	 *
	 * @param submissions what was sent in about the student
	 * @param events what happened to the student's cases, oldest first
	 * @param history the runs up to the explained one, oldest first
	 */
	public record Course(List<Submission> submissions, List<Event> events, List<Past> history) {
	}

	/**
	 * A row of a form about the student.
	 *
	 * @param place where it stands
	 * @param said what may be shown of its cells, by column
	 */
	public record Submission(String place, Map<String, String> said) {

		@Override
		public String toString() {
			return this.place;
		}

	}

	/**
	 * A change of a case.
	 *
	 * @param date the run's business date
	 * @param kind answered, lapsed, sent, closed or reopened
	 * @param code the finding's code
	 * @param field the canonical field, or empty
	 * @param before the state before
	 * @param after the state after
	 * @param by who decided and on which day, or empty
	 * @param why what was said, or empty
	 * @param place the file in which the decision stands, or empty
	 */
	public record Event(LocalDate date, String kind, String code, String field, String before, String after, String by,
			String why, String place) {

		@Override
		public String toString() {
			return this.kind + " " + this.code;
		}

	}

	/** Why a record stands in the dossier. */
	public enum Part {

		/** It speaks for its source. */
		KEPT,
		/** Another row of its source speaks for the student. */
		FOLDED,
		/** An enrolled student with the same name and ID number. */
		ENROLLED_SAME,
		/** An enrolled student with the same ID number and another name. */
		ENROLLED_OTHER;

		boolean isEnrolled() {
			return this == ENROLLED_SAME || this == ENROLLED_OTHER;
		}

	}

	/**
	 * A record.
	 *
	 * @param role the source
	 * @param place where it stands
	 * @param row the row's number
	 * @param part why it is here
	 * @param link how it was linked, or empty
	 * @param columns the fields that its file has
	 * @param cells what is not blank, by field
	 */
	public record Entry(String role, String place, long row, Part part, String link, Set<String> columns,
			Map<String, Cell> cells) {

		/** Of a blank cell. */
		private static final Cell BLANK = new Cell("", "", List.of(), "", List.of());

		/**
		 * What it says of a field.
		 * @param field the canonical field
		 * @return the cell, blank where there is none
		 */
		public Cell cell(String field) {
			return this.cells.getOrDefault(field, BLANK);
		}

		@Override
		public String toString() {
			return this.place;
		}

	}

	/**
	 * What a record says of a field.
	 *
	 * @param raw the text as read
	 * @param canonical the value as compared, or empty
	 * @param steps how the text was normalised, as stable keys
	 * @param unusable the key of why it cannot be compared, or empty
	 * @param segments in which parts a folded row's ID number differs from the kept one's
	 */
	public record Cell(String raw, String canonical, List<String> steps, String unusable, List<String> segments) {

		@Override
		public String toString() {
			return "Cell" + this.steps;
		}

	}

	/**
	 * Another student whom a finding names, beside the one who is explained.
	 *
	 * @param title name, numbers and college
	 * @param codes the findings that name him
	 * @param values what the first of his sources says that says anything, by field
	 * @param segments in which parts his ID number differs
	 */
	public record Other(String title, List<String> codes, Map<String, String> values, List<String> segments) {

		@Override
		public String toString() {
			return "Other" + this.codes;
		}

	}

	/**
	 * A finding.
	 *
	 * @param code its code
	 * @param severity its severity
	 * @param field the canonical field, or empty
	 * @param detail how the values differ, or what else there is to know
	 * @param suggestion what could be done
	 * @param values what the sources and a claim say, by role; without those that say
	 * nothing
	 * @param locations where
	 * @param life how long it is known
	 */
	public record Fact(String code, String severity, String field, String detail, String suggestion,
			Map<String, String> values, List<String> locations, Life life) {

		@Override
		public String toString() {
			return this.code;
		}

	}

	/**
	 * How long a finding is known.
	 *
	 * @param state the state of the case
	 * @param firstSeen when it was first seen
	 * @param lastSeen when it was last seen
	 * @param found whether the explained run found it; otherwise it could not judge it
	 * and carried it on
	 */
	public record Life(String state, LocalDate firstSeen, LocalDate lastSeen, boolean found) {
	}

	/**
	 * A refused row that may be the student.
	 *
	 * @param role the source
	 * @param place where it stands
	 * @param reason why it was refused
	 * @param detail the same in a sentence
	 * @param by the fields in which it agrees with the student
	 */
	public record Refused(String role, String place, String reason, String detail, List<String> by) {

		@Override
		public String toString() {
			return this.place;
		}

	}

	/**
	 * A rule that came close and did not fire.
	 *
	 * @param key which one, and why it did not
	 * @param roles the sources concerned
	 * @param fields the canonical fields concerned
	 * @param said what else has to be told, or empty
	 */
	public record Spared(String key, List<String> roles, List<String> fields, String said) {

		@Override
		public String toString() {
			return this.key;
		}

	}

	/**
	 * A record that came near being linked.
	 *
	 * @param other whose it is
	 * @param told why it was not linked, with the evidence
	 */
	public record NearLink(String other, String told) {

		@Override
		public String toString() {
			return "NearLink";
		}

	}

	/**
	 * A run of the past with what it found of the student.
	 *
	 * @param run the run's name
	 * @param findings what it found, in the order of the codes
	 */
	public record Past(String run, List<Found> findings) {
	}

	/**
	 * A finding of a run of the past.
	 *
	 * @param code its code
	 * @param field the canonical field, or empty
	 * @param state the state of the case then
	 * @param carried whether that run could not judge it and carried it on
	 */
	public record Found(String code, String field, String state, boolean carried) {
	}

	@Override
	public String toString() {
		return "Dossier of " + this.standing.run();
	}

}
