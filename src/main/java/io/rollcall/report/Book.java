package io.rollcall.report;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.text.Messages;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * One workbook while it is being written. It is always a new one, so nothing hidden can
 * come along. The rows that do not fit into memory wait in a folder of its own, which
 * nobody else may enter and which is gone afterwards.
 */
final class Book {

	private static final int ROWS_IN_MEMORY = 200;

	private static final String CREATOR = "学籍核对 Rollcall";

	private final SXSSFWorkbook workbook;

	private final WorkbookStyle style;

	private final Messages messages;

	private final Places places = new Places();

	private final PickLists lists = new PickLists();

	private Book(SXSSFWorkbook workbook, Messages messages, String title) {
		this.workbook = workbook;
		this.messages = messages;
		this.style = new WorkbookStyle(workbook, messages, title);
	}

	/** Fills a workbook. */
	@FunctionalInterface
	interface Content {

		void fill(Book book) throws IOException;

	}

	/**
	 * Writes a workbook.
	 * @param title whose workbook of what it is
	 * @param password opens it; empty for a workbook that everybody may open
	 */
	static void write(Path target, Path temporary, Messages messages, String title, LocalDate date,
			Optional<String> password, Content content) throws IOException {
		Path folder = Files.createTempDirectory(temporary, "workbook");
		try {
			Path plain = password.isEmpty() ? target : folder.resolve("plain.xlsx");
			TempFile.withStrategy(new PrivateFiles(folder), () -> build(plain, messages, title, date, content));
			if (password.isPresent()) {
				encrypt(plain, target, password.get());
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		finally {
			delete(folder);
		}
	}

	private static Path build(Path target, Messages messages, String title, LocalDate date, Content content) {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false)) {
			describe(workbook, title, date);
			Book book = new Book(workbook, messages, title);
			content.fill(book);
			book.lists.write(book);
			book.hiddenSheetsLast();
			workbook.setActiveSheet(0);
			DurableFile.write(target, workbook::write);
			return target;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * AES with a 256-bit key, which Excel, WPS and LibreOffice open (ECMA-376 agile
	 * encryption).
	 */
	private static void encrypt(Path plain, Path target, String password) throws IOException {
		try (POIFSFileSystem container = new POIFSFileSystem()) {
			EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile, CipherAlgorithm.aes256, HashAlgorithm.sha512,
					-1, -1, null);
			Encryptor encryptor = info.getEncryptor();
			encryptor.confirmPassword(password);
			try (OutputStream out = encryptor.getDataStream(container)) {
				Files.copy(plain, out);
			}
			DurableFile.write(target, container::writeFilesystem);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The business date instead of the clock: equal runs give equal properties. */
	private static void describe(SXSSFWorkbook workbook, String title, LocalDate date) {
		POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
		Date day = Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
		properties.getCoreProperties().setTitle(title);
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

	/**
	 * A sheet that holds what programs need and no reader looks at.
	 */
	SXSSFSheet hiddenSheet(String name) {
		SXSSFSheet sheet = this.workbook.createSheet(name);
		this.workbook.setSheetVisibility(this.workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
		return sheet;
	}

	/** Programs that show hidden sheets shall not show them between the others. */
	private void hiddenSheetsLast() {
		for (String name : List.of(Seals.SHEET, PickLists.SHEET)) {
			if (this.workbook.getSheet(name) != null) {
				this.workbook.setSheetOrder(name, this.workbook.getNumberOfSheets() - 1);
			}
		}
	}

	/** The sheet as the library for charts and conditions wants it. */
	XSSFSheet plainSheet(String name) {
		return this.workbook.getXSSFWorkbook().getSheet(name);
	}

	SXSSFSheet sheetNamed(String name) {
		return this.workbook.getSheet(name);
	}

	Places places() {
		return this.places;
	}

	PickLists lists() {
		return this.lists;
	}

	Messages messages() {
		return this.messages;
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
