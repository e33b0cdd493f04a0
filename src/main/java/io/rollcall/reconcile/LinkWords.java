package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.rollcall.linkage.Contribution;
import io.rollcall.linkage.Linked;
import io.rollcall.linkage.ProbableLink;

/** Tells of a link by similarity what speaks for it and what against. */
final class LinkWords {

	private static final double MOST_PERCENT = 99.9;

	private final JudgeContext context;

	LinkWords(JudgeContext context) {
		this.context = context;
	}

	String of(ProbableLink link) {
		return text("probable", percent(link.probability())) + waterfall(link);
	}

	String of(Linked.NearMiss miss) {
		return text("near." + miss.reason()) + waterfall(miss.pair());
	}

	/** Nothing here is certain, so a hundred per cent is never said. */
	private static String percent(double probability) {
		return String.format(Locale.ROOT, "%.1f", Math.min(MOST_PERCENT, probability * 100));
	}

	/** What speaks for the pair and what against, each with its weight, and the sum. */
	private String waterfall(ProbableLink link) {
		List<String> parts = new ArrayList<>();
		addEvidence(parts, "weights.for", link, (step) -> step.bits() > 0);
		addEvidence(parts, "weights.against", link, (step) -> step.bits() < 0);
		link.contributions()
			.stream()
			.filter(LinkWords::isPrior)
			.forEach((prior) -> parts
				.add(text("weights.prior", bits(prior.bits()), Math.round(Math.pow(2, -prior.bits())))));
		parts.add(text("weights.sum", bits(link.weight())));
		return String.join(text("stop.mark"), parts);
	}

	private void addEvidence(List<String> parts, String key, ProbableLink link, Predicate<Contribution> which) {
		List<String> steps = link.contributions()
			.stream()
			.filter((step) -> !isPrior(step) && which.test(step))
			.map((step) -> named(step) + " " + bits(step.bits()))
			.toList();
		if (!steps.isEmpty()) {
			parts.add(text(key, String.join(this.context.messages().get("intake.comma"), steps)));
		}
	}

	private String named(Contribution step) {
		return switch (step.field()) {
			case Contribution.CALIBRATION -> text("calibration");
			case Contribution.TOGETHER -> text("together." + step.level());
			default -> this.context.field(step.field()) + text("level." + step.level());
		};
	}

	private static boolean isPrior(Contribution step) {
		return step.field().equals(Contribution.PRIOR);
	}

	private static String bits(double bits) {
		return String.format(Locale.ROOT, "%+.1f", bits);
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
