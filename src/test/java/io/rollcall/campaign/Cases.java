package io.rollcall.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Test cases that stand as data beside the tests. */
public final class Cases {

	/** The job file that is shipped. */
	public static final Path SHIPPED = Path.of("jobs", "freshman-2020.yml");

	/** A correct beginning of a job file, ten lines long. */
	public static final String VALID = """
			# a small campaign
			school:
			  code: 11736
			  name: 某某学院
			cohort: 2020
			start: 2020-11-04
			deadline: 2020-11-20
			colleges:
			  - name: 理学院
			  - name: 人文学院
			""";

	private static final Path UNGATED = Path.of("target", "ungated", "freshman-2020.yml").toAbsolutePath();

	private Cases() {
	}

	/**
	 * The shipped job file without its gate: tests refuse most of the few rows that they
	 * have.
	 */
	public static synchronized Path ungated() {
		try {
			Files.createDirectories(UNGATED.getParent());
			Path aside = Files.createTempFile(UNGATED.getParent(), "job", ".part");
			Files.writeString(aside, Files.readString(SHIPPED).replaceFirst("(?m)^gate:\\n(?:  .*\\n)+", ""));
			return Files.move(aside, UNGATED, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static <T> T read(Class<?> test, String resource, TypeReference<T> type) throws IOException {
		try (InputStream in = test.getResourceAsStream(resource)) {
			return new YAMLMapper().readValue(in, type);
		}
	}

	public static Campaign campaign(String settings) {
		try {
			return JobFiles.parse("test.yml", VALID + settings);
		}
		catch (JobFileException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

}
