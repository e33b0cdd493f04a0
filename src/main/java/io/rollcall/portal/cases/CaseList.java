package io.rollcall.portal.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.rollcall.campaign.College;
import io.rollcall.desk.CaseSearch.Filter;
import io.rollcall.desk.CaseSearch;
import io.rollcall.portal.Redirect;

/**
 * The list of cases as its page shows it.
 *
 * @param filter what is looked for
 * @param lines the cases of the page
 * @param total how many there are
 * @param page the page, from 1
 * @param pages how many pages there are
 * @param states the choices of states
 * @param colleges the choices of colleges, empty where there is nothing to choose
 * @param codes the choices of kinds of findings
 * @param fields the choices of fields
 */
record CaseList(Filter filter, List<CaseLine> lines, long total, int page, long pages, List<Choice> states,
		List<Choice> colleges, List<Choice> codes, List<Choice> fields) {

	/** States that one looks at often: they stand above the list. */
	private static final List<String> USUAL = List.of(CaseSearch.MINE, CaseSearch.TO_DO, CaseSearch.PENDING,
			"registrar-approved", "sent", "closed", CaseSearch.ALL);

	/**
	 * A choice of a filter.
	 *
	 * @param value what stands in the address
	 * @param label what people read
	 * @param count how many cases it would leave
	 * @param chosen whether it is in force
	 */
	record Choice(String value, String label, long count, boolean chosen) {
	}

	static CaseList of(CaseSearch.Found found, Filter filter, int page, List<CaseLine> lines, CaseWords words,
			boolean manyColleges) {
		Map<String, Map<String, Long>> choices = found.choices();
		UnaryOperator<String> college = (name) -> name.isEmpty() ? words.text("report.unassigned") : name;
		return new CaseList(filter, lines, found.total(), page, found.pages(),
				states(choices.get("state"), filter, words),
				manyColleges ? colleges(choices.get("college"), filter.college(), college) : List.of(),
				choices(choices.get("code"), filter.code(), words::title),
				choices(choices.get("field"), filter.field(), words::field));
	}

	private static List<Choice> states(Map<String, Long> counts, Filter filter, CaseWords words) {
		return CaseSearch.STATES.stream()
			.map((state) -> new Choice(state, words.text("pcases.state." + state), counts.getOrDefault(state, 0L),
					state.equals(filter.state())))
			.toList();
	}

	private static List<Choice> colleges(Map<String, Long> counts, String chosen, UnaryOperator<String> label) {
		List<Choice> all = new ArrayList<>();
		counts.forEach((name, count) -> {
			String value = name.isEmpty() ? College.UNASSIGNED : name;
			all.add(new Choice(value, label.apply(name), count, value.equals(chosen)));
		});
		return sorted(all, chosen);
	}

	private static List<Choice> choices(Map<String, Long> counts, String chosen, UnaryOperator<String> label) {
		List<Choice> all = new ArrayList<>();
		counts.forEach((value, count) -> all.add(new Choice(value, label.apply(value), count, value.equals(chosen))));
		if (!chosen.isEmpty() && !counts.containsKey(chosen)) {
			all.add(new Choice(chosen, label.apply(chosen), 0, true));
		}
		return sorted(all, chosen);
	}

	/** The most frequent first. */
	private static List<Choice> sorted(List<Choice> all, String chosen) {
		if (!chosen.isEmpty() && all.stream().noneMatch(Choice::chosen)) {
			all.add(new Choice(chosen, chosen, 0, true));
		}
		all.sort(Comparator.comparingLong((Choice choice) -> -choice.count()).thenComparing(Choice::value));
		return List.copyOf(all);
	}

	/** The states that stand above the list, with the one in force. */
	public List<Choice> usual() {
		return this.states.stream()
			.filter((choice) -> USUAL.contains(choice.value()) && (choice.count() > 0
					|| choice.value().equals(CaseSearch.MINE) || choice.value().equals(CaseSearch.TO_DO))
					|| choice.chosen())
			.toList();
	}

	/** The other states, for those that have cases. */
	public List<Choice> someStates() {
		return this.states.stream().filter((choice) -> choice.count() > 0 || choice.chosen()).toList();
	}

	/** Whether a search by name or number is in force, which no address may hold. */
	public boolean isSearch() {
		return !this.filter.text().isEmpty();
	}

	/** The query of an address with another state. */
	public String queryOf(String state) {
		return query(state, 1);
	}

	/** The query of an address with another page. */
	public String pageQuery(long other) {
		return query(this.filter.state(), other);
	}

	private String query(String state, long other) {
		List<String> parts = new ArrayList<>();
		add(parts, "state", state.equals(CaseSearch.MINE) ? "" : state);
		add(parts, "college", this.filter.college());
		add(parts, "code", this.filter.code());
		add(parts, "field", this.filter.field());
		add(parts, "page", (other == 1) ? "" : Long.toString(other));
		return parts.isEmpty() ? "" : "?" + String.join("&", parts);
	}

	private static void add(List<String> parts, String name, String value) {
		if (!value.isEmpty()) {
			parts.add(name + "=" + Redirect.encoded(value));
		}
	}

}
