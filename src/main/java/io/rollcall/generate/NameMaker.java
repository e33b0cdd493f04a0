package io.rollcall.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Puts names together. No two students share name and birth date unless a scenario wants
 * it: they would be reported as one person.
 */
final class NameMaker {

	private static final List<String[]> SURNAMES = Lists.table("surnames.tsv");

	private static final List<String[]> GIVEN = Lists.table("given.tsv");

	private static final List<String[]> MINORITY = Lists.table("minority.tsv");

	/** Every seventh name has one hanzi after the surname. */
	private static final int SHORT_NAMES = 7;

	private final Random random;

	private final Set<Long> used = new HashSet<>();

	NameMaker(Random random) {
		this.random = random;
	}

	/** Whether the name is new for that birth date; then it is taken. */
	boolean take(String name, String birth) {
		return this.used.add(name.hashCode() * 100_000_000L + Long.parseLong(birth));
	}

	String han(boolean male) {
		return surname() + given(male);
	}

	String surname() {
		return Lists.weighted(this.random, SURNAMES)[0];
	}

	String given(boolean male) {
		String first = letter(male);
		String second = letter(male);
		return (this.random.nextInt(SHORT_NAMES) == 0 || second.equals(first)) ? first : first + second;
	}

	/** Frequent characters stand first and are drawn more often. */
	private String letter(boolean male) {
		String letters = GIVEN.get(male ? 0 : 1)[1];
		int at = Math.min(this.random.nextInt(letters.length()), this.random.nextInt(letters.length()));
		return letters.substring(at, at + 1);
	}

	/** Ethnic group and name of a student whose name has a separator. */
	String[] minority(boolean male) {
		List<String[]> fitting = MINORITY.stream().filter((row) -> row[1].equals(male ? "男" : "女")).toList();
		String[] row = Lists.pick(this.random, fitting);
		String own = Lists.pick(this.random, List.of(row[2].split(" ")));
		String father = Lists.pick(this.random, List.of(row[3].split(" ")));
		return new String[] { row[0], own + "·" + father };
	}

}
