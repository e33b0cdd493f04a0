package io.rollcall.results;

import java.util.List;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;
import io.rollcall.report.Legend;
import io.rollcall.report.PlainWords;
import io.rollcall.run.RunContext;

/** The words of the catalogues, in the language of a run. */
public final class CatalogueLegend implements Legend {

	private final RunContext context;

	private final PlainWords words;

	/**
	 * The words for a run.
	 * @param context the run, with the texts of the language in which it is read
	 */
	public CatalogueLegend(RunContext context) {
		this.context = context;
		this.words = new PlainWords(context.messages());
	}

	@Override
	public List<String> codes() {
		return Catalogue.shipped().kinds().stream().map(FindingKind::code).toList();
	}

	@Override
	public String severity(String code) {
		return kind(code).severity().name();
	}

	@Override
	public String example(String code) {
		return kind(code).example(this.context.messages().locale());
	}

	@Override
	public String title(String code) {
		return kind(code).title(this.context.messages().locale());
	}

	@Override
	public String explanation(String code) {
		return kind(code).meaning(this.context.messages().locale());
	}

	@Override
	public String action(String code) {
		return kind(code).action(this.context.messages().locale());
	}

	@Override
	public String fieldLabel(String field) {
		String language = this.context.messages().locale().getLanguage();
		return this.context.campaign()
			.fields()
			.find(field)
			.map((Field found) -> found.label(language))
			.orElseGet(() -> this.words.problem(field));
	}

	@Override
	public boolean isDate(String field) {
		return this.context.campaign()
			.fields()
			.find(field)
			.filter((found) -> found.type() == FieldType.DATE)
			.isPresent();
	}

	private static FindingKind kind(String code) {
		return Catalogue.shipped().get(code);
	}

}
