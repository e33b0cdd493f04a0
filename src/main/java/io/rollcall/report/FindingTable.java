package io.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The sheets that show one finding a row. */
final class FindingTable {

	/** Findings that wait for somebody. */
	static final String TO_DO = "todo";

	/** Findings that are only good to know. */
	static final String INFORMATION = "information";

	private FindingTable() {
	}

	/** A sheet of findings; the college stands on the registrar's only. */
	static Table<FindingRow> of(String key, Legend legend, UnaryOperator<String> stateWord, boolean withCollege) {
		List<Column<FindingRow>> columns = new ArrayList<>();
		columns.add(new Column<>("severity", 9, Column.Kind.SEVERITY, FindingRow::severity));
		if (withCollege) {
			columns.add(new Column<>("college", 16, Column.Kind.TEXT, FindingRow::college));
		}
		columns.add(new Column<>("title", 17, Column.Kind.TEXT, (row) -> legend.title(row.code())));
		columns.add(new Column<>("student-no", 14, Column.Kind.DIGITS, FindingRow::studentNo));
		columns.add(new Column<>("candidate-no", 17, Column.Kind.DIGITS, FindingRow::candidateNo));
		columns.add(new Column<>("name", 11, Column.Kind.TEXT, FindingRow::name));
		columns.add(new Column<>("field", 11, Column.Kind.TEXT, (row) -> label(legend, row.field())));
		columns.add(new Column<>("roster", 20, Column.Kind.TEXT, FindingRow::rosterValue));
		columns.add(new Column<>("platform", 20, Column.Kind.TEXT, FindingRow::platformValue));
		columns.add(new Column<>("admission", 20, Column.Kind.TEXT, FindingRow::admissionValue));
		// Other students concerned are told to the registrar only.
		columns.add(new Column<>("detail", 28, Column.Kind.TEXT,
				withCollege ? FindingRow::fullDetail : FindingRow::detail));
		columns.add(new Column<>("suggestion", 28, Column.Kind.TEXT, FindingRow::suggestion));
		columns.add(new Column<>("first-seen", 11, Column.Kind.LINE, (row) -> row.firstSeen().toString()));
		columns.add(new Column<>("age", 8, Column.Kind.NUMBER, (row) -> Integer.toString(row.ageDays())));
		int printed = columns.size();
		columns.add(new Column<>("state", 12, Column.Kind.TEXT, (row) -> stateWord.apply(row.state())));
		columns.add(new Column<>("locations", 40, Column.Kind.LINE, FindingRow::locations));
		columns.add(new Column<>("finding-id", 20, Column.Kind.DIGITS, FindingRow::findingId));
		return new Table<>(key, printed, columns);
	}

	private static String label(Legend legend, String field) {
		return field.isEmpty() ? "" : legend.fieldLabel(field);
	}

}
