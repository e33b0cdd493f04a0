package io.rollcall.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Reads the lists that lie beside this class and draws from them. */
final class Lists {

	private Lists() {
	}

	/** The lines of a tab-separated list without its comment. */
	static List<String[]> table(String name) {
		return text(name).lines()
			.filter((line) -> !line.startsWith("#") && !line.isBlank())
			.map((line) -> line.split("\t"))
			.toList();
	}

	static String text(String name) {
		var stream = Objects.requireNonNull(Lists.class.getResourceAsStream(name), name);
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			StringBuilder text = new StringBuilder();
			reader.lines().forEach((line) -> text.append(line).append('\n'));
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static <T> T pick(Random random, List<T> list) {
		return list.get(random.nextInt(list.size()));
	}

	/** Draws a row by the weight in its second column. */
	static String[] weighted(Random random, List<String[]> rows) {
		int total = 0;
		for (String[] row : rows) {
			total += Integer.parseInt(row[1]);
		}
		int left = random.nextInt(total);
		for (String[] row : rows) {
			left -= Integer.parseInt(row[1]);
			if (left < 0) {
				return row;
			}
		}
		throw new IllegalStateException("weights do not add up");
	}

}
