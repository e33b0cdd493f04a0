package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.rollcall.export.RejectsCsv;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.Correction;
import io.rollcall.facts.RejectRow;
import io.rollcall.text.Messages;

/** Writes real workbooks about invented people, for the tests of other packages. */
public record SampleBooks(Path temporary, UnaryOperator<String> seal, Optional<String> password, String language) {

	/** The campaign of the workbooks. */
	public static final String CAMPAIGN = "freshman-2020";

	/** Their run, of 2020-11-10. */
	public static final int RUN = 2;

	/** The routes of corrections, the upload first. */
	static final List<String> ROUTES = List.of("platform", "province", "source-province", "school", "hand", "deferred",
			"none");

	/** A case about a student of a college. */
	public static CaseRow example(String id, String code, String college, String number, String field,
			String... values) {
		return CaseBuilder.aCase()
			.named(id)
			.college(college)
			.student("20200100" + number, "206101000000" + number, "测试" + number)
			.values(field, values[0], values[1])
			.admission(values[2])
			.proposed(values[2])
			.found(code, "E", "", "")
			.build();
	}

	/** A case that the college and then the registrar have answered. */
	public static CaseRow answered(String id, String field, String conclusion, String value, String review) {
		return CaseBuilder.aCase()
			.named(id)
			.student("20200100" + id.length(), "", "测试" + id)
			.values(field, value, "")
			.answered(conclusion, value, "居民身份证")
			.reviewed(review, "学信平台学籍信息修改", "请再核实")
			.build();
	}

	/** A correction that waits to be handed in. */
	public static Correction correction(String id, String college, String field, String before, String after) {
		return CorrectionBuilder.aCorrection().named(id).college(college).of(field, before, after).build();
	}

	/** Writes a college's workbook. */
	public void college(Path target, String college, List<CaseRow> cases) throws IOException {
		SampleRows rows = SampleRows.ofCases(cases.toArray(CaseRow[]::new));
		books().college(target, Samples.run(), Samples.college(college, rows), rows);
	}

	/** Writes the registrar's workbook. */
	public void registrar(Path target, List<CaseRow> cases) throws IOException {
		SampleRows rows = SampleRows.ofCases(cases.toArray(CaseRow[]::new));
		books().registrar(target, Samples.run(), Samples.school(rows, "计算机学院", "外国语学院"), rows);
	}

	/** Writes the workbook of the corrections and its table. */
	public void corrections(Path folder, List<Correction> corrections) throws IOException {
		new Corrections(Messages.of(this.language), Samples.LEGEND).write(folder, this.temporary, Samples.run(),
				new Corrections.Settings(this.password, this.seal, ROUTES), corrections);
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
