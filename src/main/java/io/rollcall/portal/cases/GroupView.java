package io.rollcall.portal.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.rollcall.desk.CaseStory;
import io.rollcall.facts.FindingRow;

/**
 * Who is concerned by one finding together: the number that they share in the middle, the
 * people around it, and what tells them apart.
 *
 * @param title what is the matter
 * @param shared the number that they share, masked, or empty
 * @param members the people
 * @param more how many more there are
 * @param elsewhere whether there are some of other colleges
 */
record GroupView(String title, String shared, List<Card> members, long more, boolean elsewhere) {

	private static final List<String> FIELDS = List.of("name", "sex", "birth_date", "id_no", "student_no",
			"candidate_no", "college", "major_name", "class_no", "entry_state");

	/**
	 * A member.
	 *
	 * @param name the name
	 * @param own whether he is the student of the page
	 * @param ref the reference of his case, empty for the page's own
	 * @param facts what is known of him
	 */
	record Card(String name, boolean own, String ref, List<Fact> facts) {

		@Override
		public String toString() {
			return this.ref;
		}

	}

	/**
	 * What is known of a member.
	 *
	 * @param label the field's label
	 * @param value the value
	 * @param differs whether the others have another one
	 */
	record Fact(String label, String value, boolean differs) {

		@Override
		public String toString() {
			return this.label;
		}

	}

	static GroupView of(CaseStory.Group group, CaseWords words, Function<String, String> caseRef) {
		Set<String> differing = new LinkedHashSet<>();
		for (String field : FIELDS) {
			if (group.members().stream().map((member) -> value(member, field)).distinct().count() > 1) {
				differing.add(field);
			}
		}
		List<Card> cards = new ArrayList<>();
		for (CaseStory.Member member : group.members()) {
			List<Fact> facts = new ArrayList<>();
			for (String field : FIELDS) {
				String value = value(member, field);
				if (!value.isEmpty() && !field.equals("name")) {
					facts.add(new Fact(words.field(field), value, differing.contains(field)));
				}
			}
			String name = value(member, "name");
			cards.add(new Card(name.isEmpty() ? words.text("pcases.nameless") : name, member.own(),
					member.own() ? "" : caseRef.apply(member.finding().caseId()), facts));
		}
		return new GroupView(words.title(group.code()), group.shared(), cards, group.more(), group.elsewhere());
	}

	/** Whether there is anybody beside the student of the page. */
	boolean isGroup() {
		return this.members.size() > 1 || this.more > 0 || this.elsewhere;
	}

	/** What his sources say, else what his finding says. */
	private static String value(CaseStory.Member member, String field) {
		FindingRow finding = member.finding();
		String known = switch (field) {
			case "name" -> finding.name();
			case "student_no" -> finding.studentNo();
			case "candidate_no" -> finding.candidateNo();
			case "college" -> finding.college();
			case "major_name" -> finding.more().major();
			case "class_no" -> finding.more().className();
			case "id_no" -> finding.field().equals(field) ? number(finding) : "";
			default -> "";
		};
		return member.values().getOrDefault(field, known);
	}

	private static String number(FindingRow finding) {
		return List.of(finding.rosterValue(), finding.platformValue(), finding.admissionValue())
			.stream()
			.filter((value) -> !value.isEmpty())
			.findFirst()
			.orElse("");
	}

	@Override
	public String toString() {
		return this.title;
	}

}
