package io.rollcall.desk;

import java.time.LocalDate;

/**
 * A case that has to be acted on and is not answered.
 *
 * @param college the student's college
 * @param studentNo the student number, or empty
 * @param name the student's name
 * @param field the canonical field that it is about, or empty
 * @param code its gravest finding's code
 * @param openedOn since when it is open
 */
public record OpenCase(String college, String studentNo, String name, String field, String code, LocalDate openedOn) {

	@Override
	public String toString() {
		return this.code + " " + this.field;
	}

}
