package io.rollcall.report;

import java.util.HexFormat;
import java.util.List;

import io.rollcall.facts.CaseRow;
import io.rollcall.sheet.SheetTable;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * What helps people to fill in the list: choices, checks, and colours that show what is
 * answered and what does not fit together. One rule a column range, however many rows.
 */
final class AnswerHelp {

	/** From this age on a finding is shown as old, in days. */
	static final int OLD = 7;

	/** The longest value that can be typed into a correction, in characters. */
	static final int LONGEST_CORRECTION = AnswerSheet.LONGEST_CORRECTION;

	/** How many columns there are to fill in. */
	private static final int COLUMNS = 6;

	private static final String EARLIEST = "DATE(2000,1,1)";

	private static final String LATEST = "DATE(2099,12,31)";

	private AnswerHelp() {
	}

	/** Adds the choices and colours to a filled sheet. */
	static void help(SheetTable<CaseRow> table, SheetTable.Filled filled) {
		XSSFSheet sheet = filled.book().sheetNamed(filled.name());
		boolean college = table.column("answer.conclusion") >= 0;
		String main = college ? "answer.conclusion" : "answer.review";
		choice(sheet, filled, table.column(main), college ? "conclusion" : "review", true);
		choice(sheet, filled, table.column(college ? "answer.evidence" : "answer.route"),
				college ? "evidence" : "route", false);
		DataValidationHelper helper = sheet.getDataValidationHelper();
		day(table, filled, college ? "answer.date" : "answer.review-date");
		validate(sheet, filled, table.column("answer.correction"),
				helper.createTextLengthConstraint(DataValidationConstraint.OperatorType.LESS_OR_EQUAL,
						String.valueOf(LONGEST_CORRECTION), null),
				"correction", true);
		colours(table, filled, sheet, main);
	}

	/** Adds the check of a day to a column. */
	static void day(SheetTable<?> table, SheetTable.Filled filled, String column) {
		XSSFSheet sheet = filled.book().sheetNamed(filled.name());
		validate(sheet, filled, table.column(column), sheet.getDataValidationHelper()
			.createDateConstraint(DataValidationConstraint.OperatorType.BETWEEN, EARLIEST, LATEST, "yyyy-mm-dd"),
				"date", true);
	}

	private static void colours(SheetTable<CaseRow> table, SheetTable.Filled filled, XSSFSheet sheet, String main) {
		int first = table.column(main);
		String answer = "$" + CellReference.convertNumToColString(first) + "2";
		String correction = "$" + CellReference.convertNumToColString(table.column("answer.correction")) + "2";
		String last = "$" + CellReference.convertNumToColString(first + COLUMNS - 1) + "2";
		String accepted = filled.book().text("choice." + (main.endsWith("review") ? "review" : "conclusion") + ".1");
		paint(sheet, filled, table.column("answer.correction"), table.column("answer.correction"),
				"AND(LEN(" + correction + ")>0," + answer + "<>\"" + accepted + "\")", "F6B8AE");
		paint(sheet, filled, first, first, "AND(LEN(" + answer + ")=0,COUNTA(" + correction + ":" + last + ")>0)",
				"FBD9A5");
		paint(sheet, filled, first, first + COLUMNS - 1, "LEN(" + answer + ")>0", "E6F3EA");
		String age = "$" + CellReference.convertNumToColString(table.column("age")) + "2";
		paint(sheet, filled, table.column("age"), table.column("age"), age + ">=" + OLD, "FFF3D6");
	}

	private static void choice(XSSFSheet sheet, SheetTable.Filled filled, int column, String list, boolean only) {
		validate(sheet, filled, column, sheet.getDataValidationHelper()
			.createFormulaListConstraint(filled.book().lists().range(filled.book(), list)), list, only);
	}

	private static void validate(XSSFSheet sheet, SheetTable.Filled filled, int column,
			DataValidationConstraint constraint, String key, boolean only) {
		DataValidation validation = sheet.getDataValidationHelper()
			.createValidation(constraint, new CellRangeAddressList(1, filled.rows(), column, column));
		validation.setErrorStyle(only ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.INFO);
		validation.setShowErrorBox(only);
		validation.setEmptyCellAllowed(true);
		validation.setSuppressDropDownArrow(true);
		validation.createErrorBox(filled.book().text("input.title"), filled.book().text("input." + key + ".error"));
		validation.createPromptBox(filled.book().text("input.title"), filled.book().text("input." + key));
		validation.setShowPromptBox(true);
		sheet.addValidationData(validation);
	}

	private static void paint(XSSFSheet sheet, SheetTable.Filled filled, int from, int to, String formula, String rgb) {
		SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
		ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(formula);
		XSSFPatternFormatting fill = (XSSFPatternFormatting) rule.createPatternFormatting();
		fill.setFillBackgroundColor(new XSSFColor(HexFormat.of().parseHex(rgb), null));
		CellRangeAddress[] range = { new CellRangeAddress(1, filled.rows(), from, to) };
		formatting.addConditionalFormatting(range, rule);
	}

}
