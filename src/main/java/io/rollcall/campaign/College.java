package io.rollcall.campaign;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A college of the school.
 *
 * @param name the official name, used in every report and as a file name
 * @param code the code it has in the school's system, when sources hold codes
 * @param aliases old names, short forms and whatever else sources call it
 */
public record College(String name, Optional<String> code, List<String> aliases) {

	/** The workbook of students whose college is unknown has this name. */
	public static final String UNASSIGNED = "未归属";

	/** File systems allow 255 bytes: 60 hanzi and an extension fit. */
	private static final Pattern FILE_NAME = Pattern
		.compile("[^./\\\\:*?\"<>|\\p{Cntrl}][^/\\\\:*?\"<>|\\p{Cntrl}]{0,59}");

	public College {
		if (!FILE_NAME.matcher(name).matches() || name.equals(UNASSIGNED)) {
			throw new SettingException("name", "COLLEGE_NAME", JobSection.shorten(name));
		}
		aliases = List.copyOf(aliases);
	}

}
