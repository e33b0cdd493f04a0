package io.rollcall.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.Role;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.text.Messages;

/** Writes a {@link Dossier} for a terminal: what, where, why, why not, since when. */
public final class ExplanationPage {

	private static final String INDENT = "  ";

	private final Dossier dossier;

	private final Campaign campaign;

	private final Messages messages;

	private final List<String> lines = new ArrayList<>();

	private ExplanationPage(Dossier dossier, Campaign campaign, Messages messages) {
		this.dossier = dossier;
		this.campaign = campaign;
		this.messages = messages;
	}

	/**
	 * Writes the page.
	 * @param dossier what is known
	 * @param campaign the campaign, as it was when the run was started
	 * @param messages the texts
	 * @return the lines
	 */
	public static List<String> of(Dossier dossier, Campaign campaign, Messages messages) {
		ExplanationPage page = new ExplanationPage(dossier, campaign, messages);
		page.lines.add(dossier.title());
		page.lines.add(page.text("run", dossier.run()) + page.text("status." + dossier.status()));
		page.records();
		page.values();
		page.submissions();
		page.findings();
		page.nearly();
		page.events();
		page.history();
		return page.lines;
	}

	private void records() {
		heading("records");
		TextTable table = new TextTable();
		for (Dossier.Entry entry : this.dossier.records()) {
			String how = entry.link().isEmpty() ? text("link.none") : text("link", link(entry.link()));
			table.row(List.of(INDENT + role(entry.role()), entry.place(), entry.kept() ? how : text("folded")));
		}
		this.lines.addAll(table.lines());
	}

	private String link(String how) {
		return List.of(how.split("\\+")).stream().map(this::field).collect(Collectors.joining(text("and")));
	}

	private void values() {
		heading("values");
		List<Dossier.Entry> kept = this.dossier.records().stream().filter(Dossier.Entry::kept).toList();
		Set<String> found = this.dossier.findings().stream().map(Dossier.Fact::field).collect(Collectors.toSet());
		TextTable table = new TextTable();
		List<String> head = new ArrayList<>(List.of(INDENT + text("field")));
		kept.forEach((entry) -> head.add(role(entry.role())));
		table.row(head);
		for (Field field : this.campaign.fields().all()) {
			if (kept.stream().anyMatch((entry) -> entry.raw().containsKey(field.name()))) {
				List<String> row = new ArrayList<>(
						List.of((found.contains(field.name()) ? "* " : INDENT) + field(field.name())));
				kept.forEach((entry) -> row.add(value(entry, field.name())));
				table.row(row);
			}
		}
		this.lines.addAll(table.lines());
		this.lines.add(INDENT + text("values.note"));
	}

	/** As read, and behind an arrow as compared where that is not the same. */
	private String value(Dossier.Entry entry, String field) {
		if (!entry.columns().contains(field)) {
			return text("noColumn");
		}
		String raw = entry.raw().getOrDefault(field, "");
		String canonical = entry.canonical().get(field);
		if (entry.unusable().contains(field)) {
			return raw + text("unusable");
		}
		return (canonical == null || canonical.equals(raw) || raw.isEmpty()) ? raw : raw + " → " + canonical;
	}

	private void submissions() {
		heading("submissions");
		if (this.dossier.submissions().isEmpty()) {
			this.lines.add(INDENT + text("submissions.none"));
		}
		for (Dossier.Submission submission : this.dossier.submissions()) {
			this.lines.add(INDENT + submission.place());
			submission.said()
				.forEach((column, said) -> this.lines.add(INDENT + INDENT + formField(column) + ": " + said));
		}
	}

	private String formField(String name) {
		return Stream.of(Role.DISCREPANCIES, Role.ACCOUNTS)
			.flatMap((role) -> this.campaign.fields(role).find(name).stream())
			.map((field) -> field.label(this.messages.locale().getLanguage()))
			.findFirst()
			.orElse(name);
	}

	/** What happened to the cases: who decided what, when, why and in which file. */
	private void events() {
		heading("events");
		if (this.dossier.events().isEmpty()) {
			this.lines.add(INDENT + text("events.none"));
		}
		for (Dossier.Event event : this.dossier.events()) {
			this.lines.add(INDENT + event.date() + "  " + event.code()
					+ (event.field().isEmpty() ? "" : " " + field(event.field())) + "  "
					+ this.messages.get("report.event." + event.kind()) + ": " + state(event.before()) + " → "
					+ state(event.after()));
			add("why", event.why());
			add("places", event.place());
		}
	}

