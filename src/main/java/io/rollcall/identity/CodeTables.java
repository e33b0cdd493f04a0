package io.rollcall.identity;

import java.util.Map;

/** The code tables that come with Rollcall; a job adds its own codes and aliases. */
public final class CodeTables {

	private static final CodeTable SEX = CodeTable.load("codes/sex.tsv");

	private static final CodeTable SEX_BY_NUMBER = SEX.withCodes(Map.of("1", "男", "2", "女"));

	private static final CodeTable ETHNIC_GROUP = CodeTable.load("codes/ethnic-group.tsv");

	private static final CodeTable POLITICAL_STATUS = CodeTable.load("codes/political-status.tsv");

	private static final CodeTable DOCUMENT_TYPE = CodeTable.load("codes/document-type.tsv");

	private static final CodeTable COUNTRY = CodeTable.load("codes/country.tsv");

	private static final CodeTable LEVEL = CodeTable.load("codes/level.tsv");

	private static final CodeTable STUDY_FORM = CodeTable.load("codes/study-form.tsv");

	private static final CodeTable EDUCATION_CATEGORY = CodeTable.load("codes/education-category.tsv");

	private static final CodeTable REGISTRATION_STATUS = CodeTable.load("codes/registration-status.tsv");

	private static final CodeTable STUDENT_STATE = CodeTable.load("codes/student-state.tsv");

	private static final CodeTable ENTRY_STATE = CodeTable.load("codes/entry-state.tsv");

	private static final CodeTable CHANGE_TYPE = CodeTable.load("codes/change-type.tsv");

	private CodeTables() {
	}

	/**
	 * 性别: 男, 女. Has no codes, because systems disagree on them; add the source's own.
	 * @return the table
	 */
	public static CodeTable sex() {
		return SEX;
	}

	/**
	 * 性别 with the codes of GB/T 2261.1 that tell it: 1 男, 2 女. Its 0 未知 and 9 未说明 tell
	 * nothing and are unknown here.
	 * @return the table
	 */
	public static CodeTable sexByNumber() {
		return SEX_BY_NUMBER;
	}

	/**
	 * 民族 (GB/T 3304, with 97 其他 and 98 外国血统中国籍人士).
	 * @return the table
	 */
	public static CodeTable ethnicGroup() {
		return ETHNIC_GROUP;
	}

	/**
	 * 政治面貌 (GB/T 4762).
	 * @return the table
	 */
	public static CodeTable politicalStatus() {
		return POLITICAL_STATUS;
	}

	/**
	 * 身份证件类型 (education standard SFZJLX); see {@link DocumentType}.
	 * @return the table
	 */
	public static CodeTable documentType() {
		return DOCUMENT_TYPE;
	}

	/**
	 * 国家和地区 (GB/T 2659, which is ISO 3166-1): numbers as codes, letters as other names.
	 * @return the table
	 */
	public static CodeTable country() {
		return COUNTRY;
	}

	/**
	 * 层次. There is no official list of codes.
	 * @return the table
	 */
	public static CodeTable level() {
		return LEVEL;
	}

	/**
	 * 学习形式. There is no official list of codes.
	 * @return the table
	 */
	public static CodeTable studyForm() {
		return STUDY_FORM;
	}

	/**
	 * 学历类别. There is no official list of codes.
	 * @return the table
	 */
	public static CodeTable educationCategory() {
		return EDUCATION_CATEGORY;
	}

	/**
	 * 注册状态 as the platform's export and web page write it.
	 * @return the table
	 */
	public static CodeTable registrationStatus() {
		return REGISTRATION_STATUS;
	}

	/**
	 * 学生当前状态 (JY/T 1001 XSDQZT).
	 * @return the table
	 */
	public static CodeTable studentState() {
		return STUDENT_STATE;
	}

	/**
	 * 报到状态 at the platform.
	 * @return the table
	 */
	public static CodeTable entryState() {
		return ENTRY_STATE;
	}

	/**
	 * 学籍异动类型.
	 * @return the table
	 */
	public static CodeTable changeType() {
		return CHANGE_TYPE;
	}

}
