package io.rollcall.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which scenario comes when. Students in whom nothing happens make up the rest; all are
 * shuffled.
 */
final class Deck {

	/** From this size on every scenario is played at least once. */
	static final int COMPLETE = 300;

	/** A smaller campaign has one scenario of faults for that many students. */
	private static final int STUDENTS_PER_FAULT = 5;

	private static final int STUDENTS_PER_NEGATIVE = 12;

	private static final int STUDENTS_PER_SUBMISSION = 10;

	/** Rows, duplicates, between sources. */
	private static final int GROUPS = 3;

	private static final double NEGATIVES = 0.04;

	static final Scenario ORDINARY = Scenario.negative("", 1, (scene) -> {
	});

	private Deck() {
	}

	static List<Scenario> of(GenerateSettings settings, Random random) {
		List<Scenario> deck = new ArrayList<>();
		int students = settings.students();
		if (settings.faults() > 0) {
			deal(deck, Scenario.faults(), students, STUDENTS_PER_FAULT, (int) (students * settings.faults() * GROUPS),
					random);
		}
		deal(deck, Scenario.negatives(), students, STUDENTS_PER_NEGATIVE, (int) (students * NEGATIVES), random);
		if (settings.faults() > 0) {
			deal(deck, Scenario.submissions(), students, STUDENTS_PER_SUBMISSION, (int) (students * settings.faults()),
					random);
		}
		int busy = deck.stream().mapToInt(Scenario::students).sum();
		while (busy > students) {
			busy -= deck.remove(deck.size() - 1).students();
		}
		deck.addAll(Collections.nCopies(students - busy, ORDINARY));
		Collections.shuffle(deck, random);
		return deck;
	}

	private static void deal(List<Scenario> deck, List<Scenario> scenarios, int students, int share, int wanted,
			Random random) {
		if (students < COMPLETE) {
			List<Scenario> some = new ArrayList<>(scenarios);
			Collections.shuffle(some, random);
			deck.addAll(some.subList(0, Math.min(some.size(), students / share)));
			return;
		}
		deck.addAll(scenarios);
		for (int i = scenarios.size(); i < wanted; i++) {
			deck.add(Lists.pick(random, scenarios));
		}
	}

}
