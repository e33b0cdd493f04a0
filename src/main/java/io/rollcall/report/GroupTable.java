package io.rollcall.report;

import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.BorderFormatting;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The sheet of numbers that several records carry, the members of a group together.
 * Members of other colleges are the registrar's to see; a college reads that there are
 * some.
 */
final class GroupTable {

	private final Book book;

	private final Legend legend;

	private final boolean registrar;

	private String last = "";

	private int number;

	GroupTable(Book book, Legend legend, boolean registrar) {
		this.book = book;
		this.legend = legend;
		this.registrar = registrar;
	}

	Table<FindingRow> table() {
		List<Column<FindingRow>> columns = new ArrayList<>();
		columns.add(new Column<>("group", 6, Column.Kind.NUMBER, this::group));
		columns.add(new Column<>("title", 15, Column.Kind.TEXT, (row) -> this.legend.title(row.code())));
		if (this.registrar) {
			columns.add(new Column<>("college", 14, Column.Kind.TEXT, FindingRow::college));
		}
		columns.add(new Column<>("student-no", 13, Column.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new Column<>("name", 10, Column.Kind.TEXT, FindingRow::name));
		columns.add(new Column<>("roster", 18, Column.Kind.TEXT, FindingRow::rosterValue));
		columns.add(new Column<>("platform", 18, Column.Kind.TEXT, FindingRow::platformValue));
		columns.add(new Column<>("admission", 18, Column.Kind.TEXT, FindingRow::admissionValue));
		columns.add(new Column<>("detail", this.registrar ? 36 : 30, Column.Kind.TEXT,
				this.registrar ? FindingRow::fullDetail : FindingRow::detail));
		if (!this.registrar) {
			columns.add(others());
		}
		int printed = columns.size();
		if (this.registrar) {
			columns.add(others());
		}
		columns.add(new Column<>("suggestion", 34, Column.Kind.TEXT, FindingRow::suggestion));
		columns.add(new Column<>("candidate-no", 17, Column.Kind.DIGITS, FindingRow::candidateNo));
		columns.add(new Column<>("to-row", 8, Column.Kind.LINK, FindingRow::explained));
		return new Table<>("groups", this.registrar ? 3 : 2, printed, columns)
			.with((filled) -> partGroups(filled, columns.size()));
	}

	/** Groups are numbered in their order; a finding without others is its own group. */
	private String group(FindingRow row) {
		String key = row.more().group().isEmpty() ? row.findingId() : row.more().group();
		if (!key.equals(this.last)) {
			this.last = key;
			this.number++;
		}
		return Integer.toString(this.number);
	}

	private Column<FindingRow> others() {
		return new Column<>("others", 20, Column.Kind.TEXT, this::others);
	}

	private String others(FindingRow row) {
		long outside = row.more().outside();
		if (outside == 0) {
			return "";
		}
		return this.book.text(this.registrar ? "others.registrar" : "others.college", outside);
	}

	private static void partGroups(Table.Filled filled, int columns) {
		XSSFSheet sheet = filled.book().sheetNamed(filled.name());
		SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
		ConditionalFormattingRule rule = formatting.createConditionalFormattingRule("$A2<>$A1");
		BorderFormatting border = rule.createBorderFormatting();
		border.setBorderTop(BorderStyle.THIN);
		border.setTopBorderColor(IndexedColors.GREY_80_PERCENT.getIndex());
		formatting.addConditionalFormatting(
				new CellRangeAddress[] { new CellRangeAddress(1, filled.rows(), 0, columns - 1) }, rule);
	}

}