	private void findings() {
		heading("findings");
		if (this.dossier.findings().isEmpty()) {
			this.lines.add(INDENT + text("findings.none"));
		}
		for (Dossier.Fact fact : this.dossier.findings()) {
			String title = Catalogue.shipped().get(fact.code()).title(this.messages.locale());
			this.lines.add("* [" + fact.severity() + "] " + fact.code() + " " + title
					+ (fact.field().isEmpty() ? "" : " · " + field(fact.field())));
			add("detail", fact.detail());
			add("rule", Catalogue.shipped().get(fact.code()).meaning(this.messages.locale()));
			add("suggestion", fact.suggestion());
			add("places", fact.locations());
			this.lines.add(INDENT + INDENT + text("since", fact.firstSeen(), state(fact.state())));
		}
	}

	private void add(String label, String value) {
		if (!value.isEmpty()) {
			this.lines.add(INDENT + INDENT + text(label, value));
		}
	}

	/** What did not become a finding, and why. */
	private void nearly() {
		heading("nearly");
		Set<String> notes = new LinkedHashSet<>();
		if (!Set.of("ordinary", "returned").contains(this.dossier.status())) {
			notes.add(text("nearly.status"));
		}
		notation(notes);
		silent(notes);
		absent(notes);
		looked(notes);
		if (this.dossier.namesakes() > 0) {
			notes.add(text("nearly.namesakes", this.dossier.namesakes(), this.dossier.sameBirthDate()));
		}
		this.dossier.nearLinks()
			.forEach((near) -> notes.add(text("nearly.link", near.other(), near.weight(), near.told())));
		if (notes.isEmpty()) {
			notes.add(text("nearly.none"));
		}
		notes.forEach((note) -> this.lines.add(INDENT + note));
	}

	/** Equal values in another notation: a code, an alias, a date. */
	private void notation(Set<String> notes) {
		Set<String> found = this.dossier.findings().stream().map(Dossier.Fact::field).collect(Collectors.toSet());
		for (Field field : this.campaign.fields().all()) {
			Map<String, String> raw = new LinkedHashMap<>();
			Set<String> canonical = new LinkedHashSet<>();
			for (Dossier.Entry entry : this.dossier.records()) {
				if (entry.kept() && entry.canonical().containsKey(field.name())) {
					raw.put(role(entry.role()), entry.raw().getOrDefault(field.name(), ""));
					canonical.add(entry.canonical().get(field.name()));
				}
			}
			if (canonical.size() == 1 && Set.copyOf(raw.values()).size() > 1 && !found.contains(field.name())) {
				notes.add(text("nearly.notation", field(field.name()),
						String.join(" = ", Set.copyOf(raw.values()).stream().sorted().toList())));
			}
		}
	}

	/** Values that stand for nothing in a comparison. */
	private void silent(Set<String> notes) {
		for (Dossier.Entry entry : this.dossier.records()) {
			entry.unusable().forEach((field) -> notes.add(text("nearly.unusable", role(entry.role()), field(field))));
		}
	}

	private void absent(Set<String> notes) {
		for (String role : List.of("roster", "platform", "admission")) {
			if (!this.dossier.usable().contains(role)) {
				notes.add(text("nearly.absent", role(role)));
			}
		}
	}

	private void looked(Set<String> notes) {
		this.dossier.selfCheck()
			.ifPresent((field) -> this.dossier.records()
				.stream()
				.filter((entry) -> !entry.raw().getOrDefault(field, "").isEmpty())
				.findFirst()
				.ifPresent((entry) -> notes.add(text("nearly.looked", entry.raw().get(field), role(entry.role())))));
	}

	private void history() {
		heading("history");
		Map<LocalDate, List<String>> byDate = new LinkedHashMap<>();
		this.dossier.history()
			.forEach((past) -> byDate.computeIfAbsent(past.date(), (any) -> new ArrayList<>())
				.add(past.code() + (past.field().isEmpty() ? "" : " " + field(past.field())) + " "
						+ state(past.state())));
		if (byDate.isEmpty()) {
			this.lines.add(INDENT + text("history.none"));
		}
		byDate.forEach((date, findings) -> this.lines.add(INDENT + date + "  " + String.join(text("mark"), findings)));
	}

	private void heading(String key) {
		this.lines.add("");
		this.lines.add(text("heading." + key));
	}

	private String state(String state) {
		String key = "report.state." + state;
		return this.messages.has(key) ? this.messages.get(key) : state;
	}

	private String field(String name) {
		return this.campaign.fields()
			.find(name)
			.map((field) -> field.label(this.messages.locale().getLanguage()))
			.orElse(name);
	}

	private String role(String role) {
		return this.messages.get("run.role." + role);
	}

	private String text(String key, Object... arguments) {
		return this.messages.get("explain." + key, arguments);
	}

}
