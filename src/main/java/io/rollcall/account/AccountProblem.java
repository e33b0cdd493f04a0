package io.rollcall.account;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One problem of 学信网 accounts; see {@link AccountProblems} for all of them.
 *
 * @param code the code, such as {@code ACC-21a}
 * @param place the section of the notice's annex 2, or another place of the notice
 * @param actor who has to act
 * @param taken whether the problem is that the ID number is taken by an account
 * @param photo whether photos are uploaded and audited on this route, so that its limits
 * count
 * @param title the words of the pick list, by language
 * @param meaning what it means, by language
 * @param route what to do, in the notice's own words, by language
 * @param cost what a wrong answer costs, by language; empty when nothing is lost
 */
public record AccountProblem(String code, String place, Actor actor, boolean taken, boolean photo,
		Map<String, String> title, Map<String, String> meaning, Map<String, String> route, Map<String, String> cost) {

	public AccountProblem {
		if (code == null || actor == null) {
			throw new IllegalArgumentException("an account problem needs a code and somebody who acts");
		}
		title = Map.copyOf(title);
		meaning = Map.copyOf(meaning);
		route = Map.copyOf(route);
		cost = (cost != null) ? Map.copyOf(cost) : Map.of();
	}

	/**
	 * The words of the pick list.
	 * @param locale the language
	 * @return a few words
	 */
	public String title(Locale locale) {
		return this.title.get(locale.getLanguage());
	}

	/**
	 * What the problem means.
	 * @param locale the language
	 * @return a sentence
	 */
	public String meaning(Locale locale) {
		return this.meaning.get(locale.getLanguage());
	}

	/**
	 * What to do.
	 * @param locale the language
	 * @return a few sentences that hold nothing of what the student typed
	 */
	public String route(Locale locale) {
		return this.route.get(locale.getLanguage());
	}

	/**
	 * What is lost when the student wrongly says "I never had an account": the other
	 * account and what was filed with it.
	 * @param locale the language
	 * @return the warning, empty when nothing can be lost
	 */
	public Optional<String> cost(Locale locale) {
		return Optional.ofNullable(this.cost.get(locale.getLanguage()));
	}

	/**
	 * Who acts.
	 * @param locale the language
	 * @return a few words
	 */
	public String actor(Locale locale) {
		return this.actor.text(locale);
	}

	@Override
	public String toString() {
		return this.code;
	}

}
