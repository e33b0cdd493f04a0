package io.rollcall.explain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;

/** What was found: what is the matter, by which rule, where, since when. */
final class FindingList {

	private static final String MISSING = "MISSING_IN_";

	private final Dossier dossier;

	private final DossierWords words;

	private final TextPage page;

	FindingList(Dossier dossier, DossierWords words, TextPage page) {
		this.dossier = dossier;
		this.words = words;
		this.page = page;
	}

	/** Whether refused rows stand with the finding that they may explain. */
	static boolean tellsRefused(Dossier dossier) {
		return dossier.findings().stream().anyMatch((fact) -> fact.code().startsWith(MISSING));
	}

	void write() {
		if (this.dossier.findings().isEmpty()) {
			this.page.add(1, this.words.text("findings.none"));
		}
		this.dossier.findings().forEach(this::write);
	}

	private void write(Dossier.Fact fact) {
		this.page.add(0, "* [" + fact.severity() + "] " + this.words.finding(fact.code(), fact.field()));
		add("detail", fact.detail());
		said(fact);
		if (fact.code().startsWith(MISSING)) {
			refused(fact.code().substring(MISSING.length()).toLowerCase(Locale.ROOT));
		}
		FindingKind kind = Catalogue.shipped().get(fact.code());
		add("rule", kind.meaning(this.words.messages().locale()));
		add("suggestion",
				fact.suggestion().isEmpty() ? kind.action(this.words.messages().locale()) : fact.suggestion());
		if (!fact.locations().isEmpty()) {
			this.page.list(2, this.words.text("places"), fact.locations());
		}
		Dossier.Life life = fact.life();
		this.page.add(2, this.words.text("since", life.firstSeen(), this.words.state(life.state())));
		if (!life.found()) {
			this.page.add(2, this.words.text("carried", life.lastSeen()));
		}
	}

	/** Values that are all alike tell nothing that the table does not. */
	private void said(Dossier.Fact fact) {
		if (fact.values().size() == 1 || Set.copyOf(fact.values().values()).size() > 1) {
			add("said",
					fact.values()
						.entrySet()
						.stream()
						.map((entry) -> this.words.text("said.by", said(entry.getKey()), entry.getValue()))
						.collect(Collectors.joining(this.words.text("mark"))));
		}
	}

	private String said(String by) {
		return by.equals("claim") ? this.words.text("said.claim") : this.words.role(by);
	}

	private void refused(String role) {
		List<String> rows = this.dossier.refused()
			.stream()
			.filter((row) -> row.role().equals(role))
			.map((row) -> this.words.text("refused.row", row.place(), row.reason(), row.detail(),
					this.words.fields(row.by())))
			.toList();
		if (!rows.isEmpty()) {
			this.page.list(2, this.words.text("refused"), rows);
		}
	}

	private void add(String label, String value) {
		if (!value.isEmpty()) {
			this.page.item(2, this.words.text(label), value);
		}
	}

}
