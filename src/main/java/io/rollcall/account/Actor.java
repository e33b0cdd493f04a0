package io.rollcall.account;

import java.util.Locale;

/** Who has to act on a problem (column "who acts" of the notice's table of problems). */
public enum Actor {

	/** The student alone. */
	STUDENT("学生", "student"),
	/** The student acts, the service of 学信网 (CHSI) decides. */
	STUDENT_CHSI("学生办理，学信网客服审核", "student, then CHSI"),
	/** The service of 学信网; the student waits. */
	CHSI("学信网客服", "CHSI"),
	/** The student and any fellow student whose mobile number is bound. */
	STUDENT_HELPER("学生和协助的同学", "student and helper"),
	/** The student and a classmate whose mobile number is bound. */
	STUDENT_CLASSMATE("学生和同班同学", "student and classmate"),
	/** The college checks, the registrar's section checks again. */
	COLLEGE_REGISTRAR("学院审核，教务处学籍管理科复核", "college, then registrar");

	private final String chinese;

	private final String english;

	Actor(String chinese, String english) {
		this.chinese = chinese;
		this.english = english;
	}

	/**
	 * The words for it in a language.
	 * @param locale the language
	 * @return a few words
	 */
	public String text(Locale locale) {
		return locale.getLanguage().equals("en") ? this.english : this.chinese;
	}

}
