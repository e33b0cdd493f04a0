package io.rollcall.generate;

import java.util.List;
import java.util.Random;

import io.rollcall.campaign.SourceRole;

/** The students of one constellation, and what a scenario needs to stage it. */
record Scene(Population people, List<Student> students) {

	private static final String OTHER_HANZI = "平春华荣福贵秋冬夏金银玉";

	Student student() {
		return this.students.get(0);
	}

	Student other() {
		return this.students.get(1);
	}

	Random random() {
		return this.people.random();
	}

	/** The source that is wrong. */
	SourceRole odd(SourceRole... roles) {
		return roles[random().nextInt(roles.length)];
	}

	String pick(String... words) {
		return words[random().nextInt(words.length)];
	}

	/** A student's name with another last character, which nobody of that day has. */
	String misspelt(Student student) {
		String name = student.get("name");
		String wrong = name;
		while (wrong.equals(name) || !this.people.names().take(wrong, student.get("birth_date"))) {
			int at = random().nextInt(OTHER_HANZI.length());
			wrong = name.substring(0, name.length() - 1) + OTHER_HANZI.charAt(at)
					+ (random().nextBoolean() ? "" : OTHER_HANZI.charAt(random().nextInt(OTHER_HANZI.length())));
		}
		return wrong;
	}

	/** Another day of the birth month, on which nobody of that name was born. */
	String otherDay(Student student) {
		String date = student.get("birth_date");
		String other = date;
		while (other.equals(date) || !this.people.names().take(student.get("name"), other)) {
			other = date.substring(0, 6) + "%02d".formatted(1 + random().nextInt(28));
		}
		return other;
	}

	static String otherSex(String sex) {
		return sex.equals("男") ? "女" : "男";
	}

	/** The student's number with other digits in its division or birth part. */
	String idWith(Student student, String division, String birth) {
		String id = student.get("id_no");
		String made;
		do {
			int order = 900 + 2 * random().nextInt(50) + (student.get("sex").equals("男") ? 1 : 0);
			made = IdNumbers.complete(((division != null) ? division : id.substring(0, 6))
					+ ((birth != null) ? birth : id.substring(6, 14)) + order);
		}
		while (made.endsWith("000") || !this.people.ids().take(made));
		return made;
	}

}
