package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.campaign.JobFiles;
import io.rollcall.report.ReadBack;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reports under {@code docs/sample}, to be looked at by who has built nothing, are
 * those of the shipped sample. {@code -Drollcall.write-docs=true} writes them anew.
 */
class SampleReportsTest {

	private static final Path SHOWN = Path.of("docs/sample");

	private static final List<String> BOOKS = List.of("registrar.xlsx", "飞行器学院.xlsx");

	private static final String TABLE = "findings.csv";

	private static final Path JOB = Path.of("jobs/freshman-2020.yml").toAbsolutePath();

	/** Without it the references of students without numbers would differ every time. */
	private static final String KEY = "5a".repeat(32);

	/** How the row begins that names the version of Java. */
	private static final List<String> JAVA = List.of("版本", "java");

	@TempDir
	private Path folder;

	@Test
	void theyAreThoseOfTheShippedSample() throws Exception {
		Files.writeString(Files.createDirectories(this.folder.resolve("home")).resolve("reference.key"), KEY);
		Path written;
		try (Installation rollcall = new Installation(this.folder)) {
			written = rollcall.runs()
				.start(new RunRequest(JOB, Files.readString(JOB), JobFiles.load(JOB), LocalDate.of(2020, 11, 12),
						Path.of("input").toAbsolutePath(), this.folder.resolve("output"), "", false), RunListener.NONE)
				.folder();
		}
		if (Boolean.getBoolean("rollcall.write-docs")) {
			for (String book : BOOKS) {
				Files.copy(of(written, book), SHOWN.resolve(book), StandardCopyOption.REPLACE_EXISTING);
			}
			Files.copy(written.resolve(TABLE), SHOWN.resolve(TABLE), StandardCopyOption.REPLACE_EXISTING);
		}
		String how = "docs/sample: mvn test -Dtest=SampleReportsTest -Drollcall.write-docs=true writes it anew";
		assertThat(SHOWN.resolve(TABLE)).as(how).hasSameBinaryContentAs(written.resolve(TABLE));
		for (String book : BOOKS) {
			assertThat(cells(SHOWN.resolve(book))).as(book + " of " + how).isEqualTo(cells(of(written, book)));
		}
	}

	private static Path of(Path run, String book) {
		return book.startsWith("registrar") ? run.resolve(book) : run.resolve("colleges").resolve(book);
	}

	/**
	 * All but the time of the run, the seal that rests on it, and the version of Java.
	 */
	private static Map<String, List<List<String>>> cells(Path book) throws IOException {
		Map<String, List<List<String>>> cells = new LinkedHashMap<>();
		ReadBack.sheets(book)
			.forEach((sheet, rows) -> cells.put(sheet, rows.stream().map(SampleReportsTest::lasting).toList()));
		return cells;
	}

	private static List<String> lasting(List<String> row) {
		boolean ofJava = row.size() > JAVA.size() && row.subList(0, JAVA.size()).equals(JAVA);
		return (ofJava ? JAVA : row).stream().map((cell) -> cell.replaceAll("开始于.*|[0-9a-f]{64}", "…")).toList();
	}

}
