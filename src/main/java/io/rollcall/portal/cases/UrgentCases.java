package io.rollcall.portal.cases;

import java.util.List;

import io.rollcall.desk.CaseSearch;
import io.rollcall.desk.PageReferences;
import io.rollcall.desk.Reader;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Visitor;
import io.rollcall.run.PublishedRuns;
import io.rollcall.run.RunContext;
import org.springframework.stereotype.Component;

/** The cases that a college should answer first, for pages that only point to them. */
@Component
public class UrgentCases {

	private final PublishedRuns runs;

	private final CaseSearch search;

	private final PageReferences references;

	UrgentCases(PublishedRuns runs, CaseSearch search, PageReferences references) {
		this.runs = runs;
		this.search = search;
		this.references = references;
	}

	/**
	 * A case in a few words.
	 *
	 * @param ref its reference
	 * @param name the student's name, or what stands for it
	 * @param field the field's label, or empty
	 * @param title what is found
	 */
	public record Urgent(String ref, String name, String field, String title) {
	}

	/**
	 * The most urgent cases that wait for a college after the last published run.
	 * @param visitor who looks
	 * @param place the campaign
	 * @param college the college
	 * @param most how many at most
	 * @return the most urgent first
	 */
	public List<Urgent> of(Visitor visitor, CampaignPlace place, String college, int most) {
		return this.runs.latest(place.campaign())
			.map((context) -> find(context, visitor, college, most))
			.orElse(List.of());
	}

	private List<Urgent> find(RunContext context, Visitor visitor, String college, int most) {
		CaseWords words = new CaseWords(context, visitor.messages());
		CaseSearch.Filter waiting = new CaseSearch.Filter(college, "", CaseSearch.MINE, "", "");
		return this.search.find(context, Reader.of(List.of(college)), waiting, 1)
			.cases()
			.stream()
			.limit(most)
			.map((row) -> CaseLine.of(row, this.references.ofCase(row.caseId()), words, ""))
			.map((line) -> new Urgent(line.ref(), line.name(), line.field(), line.title()))
			.toList();
	}

}
