package io.rollcall.generate;

/**
 * One row that must be found.
 *
 * @param code the code
 * @param studentNo the student's number as {@code findings.csv} shows it, or empty
 * @param field the field, or empty
 * @param candidateNo the student's candidate number as {@code findings.csv} shows it
 * @param role for files and refused rows the role
 * @param file for files and refused rows the file below the role's folder
 * @param scenario what was staged
 */
record Truth(String code, String studentNo, String field, String candidateNo, String role, String file,
		String scenario) {
}
