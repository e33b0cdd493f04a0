package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.rollcall.text.Messages;

/** Writes real workbooks about invented people, for the tests of other packages. */
public record SampleBooks(Path temporary, UnaryOperator<String> seal, Optional<String> password, String language) {

	/** The campaign of the workbooks. */
	public static final String CAMPAIGN = "freshman-2020";

	/** Their run, of 2020-11-10. */
	public static final int RUN = 2;

	/** A finding about a student of a college. */
	public static FindingRow finding(String id, String code, String college, String number, String field,
			String... values) {
		return new FindingRow(id, code, "E", college, "20200100" + number, "206101000000" + number, "测试" + number,
				field, values[0], values[1], values[2], "", "roster:甲.xlsx#学生!2", "", "", "open",
				LocalDate.of(2020, 11, 5), LocalDate.of(2020, 11, 10), 5, FindingRow.More.NONE);
	}

	/** Writes a college's workbook. */
	public void college(Path target, String college, List<FindingRow> findings) throws IOException {
		books().college(target, Samples.run(), Samples.college(college), Samples.rows(findings));
	}

	/** Writes the registrar's workbook. */
	public void registrar(Path target, List<FindingRow> findings) throws IOException {
		books().registrar(target, Samples.run(), Samples.school("计算机学院", "外国语学院"), Samples.rows(findings));
	}

	/** Writes a list of refused rows. */
	public static void rejects(Path target) throws IOException {
		RejectsCsv.write(target,
				Stream.of(new RejectRow("roster", "甲.xlsx", "学生", OptionalLong.of(17), "ROW_NO_KEY", "没有姓名", "x")));
	}

	private Workbooks books() {
		return new Workbooks(Messages.of(this.language), Samples.LEGEND, this.temporary, this.seal, this.password);
	}

}
