package io.rollcall.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables that lie beside this class. */
final class Resources {

	private Resources() {
	}

	/**
	 * The rows of a tab-separated table without its header.
	 * @param name the name relative to this package
	 */
	static List<String[]> table(String name) {
		InputStream stream = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name);
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			return reader.lines()
				.skip(1)
				.filter((line) -> !line.isEmpty())
				.map((line) -> line.split("\t", -1))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
