package io.rollcall.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.rollcall.campaign.Campaign;
import io.rollcall.text.Messages;

/** Writes a {@link Dossier} for a terminal: what, where, why, why not, since when. */
public final class ExplanationPage {

	/** The columns of a page where nobody knows better. */
	public static final int WIDTH = 100;

	private final Dossier dossier;

	private final DossierWords words;

	private final TextPage page;

	private int sections;

	private ExplanationPage(Dossier dossier, DossierWords words, int width) {
		this.dossier = dossier;
		this.words = words;
		this.page = new TextPage(width);
	}

	/**
	 * Writes the page.
	 * @param dossier what is known
	 * @param campaign the campaign, as it was when the run was started
	 * @param messages the texts
	 * @param width the columns of the terminal
	 * @return the lines
	 */
	public static List<String> of(Dossier dossier, Campaign campaign, Messages messages, int width) {
		return new ExplanationPage(dossier, new DossierWords(campaign, messages), width).lines();
	}

	private List<String> lines() {
		head();
		boolean file = this.dossier.status().equals("file");
		if (!file) {
			heading("records");
			records();
		}
		if (!this.dossier.records().isEmpty()) {
			heading("values");
			new ValueTable(this.dossier, this.words, this.page).write();
		}
		if (!file) {
			heading("submissions");
			submissions();
		}
		heading("findings");
		new FindingList(this.dossier, this.words, this.page).write();
		if (!this.dossier.records().isEmpty()) {
			heading("nearly");
			new NearbyList(this.dossier, this.words).write(this.page);
		}
		heading("events");
		events();
		heading("history");
		history();
		return this.page.lines();
	}

	private void head() {
		Dossier.Standing standing = this.dossier.standing();
		this.page.add(0, this.dossier.title());
		this.page.add(0, this.words.text("run", standing.run()) + this.words.text("status." + this.dossier.status()));
		if (!standing.published()) {
			this.page.add(0, this.words.text("unpublished"));
		}
		standing.replacedBy().ifPresent((run) -> this.page.add(0, this.words.text("replaced", run)));
		standing.latest().ifPresent((run) -> this.page.add(0, this.words.text("later", run)));
	}

	private void records() {
		if (this.dossier.records().isEmpty()) {
			this.page.add(1, this.words.text("records.none"));
		}
		TextTable table = new TextTable(this.page.width() / 2);
		for (Dossier.Entry entry : this.dossier.records()) {
			table.row(List.of(TextPage.INDENT + this.words.role(entry.role()), entry.place(), how(entry)));
		}
		this.page.table(table);
		if (!this.dossier.refused().isEmpty() && !FindingList.tellsRefused(this.dossier)) {
			this.page.add(1, this.words.text("refused.note"));
			this.dossier.refused()
				.forEach((row) -> this.page.add(2, this.words.text("refused.row", row.place(), row.reason(),
						row.detail(), this.words.fields(row.by()))));
		}
	}

	private String how(Dossier.Entry entry) {
		return switch (entry.part()) {
			case KEPT ->
				entry.link().isEmpty() ? this.words.text("link.none") : this.words.text("link", link(entry.link()));
			case FOLDED -> this.words.text("folded");
			case ENROLLED_SAME -> this.words.text("enrolled.same");
			case ENROLLED_OTHER -> this.words.text("enrolled.other");
		};
	}

	private String link(String how) {
		return List.of(how.split("\\+"))
			.stream()
			.map(this.words::field)
			.collect(Collectors.joining(this.words.text("and")));
	}

	private void submissions() {
		if (this.dossier.course().submissions().isEmpty()) {
			this.page.add(1, this.words.text("submissions.none"));
		}
		for (Dossier.Submission submission : this.dossier.course().submissions()) {
			this.page.add(1, submission.place());
			this.words.formColumns(submission.said().keySet())
				.forEach((column) -> this.page.item(2, this.words.formField(column) + ": ",
						submission.said().get(column)));
		}
	}

	/** What happened to the cases: who decided what, when, why and in which file. */
	private void events() {
		if (this.dossier.course().events().isEmpty()) {
			this.page.add(1, this.words.text("events.none"));
		}
		for (Dossier.Event event : this.dossier.course().events()) {
			this.page.add(1,
					event.date() + "  " + this.words.finding(event.code(), event.field()) + "  "
							+ this.words.messages().get("report.event." + event.kind()) + ": "
							+ this.words.state(event.before()) + " → " + this.words.state(event.after()));
			add("by", event.by());
			add("why", event.why());
			add("places", event.place());
		}
	}

	private void add(String label, String value) {
		if (!value.isEmpty()) {
			this.page.item(2, this.words.text(label), value);
		}
	}

	/** Runs that found the same one after the other are one line. */
	private void history() {
		List<Dossier.Past> runs = this.dossier.course().history();
		if (runs.isEmpty()) {
			this.page.add(1, this.words.text("history.none"));
		}
		List<Dossier.Past> same = new ArrayList<>();
		for (Dossier.Past past : runs) {
			if (!same.isEmpty() && !same.get(0).findings().equals(past.findings())) {
				runs(same);
				same.clear();
			}
			same.add(past);
		}
		if (!same.isEmpty()) {
			runs(same);
		}
	}

	private void runs(List<Dossier.Past> same) {
		String first = same.get(0).run();
		String span = (same.size() == 1) ? first
				: this.words.text("history.span", first, same.get(same.size() - 1).run(), same.size());
		List<Dossier.Found> findings = same.get(0).findings();
		this.page.add(1, span + (findings.isEmpty() ? "  " + this.words.text("history.nothing") : ""));
		for (Dossier.Found found : findings) {
			String line = this.words.finding(found.code(), found.field()) + "  " + this.words.state(found.state());
			this.page.add(2, found.carried() ? line + this.words.text("history.carried") : line);
		}
	}

	/** Sections are counted as they come, because some pages have fewer. */
	private void heading(String key) {
		String number = this.words.text("numbers").split(" ")[this.sections++];
		this.page.blank();
		this.page.add(0, this.words.text("heading", number, this.words.text("heading." + key)));
	}

}
