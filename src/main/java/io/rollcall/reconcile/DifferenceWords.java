package io.rollcall.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How it is told who says what of a field. */
final class DifferenceWords {

	private final JudgeContext context;

	DifferenceWords(JudgeContext context) {
		this.context = context;
	}

	/** Who agrees with whom. */
	String values(Difference difference) {
		List<Side> told = difference.sides().stream().filter((side) -> !side.unusable()).toList();
		List<Side> empty = told.stream().filter(Side::isEmpty).toList();
		if (difference.verdict().level() == Verdict.Level.MISSING) {
			return text("empty", roles(empty), roles(told.stream().filter((side) -> !side.isEmpty()).toList()));
		}
		List<Side> filled = difference.filled();
		if (difference.verdict().level() == Verdict.Level.FORMAT_ONLY) {
			return text("written", roles(filled));
		}
		Optional<Side> odd = OddOneOut.majority(difference.field(), filled);
		return odd
			.map((side) -> text("against", this.context.role(side.role()),
					roles(filled.stream().filter((each) -> each != side).toList())))
			.orElseGet(() -> several(difference, filled));
	}

	/** Of three of whom none is alone one may agree with both others. */
	private String several(Difference difference, List<Side> filled) {
		List<List<Side>> pairs = difference.differing();
		boolean all = pairs.size() == filled.size() * (filled.size() - 1) / 2;
		return (all || pairs.isEmpty()) ? text((filled.size() > 2) ? "all" : "two", roles(filled))
				: pairs.stream()
					.map((pair) -> text("two", roles(pair)))
					.collect(Collectors.joining(this.context.messages().get("intake.comma")));
	}

	String notes(Difference difference) {
		return difference.verdict()
			.notes()
			.stream()
			.map((note) -> this.context.messages().get(note))
			.collect(Collectors.joining(this.context.messages().get("intake.comma")));
	}

	private String roles(List<Side> sides) {
		return sides.stream()
			.map((side) -> this.context.role(side.role()))
			.collect(Collectors.joining(this.context.messages().get("intake.comma")));
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
