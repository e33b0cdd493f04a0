package io.rollcall.identity;

/** The code tables that come with Rollcall; a job adds its own codes and aliases. */
public final class CodeTables {

	private CodeTables() {
	}

	/**
	 * 性别: 男, 女. Has no codes, because systems disagree on them; add the source's own.
	 * @return the table
	 */
	public static CodeTable sex() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 民族 (GB/T 3304, with 97 其他 and 98 外国血统中国籍人士).
	 * @return the table
	 */
	public static CodeTable ethnicGroup() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 政治面貌 (GB/T 4762).
	 * @return the table
	 */
	public static CodeTable politicalStatus() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 身份证件类型 (education standard SFZJLX); see {@link DocumentType}.
	 * @return the table
	 */
	public static CodeTable documentType() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 层次. There is no official list of codes.
	 * @return the table
	 */
	public static CodeTable level() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 学习形式. There is no official list of codes.
	 * @return the table
	 */
	public static CodeTable studyForm() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 学历类别. There is no official list of codes.
	 * @return the table
	 */
	public static CodeTable educationCategory() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 注册状态 as the platform's export and web page write it.
	 * @return the table
	 */
	public static CodeTable registrationStatus() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 学生当前状态 (JY/T 1001 XSDQZT).
	 * @return the table
	 */
	public static CodeTable studentState() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 报到状态 at the platform.
	 * @return the table
	 */
	public static CodeTable entryState() {
		throw new UnsupportedOperationException();
	}

	/**
	 * 学籍异动类型.
	 * @return the table
	 */
	public static CodeTable changeType() {
		throw new UnsupportedOperationException();
	}

}
