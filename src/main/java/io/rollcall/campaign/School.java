package io.rollcall.campaign;

/**
 * The school whose students are checked.
 *
 * @param code the five digits of the ministry's list (院校代码)
 * @param name the official name
 */
public record School(String code, String name) {

	public School {
		if (!code.matches("\\d{5}")) {
			throw new SettingException("code", "SCHOOL_CODE", JobSection.shorten(code));
		}
		if (name.isBlank()) {
			throw new SettingException("name", "EMPTY_VALUE");
		}
	}

}
