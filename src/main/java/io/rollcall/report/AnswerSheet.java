package io.rollcall.report;

import java.util.List;

import io.rollcall.sheet.PickLists;
import io.rollcall.sheet.TableWriter;
import io.rollcall.text.Messages;

/**
 * The list to answer as its readers see it, for who reads the answers back.
 *
 * @param desk whose answers it takes
 * @param name the name of its first sheet
 * @param keys the keys of its columns, in their order
 * @param heads the heads of its columns, in the same order
 * @param choices what may be chosen as an answer, in the order of the texts
 */
public record AnswerSheet(Desk desk, String name, List<String> keys, List<String> heads, List<String> choices) {

	/** The longest value that can be typed into a correction, in characters. */
	public static final int LONGEST_CORRECTION = 100;

	public AnswerSheet {
		keys = List.copyOf(keys);
		heads = List.copyOf(heads);
		choices = List.copyOf(choices);
	}

	/**
	 * The list in a language.
	 * @param messages the texts
	 * @param desk whose answers it takes
	 * @return the list
	 */
	public static AnswerSheet of(Messages messages, Desk desk) {
		boolean corrections = desk == Desk.CORRECTIONS;
		List<String> keys = corrections ? CorrectionTables.layout() : CaseTable.layout(desk == Desk.REGISTRAR);
		List<String> choices = corrections ? List.of()
				: PickLists.choices(messages, (desk == Desk.REGISTRAR) ? "review" : "conclusion");
		return new AnswerSheet(desk,
				messages.get("report.sheet." + (corrections ? CorrectionTables.COMPARED : CaseTable.TO_DO)), keys,
				keys.stream().map((key) -> messages.get("report.column." + key)).toList(), choices);
	}

	/**
	 * The kinds of proof that a college chooses from, which may also name another one.
	 * @param messages the texts
	 * @return the choices in their order
	 */
	public static List<String> evidence(Messages messages) {
		return PickLists.choices(messages, "evidence");
	}

	/**
	 * The name of a part of the list.
	 * @param row a row of the list from 0, before anybody sorted it
	 * @return the name of the sheet that it was written on
	 */
	public String sheetOf(long row) {
		long part = row / TableWriter.ROWS_A_SHEET + 1;
		return (part == 1) ? this.name : TableWriter.partName(this.name, part);
	}

	/**
	 * Where a row was written.
	 * @param row a row of the list from 0
	 * @return the row on its sheet as people count
	 */
	public static long rowOf(long row) {
		return row % TableWriter.ROWS_A_SHEET + 2;
	}

	/**
	 * Whether a sheet is a part of the list by its name.
	 * @param sheet the sheet's name
	 * @return true for the first sheet and for those that continue it
	 */
	public boolean isPart(String sheet) {
		String rest = sheet.startsWith(this.name) ? sheet.substring(this.name.length()) : "?";
		return rest.isEmpty() || rest.matches(" \\(\\d{1,6}\\)");
	}

	/**
	 * The place of a column.
	 * @param key the column's key
	 * @return counted from 0; -1 where the list has no such column
	 */
	public int column(String key) {
		return this.keys.indexOf(key);
	}

}
