package io.rollcall.report;

import java.util.ArrayList;
import java.util.List;

import io.rollcall.facts.FindingRow;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;
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

	SheetTable<FindingRow> table() {
		List<SheetColumn<FindingRow>> columns = new ArrayList<>();
		columns.add(new SheetColumn<>("group", 6, SheetColumn.Kind.NUMBER, this::group));
		columns.add(new SheetColumn<>("title", 15, SheetColumn.Kind.TEXT, (row) -> this.legend.title(row.code())));
		if (this.registrar) {
			columns.add(new SheetColumn<>("college", 14, SheetColumn.Kind.TEXT, FindingRow::college));
		}
		columns.add(new SheetColumn<>("student-no", 13, SheetColumn.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new SheetColumn<>("name", 10, SheetColumn.Kind.TEXT, FindingRow::name));
		columns.add(new SheetColumn<>("roster", 18, SheetColumn.Kind.TEXT, FindingRow::rosterValue));
		columns.add(new SheetColumn<>("platform", 18, SheetColumn.Kind.TEXT, FindingRow::platformValue));
		columns.add(new SheetColumn<>("admission", 18, SheetColumn.Kind.TEXT, FindingRow::admissionValue));
		columns.add(new SheetColumn<>("detail", this.registrar ? 36 : 30, SheetColumn.Kind.TEXT,
				this.registrar ? FindingRow::fullDetail : FindingRow::detail));
		if (!this.registrar) {
			columns.add(others());
		}
		int printed = columns.size();
		if (this.registrar) {
			columns.add(others());
		}
		columns.add(new SheetColumn<>("suggestion", 34, SheetColumn.Kind.TEXT, FindingRow::suggestion));
		columns.add(new SheetColumn<>("candidate-no", 17, SheetColumn.Kind.DIGITS, FindingRow::candidateNo));
		columns.add(new SheetColumn<>("to-row", 8, SheetColumn.Kind.LINK, FindingRow::explained));
		return new SheetTable<>("groups", this.registrar ? 3 : 2, printed, columns)
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

	private SheetColumn<FindingRow> others() {
		return new SheetColumn<>("others", 20, SheetColumn.Kind.TEXT, this::others);
	}

	private String others(FindingRow row) {
		long outside = row.more().outside();
		if (outside == 0) {
			return "";
		}
		return this.book.text(this.registrar ? "others.registrar" : "others.college", outside);
	}

	private static void partGroups(SheetTable.Filled filled, int columns) {
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
