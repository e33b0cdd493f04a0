package io.rollcall.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tab-separated tables that lie beside this class. */
final class Tables {

	private Tables() {
	}

	/**
	 * The rows of a table without its header and remarks.
	 * @param name the name relative to this package
	 */
	static List<String[]> rows(String name) {
		InputStream stream = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name);
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			return reader.lines()
				.skip(1)
				.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
				.map((line) -> line.split("\t", -1))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
