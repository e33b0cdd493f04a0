package io.rollcall.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;
import io.rollcall.text.Messages;

/** Words what the survey noticed about a file. */
final class FileNotices {

	private final Messages messages;

	private final List<FileNotice> notices = new ArrayList<>();

	private FileNotices(Messages messages) {
		this.messages = messages;
	}

	static List<FileNotice> of(Survey survey, Messages messages) {
		FileNotices notices = new FileNotices(messages);
		survey.sourceNotices()
			.forEach((notice) -> notices.add(notice.kind().name(),
					messages.get("source.notice." + notice.kind(), notice.sheet(), notice.count())));
		if (survey.isCut()) {
			notices.add(FileNotice.CUT, messages.get("intake.CUT", survey.rows()));
		}
		boolean readable = survey.plans().stream().anyMatch((plan) -> plan.mapping().isPresent());
		for (SheetPlan plan : survey.plans()) {
			if (plan.mapping().isPresent()) {
				plan.mappings().forEach((mapping) -> notices.columns(plan, mapping));
				plan.sections().stream().skip(1).forEach((section) -> notices.list(plan, section));
			}
			else if (readable) {
				notices.add("SHEET_WITHOUT_HEADER", messages.get("intake.SHEET_WITHOUT_HEADER", plan.name()));
			}
		}
		survey.passedOver()
			.forEach((sheet, counts) -> counts.forEach((rowClass, count) -> notices.add("ROWS_" + rowClass,
					messages.get("intake.ROWS_" + rowClass, notices.inSheet(sheet), count))));
		if (survey.filled() > 0) {
			notices.add("MERGED_CELLS", messages.get("intake.MERGED_CELLS", survey.filled()));
		}
		if (readable && survey.rows() == 0) {
			notices.add("EMPTY_FORM", messages.get("intake.EMPTY_FORM"));
		}
		return notices.notices;
	}

	private void columns(SheetPlan plan, ColumnMapping mapping) {
		for (Column.Use use : new Column.Use[] { Column.Use.UNKNOWN, Column.Use.FORBIDDEN, Column.Use.CONTESTED,
				Column.Use.SUPERSEDED }) {
			List<String> headers = mapping.headers(use);
			if (!headers.isEmpty()) {
				add("COLUMNS_" + use, this.messages.get("intake.COLUMNS_" + use, inSheet(plan.name()), join(headers)));
			}
		}
		if (!mapping.missing().isEmpty()) {
			String language = this.messages.locale().equals(Locale.CHINESE) ? "zh" : "en";
			List<String> labels = mapping.missing().stream().map((Field field) -> field.label(language)).toList();
			add("COLUMNS_MISSING", this.messages.get("intake.COLUMNS_MISSING", inSheet(plan.name()), join(labels)));
		}
	}

	private void list(SheetPlan plan, Section section) {
		String kind = section.refused() ? "LIST_REFUSED" : "LIST_BELOW";
		add(kind, this.messages.get("intake." + kind, inSheet(plan.name()), section.header()));
	}

	private String join(List<String> words) {
		return words.stream().collect(Collectors.joining(this.messages.get("intake.comma")));
	}

	private String inSheet(String sheet) {
		return sheet.isEmpty() ? "" : this.messages.get("intake.inSheet", sheet);
	}

	private void add(String kind, String text) {
		FileNotice notice = new FileNotice(kind, text);
		if (!this.notices.contains(notice)) {
			this.notices.add(notice);
		}
	}

}
