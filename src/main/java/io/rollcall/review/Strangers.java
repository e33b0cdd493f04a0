package io.rollcall.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.export.FindingsCsv;
import io.rollcall.export.RejectsCsv;
import io.rollcall.report.Forms;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import io.rollcall.text.Messages;

/** Recognises what else we write, when somebody returns that instead of a workbook. */
final class Strangers {

	/** Columns that only the table of corrections for the platform has together. */
	private static final List<Set<String>> CORRECTIONS = List.of(Set.of("KSH", "XH", "XM", "ZJLX", "ZJHM", "YJBYRQ"),
			Set.of("考生号", "学号", "姓名", "证件类型", "证件号码", "预计毕业日期"));

	private Strangers() {
	}

	/**
	 * What a file of ours is.
	 * @param heads the first row of each of its sheets
	 * @return the key of a sentence, or empty for a file that is none of ours
	 */
	static Optional<String> recognise(Map<String, Row> heads) {
		for (Map.Entry<String, Row> head : heads.entrySet()) {
			List<String> texts = head.getValue().cells().stream().map(Cell::text).map(String::strip).toList();
			Optional<String> form = Forms.roles()
				.stream()
				.filter((role) -> isForm(head.getKey(), role))
				.map((role) -> "stranger." + role)
				.findFirst();
			Optional<String> known = form.or(() -> table(texts));
			if (known.isPresent()) {
				return known;
			}
		}
		return Optional.empty();
	}

	private static Optional<String> table(List<String> texts) {
		if (texts.equals(RejectsCsv.columns())) {
			return Optional.of("stranger.rejects");
		}
		if (texts.equals(FindingsCsv.columns())) {
			return Optional.of("stranger.findings");
		}
		return CORRECTIONS.stream().anyMatch(texts::containsAll) ? Optional.of("stranger.corrections")
				: Optional.empty();
	}

	private static boolean isForm(String sheet, String role) {
		return List.of("zh", "en")
			.stream()
			.anyMatch((language) -> Messages.of(language).get("report.form." + role).equals(sheet));
	}

}
