package io.rollcall.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.rollcall.cases.CaseStanding;
import io.rollcall.cases.PageCases;
import io.rollcall.cases.ShownValues;
import io.rollcall.desk.AnswerStore.Known;
import io.rollcall.facts.CaseRow;
import io.rollcall.results.ShownCases;
import io.rollcall.run.Run;
import org.springframework.stereotype.Component;

/** Cases as desks are shown them now, and as they were shown before. */
@Component
class AnswerView {

	private static final Pattern CASE_ID = Pattern.compile("[0-9a-f]{24}");

	private final AnswerStore store;

	private final ShownCases shown;

	private final DataSource dataSource;

	AnswerView(AnswerStore store, ShownCases shown, DataSource dataSource) {
		this.store = store;
		this.shown = shown;
		this.dataSource = dataSource;
	}

	/** What can be a case at all. */
	static Set<String> ids(Collection<String> texts) {
		return texts.stream()
			.filter((text) -> CASE_ID.matcher(text).matches())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** How cases of a run stand with the answers up to one. */
	Map<String, CaseStanding> standings(Run run, long upto, Collection<String> ids) {
		return standings(run, run.id(), upto, ids);
	}

	private Map<String, CaseStanding> standings(Run run, long of, long upto, Collection<String> ids) {
		return PageCases.of(this.dataSource, new PageCases.Moment(run.campaignId(), of, upto), this.shown.salt(),
				new ShownValues(this.shown.campaign(run).fields(), false), ids);
	}

	/** The cases of a desk as it is shown them now. */
	List<ShownCase> shown(Run run, long upto, Map<String, Known> known, boolean registrar) {
		Map<String, CaseStanding> standings = standings(run, upto, known.keySet());
		Map<String, CaseRow> rows = rows(run, known, registrar);
		return known.keySet()
			.stream()
			.map((id) -> ShownCase.of(standings.get(id), Optional.ofNullable(rows.get(id)), registrar))
			.toList();
	}

	private Map<String, CaseRow> rows(Run run, Map<String, Known> known, boolean registrar) {
		if (registrar) {
			return this.shown.listed(run, Optional.empty(), known.keySet());
		}
		Map<String, CaseRow> rows = new HashMap<>();
		known.values()
			.stream()
			.collect(Collectors.groupingBy(Known::college, LinkedHashMap::new,
					Collectors.mapping(Known::id, Collectors.toList())))
			.forEach((college, ids) -> rows.putAll(this.shown.listed(run, Optional.of(college), ids)));
		return rows;
	}

	/**
	 * Those of some cases that a page showed otherwise.
	 * @param run the last published run
	 * @param seen the published run that the page showed
	 * @param upto the last answer that it showed
	 * @param cases the cases as the desk is shown them now
	 */
	List<ShownCase> changed(Run run, long seen, long upto, List<ShownCase> cases, boolean registrar) {
		List<String> ids = cases.stream().map(ShownCase::caseId).toList();
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<String, String> former = this.store.former(run, seen, ids);
		Set<String> same = this.store.same(run, seen, ids);
		Map<String, CaseStanding> before = standings(run, seen, upto, former.values());
		return cases.stream().filter((one) -> {
			CaseStanding was = before.get(former.getOrDefault(one.caseId(), ""));
			return was == null || !same.contains(one.caseId()) || !one.standing().looksAs(was, registrar);
		}).toList();
	}

}
