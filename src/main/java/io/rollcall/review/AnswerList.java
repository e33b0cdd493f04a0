package io.rollcall.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rollcall.report.AnswerSheet;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import io.rollcall.text.Messages;

/**
 * The list of a workbook on which answers stand.
 *
 * @param layout how it was written
 * @param sheets the sheets that hold it; a copy that somebody made is one of them, so
 * that its answers are not passed over in silence
 */
record AnswerList(AnswerSheet layout, Set<String> sheets) {

	/**
	 * Finds the list, in whatever language it was written.
	 * @throws Refused when there is none or its heads are not ours
	 */
	static AnswerList of(WorkbookSurvey survey, Reviewer reviewer, Sentences sentences) throws Refused {
		for (String language : List.of("zh", "en")) {
			AnswerSheet layout = AnswerSheet.of(Messages.of(language), reviewer.desk());
			Set<String> sheets = new LinkedHashSet<>();
			survey.heads().forEach((name, head) -> {
				if (layout.isPart(name) || wrong(layout, head) < 0) {
					sheets.add(name);
				}
			});
			if (!sheets.isEmpty()) {
				check(layout, survey.heads(), sheets, sentences);
				return new AnswerList(layout, sheets);
			}
		}
		String name = AnswerSheet.of(sentences.messages(), reviewer.desk()).name();
		throw sentences.file("list.missing", name, 0, 1, name);
	}

	private static void check(AnswerSheet layout, Map<String, Row> heads, Set<String> sheets, Sentences sentences)
			throws Refused {
		for (String sheet : sheets) {
			int wrong = wrong(layout, heads.get(sheet));
			if (wrong >= 0) {
				throw sentences.file("list.head", sheet, wrong, 1, layout.heads().get(wrong));
			}
		}
	}

	/** The first column whose head is not ours, or -1. */
	private static int wrong(AnswerSheet layout, Row head) {
		for (int i = 0; i < layout.heads().size(); i++) {
			Cell cell = head.cell(i);
			boolean ours = head.number() == 1 && cell.kind() != Cell.Kind.FORMULA
					&& cell.text().strip().equals(layout.heads().get(i));
			if (!ours) {
				return i;
			}
		}
		return -1;
	}

}
