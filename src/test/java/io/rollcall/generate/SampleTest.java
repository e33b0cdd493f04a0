package io.rollcall.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample that ships under {@code input/} is what the generator writes. */
class SampleTest {

	/** As in docs/generate.md. */
	private static final GenerateSettings SETTINGS = new GenerateSettings(600, 2020, GenerateSettings.USUAL_FAULTS);

	@TempDir
	private Path folder;

	@Test
	void theShippedInputIsWhatTheGeneratorWrites() throws IOException {
		Generator.generate(SETTINGS, this.folder);
		assertThat(files(Path.of("input"))).isEqualTo(files(this.folder.resolve("input")));
	}

	private static Map<String, String> files(Path root) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (Stream<Path> walk = Files.walk(root)) {
			for (Path file : walk.filter(Files::isRegularFile).toList()) {
				String name = root.relativize(file).toString();
				if (name.endsWith(".xlsx")) {
					parts(file, name, files);
				}
				else {
					files.put(name, Integer.toHexString(java.util.Arrays.hashCode(Files.readAllBytes(file))));
				}
			}
		}
		return files;
	}

	/**
	 * Libraries compress differently, so of a workbook the parts are compared and not the
	 * archive around them.
	 */
	private static void parts(Path file, String name, Map<String, String> files) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements();) {
				ZipEntry part = parts.nextElement();
				files.put(name + "!" + part.getName(), Long.toHexString(part.getCrc()) + " " + part.getTimeLocal());
			}
		}
	}

}
