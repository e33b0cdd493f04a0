package io.rollcall.report;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.text.Messages;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * One workbook while it is being written. It is always a new one, so nothing hidden can
 * come along (privacy page, section 6.1). The rows that do not fit into memory wait in a
 * folder of its own, which nobody else may enter and which is gone afterwards.
 */
final class Book {

	private static final int ROWS_IN_MEMORY = 200;

	private static final String CREATOR = "学籍核对 Rollcall";

	private final SXSSFWorkbook workbook;

	private final WorkbookStyle style;

	private final Messages messages;

	private Book(SXSSFWorkbook workbook, Messages messages) {
		this.workbook = workbook;
		this.messages = messages;
		this.style = new WorkbookStyle(workbook, messages);
	}

	/** Fills a workbook. */
	@FunctionalInterface
	interface Content {

		void fill(Book book) throws IOException;

	}

	static void write(Path target, Path temporary, Messages messages, LocalDate date, Content content)
			throws IOException {
		Path folder = Files.createTempDirectory(temporary, "workbook");
		try {
			TempFile.withStrategy(new PrivateFiles(folder), () -> build(target, messages, date, content));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		finally {
			delete(folder);
		}
	}

	private static Path build(Path target, Messages messages, LocalDate date, Content content) {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false)) {
			describe(workbook, date);
			content.fill(new Book(workbook, messages));
			DurableFile.write(target, workbook::write);
			return target;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The business date instead of the clock: equal runs give equal properties. */
	private static void describe(SXSSFWorkbook workbook, LocalDate date) {
		POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
		Date day = Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
		properties.getCoreProperties().setCreator(CREATOR);
		properties.getCoreProperties().setLastModifiedByUser(CREATOR);
		properties.getCoreProperties().setCreated(Optional.of(day));
		properties.getCoreProperties().setModified(Optional.of(day));
		properties.getExtendedProperties().setApplication(CREATOR);
	}

	private static void delete(Path folder) throws IOException {
		List<Path> paths;
		try (Stream<Path> all = Files.walk(folder)) {
			paths = all.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path path : paths) {
			Files.delete(path);
		}
	}

	SXSSFSheet sheet(String name) {
		return this.workbook.createSheet(name);
	}

	WorkbookStyle style() {
		return this.style;
	}

	String text(String key, Object... arguments) {
		return this.messages.get("report." + key, arguments);
	}

	/** The word for a value that has one, else the value itself. */
	String word(String area, String value) {
		String key = "report." + area + "." + value;
		return this.messages.has(key) ? this.messages.get(key) : value;
	}

	/** Creates the library's temporary files where nobody else can read them. */
	private record PrivateFiles(Path folder) implements TempFileCreationStrategy {

		@Override
		public File createTempFile(String prefix, String suffix) throws IOException {
			return Files.createTempFile(this.folder, prefix, suffix).toFile();
		}

		@Override
		public File createTempDirectory(String prefix) throws IOException {
			return Files.createTempDirectory(this.folder, prefix).toFile();
		}

	}

}
