package io.rollcall.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.rollcall.account.Recognition.How;

/**
 * Says which problem of 学信网 somebody means who picked an entry of the list or typed what
 * the site showed. What is none of them stays unrecognised; nothing is guessed.
 */
public final class ProblemRecogniser {

	private static final Map<String, AccountProblem> TITLES = AccountProblems.all()
		.stream()
		.collect(Collectors.toUnmodifiableMap((problem) -> PromptText.fold(problem.title(Locale.CHINESE)),
				Function.identity()));

	private ProblemRecogniser() {
	}

	/**
	 * Recognises a problem. The pick decides; where it says nothing known, the prompt
	 * does.
	 * @param pick the column of problems: a code, an entry of the list or free text; null
	 * counts as empty
	 * @param prompt the column of prompts: what the site showed; null counts as empty
	 * @return what was understood
	 */
	public static Recognition recognise(String pick, String prompt) {
		Recognition picked = pick(pick);
		Recognition prompted = prompt(prompt);
		if (!picked.isKnown()) {
			return prompted;
		}
		List<AccountProblem> others = new ArrayList<>(picked.others());
		prompted.problem().ifPresent(others::add);
		others.addAll(prompted.others());
		return picked.withOthers(others);
	}

	/**
	 * The prompt as it may be stored and shown: without e-mail addresses, numbers of six
	 * and more digits and the account that the prompt of ACC-09 shows.
	 * @param prompt the prompt as typed; null counts as empty
	 * @return the cleaned prompt, at most 500 characters
	 */
	public static String clean(String prompt) {
		return PromptText.clean(prompt);
	}

	private static Recognition pick(String pick) {
		List<AccountProblem> coded = ProblemCodes.in(pick);
		if (!coded.isEmpty()) {
			return coded(coded);
		}
		Optional<AccountProblem> bare = ProblemCodes.bare(pick);
		if (bare.isPresent()) {
			return coded(List.of(bare.get()));
		}
		String folded = PromptText.fold(PromptText.clean(pick));
		AccountProblem listed = TITLES.get(folded);
		return (listed != null) ? Recognition.of(listed, How.PICK, 1) : words(folded);
	}

	private static Recognition prompt(String prompt) {
		List<AccountProblem> coded = ProblemCodes.in(prompt)
			.stream()
			.filter((problem) -> !problem.code().equals(AccountProblems.SELF_CHECK))
			.toList();
		return coded.isEmpty() ? words(PromptText.fold(PromptText.clean(prompt))) : coded(coded);
	}

	private static Recognition coded(List<AccountProblem> problems) {
		return Recognition.of(problems.get(0), How.CODE, 1).withOthers(problems);
	}

	private static Recognition words(String folded) {
		return Fragments.find(folded)
			.map((hit) -> Recognition.of(hit.problem(), (hit.distance() > 0) ? How.NEAR : How.PROMPT,
					1 - hit.distance()))
			.orElse(Recognition.NONE);
	}

}
