package io.rollcall.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The colleges, majors and classes; hands out seats, and with each a student number. */
final class Seats {

	static final List<String[]> COLLEGES = Lists.table("school.tsv");

	private static final int CLASS_SIZE = 36;

	private final Random random;

	private final Map<String, Integer> seats = new HashMap<>();

	Seats(Random random) {
		this.random = random;
	}

	/** Gives a student a college, a major, a class and a number. */
	void seat(Map<String, String> student) {
		seat(student, Lists.weighted(this.random, COLLEGES));
	}

	void seat(Map<String, String> student, String[] college) {
		String[] majors = college[3].split(" ");
		int major = this.random.nextInt(majors.length);
		String[] words = majors[major].split(",");
		int taken = this.seats.merge(college[0] + major, 1, Integer::sum) - 1;
		int number = taken / CLASS_SIZE + 1;
		student.put("college", college[0]);
		student.put("major_name", words[0]);
		student.put("major_code", words[1]);
		student.put("admitted_major_code", "%02d".formatted(numberOf(college) * 3 + major));
		student.put("class_no", "%s20%02d".formatted(words[2], number));
		student.put("student_no",
				"2020%02d%d%03d%02d".formatted(numberOf(college), major + 1, number, taken % CLASS_SIZE + 1));
	}

	/** A major of the same college that is not the student's. */
	String[] otherMajor(Student student) {
		String[] majors = college(student.get("college"))[3].split(" ");
		int other = this.random.nextInt(majors.length);
		String[] words = majors[other].split(",");
		return words[0].equals(student.get("major_name")) ? majors[(other + 1) % majors.length].split(",") : words;
	}

	static String[] college(String name) {
		return COLLEGES.stream().filter((row) -> row[0].equals(name)).findFirst().orElseThrow();
	}

	/** The official name of a college that may be called by an old one. */
	static String official(String name) {
		return COLLEGES.stream()
			.filter((row) -> row[0].equals(name) || List.of(row[2].split(" ")).contains(name))
			.findFirst()
			.orElseThrow()[0];
	}

	static int numberOf(String[] college) {
		return COLLEGES.indexOf(college) + 1;
	}

}
