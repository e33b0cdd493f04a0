package io.rollcall.generate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.Divisions;

/** Makes students in whom nothing is wrong. */
final class Population {

	static final int COHORT = 2020;

	private static final List<String[]> PROVINCES = Lists.table("provinces.tsv");

	private static final List<String[]> ETHNIC_GROUPS = Lists.table("ethnic.tsv");

	/** Days of birth that most students of the cohort have: from 2001-03 to 2003-01. */
	private static final LocalDate FIRST_BIRTH = LocalDate.of(2001, 3, 1);

	private static final int BIRTH_DAYS = 680;

	private static final LocalDate START = LocalDate.of(2020, 11, 4);

	/** From the start to the business date of the job file. */
	private static final int DAYS_UNTIL_RUN = 8;

	private final Random random;

	private final IdNumbers ids;

	private final NameMaker names;

	private final Seats school;

	private final Map<String, Integer> serials = new HashMap<>();

	Population(Random random) {
		this.random = random;
		this.ids = new IdNumbers(random);
		this.names = new NameMaker(random);
		this.school = new Seats(random);
	}

	Random random() {
		return this.random;
	}

	IdNumbers ids() {
		return this.ids;
	}

	NameMaker names() {
		return this.names;
	}

	Seats school() {
		return this.school;
	}

	static List<String> provinces() {
		return PROVINCES.stream().map((row) -> row[0]).toList();
	}

	static List<String> divisions(String province) {
		return PROVINCES.stream()
			.filter((row) -> row[0].equals(province))
			.flatMap((row) -> Arrays.stream(row[2].split(" ")))
			.toList();
	}

	/** A code that was in force until some years before the cohort was born. */
	static String abolishedDivision() {
		String code = "612124";
		if (!Divisions.known(code) || Divisions.inForce(code, COHORT - 20)) {
			throw new IllegalStateException("the table of divisions has changed");
		}
		return code;
	}

	Student student() {
		Map<String, String> student = new LinkedHashMap<>();
		this.school.seat(student);
		boolean male = this.random.nextInt(100) < 58;
		String province = Lists.weighted(this.random, PROVINCES)[0];
		student.put("sex", male ? "男" : "女");
		student.put("source_province_code", province);
		student.put("id_type", "居民身份证");
		student.put("ethnic_group", Lists.weighted(this.random, ETHNIC_GROUPS)[0]);
		student.put("political_status", political());
		String birth = birth();
		student.put("birth_date", birth);
		student.put("name", newName(male, birth));
		student.put("id_no", this.ids.resident(divisions(province), birth, male));
		enter(student, province);
		return new Student(student);
	}

	/** A student of an earlier year, who is in the list of enrolled students only. */
	View earlier() {
		boolean male = this.random.nextBoolean();
		String birth = IdNumbers.birth(FIRST_BIRTH.minusDays(1 + this.random.nextInt(BIRTH_DAYS)));
		String name = newName(male, birth);
		String[] college = Lists.weighted(this.random, Seats.COLLEGES);
		String division = Lists.weighted(this.random, PROVINCES)[0];
		String number = "2019%02d%06d".formatted(Seats.numberOf(college), serial("earlier"));
		return View.of(SourceRole.ENROLLED, "student_no", number, "name", name, "sex", male ? "男" : "女", "birth_date",
				birth, "id_no", this.ids.resident(divisions(division), birth, male), "college", college[0],
				"current_grade", "2019");
	}

	private void enter(Map<String, String> student, String province) {
		student.put("candidate_no", candidateNo("20", province));
		student.put("exam_ticket_no", province + "%07d".formatted(serial("ticket" + province)));
		student.put("level", "本科");
		student.put("study_length", "4");
		student.put("study_form", "普通全日制");
		student.put("entry_date", "20200901");
		student.put("expected_graduation_date", "20240701");
		student.put("current_grade", Integer.toString(COHORT));
		student.put("registration_status", "注册学籍");
		student.put("viewed_at", (this.random.nextInt(100) < 68) ? viewed() : "");
	}

	private String political() {
		int percent = this.random.nextInt(100);
		return (percent < 82) ? "共青团员" : (percent < 98) ? "群众" : "中共预备党员";
	}

	/** A day on which a student looked, before the business date. */
	String viewed() {
		return IdNumbers.birth(START.plusDays(this.random.nextInt(DAYS_UNTIL_RUN + 1)));
	}

	/** A new candidate number: year, province, county, subjects, serial. */
	String candidateNo(String year, String province) {
		List<String> divisions = divisions(province);
		String county = Lists.pick(this.random, divisions).substring(2);
		String subjects = (this.random.nextInt(3) == 0) ? "11" : "15";
		return year + province + county + subjects + "%04d".formatted(serial(year + province + county + subjects));
	}

	/** A number of ten digits, as some provinces make their own. */
	String localCandidateNo(String province) {
		return province + "99%06d".formatted(serial("local" + province));
	}

	/** A student number that no list has. */
	String freeStudentNo() {
		return "202099%06d".formatted(serial("student"));
	}

	private int serial(String of) {
		return this.serials.merge(of, 1, Integer::sum);
	}

	/** Gives a student another birth date, and the number that goes with it. */
	void born(Student student, String birth) {
		while (!this.names.take(student.get("name"), birth)) {
			student.is("name", this.names.han(isMale(student)));
		}
		student.is("birth_date", birth);
		student.is("id_no", newId(student));
	}

	/** A further valid number for a student's birth date and sex. */
	String newId(Student student) {
		return this.ids.resident(divisions(student.get("source_province_code")), student.get("birth_date"),
				isMale(student));
	}

	/** A student's number ends as wanted. */
	void idEnding(Student student, String last) {
		student.is("id_no", this.ids.endingIn(divisions(student.get("source_province_code")), student.get("birth_date"),
				student.get("sex").equals("男"), last));
	}

	/** Gives a student another name, and another birth date when somebody has both. */
	void called(Student student, String name) {
		while (!this.names.take(name, student.get("birth_date"))) {
			student.is("birth_date", birth());
			student.is("id_no", newId(student));
		}
		student.is("name", name);
	}

	private String newName(boolean male, String birth) {
		String name = this.names.han(male);
		while (!this.names.take(name, birth)) {
			name = this.names.han(male);
		}
		return name;
	}

	private String birth() {
		return IdNumbers.birth(FIRST_BIRTH.plusDays(this.random.nextInt(BIRTH_DAYS)));
	}

	private static boolean isMale(Student student) {
		return student.get("sex").equals("男");
	}

}
