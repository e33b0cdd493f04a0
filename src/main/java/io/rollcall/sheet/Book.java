package io.rollcall.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.files.DurableFile;
import io.rollcall.text.Messages;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * One workbook while it is being written. It is always a new one, so nothing hidden can
 * come along. The rows that do not fit into memory wait in a folder of its own, which
 * nobody else may enter and which is gone afterwards.
 */
public final class Book {

	private static final String CREATOR = "学籍核对 Rollcall";

	private final XSSFWorkbook workbook;

	/** Where rows lie until the workbook is put together. */
	private final Path folder;

	private final WorkbookStyle style;

	private final Messages messages;

	private final SheetPlaces places = new SheetPlaces();

	private final PickLists lists = new PickLists();

	private final Map<XSSFSheet, SheetRows> rows = new LinkedHashMap<>();

	private Book(XSSFWorkbook workbook, Path folder, Messages messages, String title) {
		this.folder = folder;
		this.workbook = workbook;
		this.messages = messages;
		this.style = new WorkbookStyle(workbook, messages, title);
	}

	/** Fills a workbook. */
	@FunctionalInterface
	public interface Content {

		void fill(Book book) throws IOException;

	}

	/**
	 * Writes a workbook.
	 * @param title whose workbook of what it is
	 * @param password opens it; empty for a workbook that everybody may open
	 */
	public static void write(Path target, Path temporary, Messages messages, String title, LocalDate date,
			Optional<String> password, Content content) throws IOException {
		Path folder = Files.createTempDirectory(temporary, "workbook");
		try {
			Path plain = password.isEmpty() ? target : folder.resolve("plain.xlsx");
			build(plain, folder, messages, title, date, content);
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

	private static void build(Path target, Path folder, Messages messages, String title, LocalDate date,
			Content content) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			describe(workbook, title, date);
			Book book = new Book(workbook, folder, messages, title);
			try {
				content.fill(book);
				book.lists.write(book);
				book.hiddenSheetsLast();
				workbook.setActiveSheet(0);
				DurableFile.write(target, book::assemble);
			}
			finally {
				for (SheetRows rows : book.rows.values()) {
					rows.close();
				}
			}
		}
	}

	/**
	 * Puts the file together: the parts as the library writes them, and in between the
	 * sheets whose rows lie aside.
	 */
	private void assemble(OutputStream out) throws IOException {
		ByteArrayOutputStream parts = new ByteArrayOutputStream();
		this.workbook.write(parts);
		Map<String, SheetRows> sheets = this.rows.values()
			.stream()
			.collect(Collectors.toMap(SheetRows::part, Function.identity()));
		ZipArchiveOutputStream target = new ZipArchiveOutputStream(out);
		try (ZipFile plain = ZipFile.builder().setByteArray(parts.toByteArray()).get()) {
			for (ZipArchiveEntry entry : Collections.list(plain.getEntriesInPhysicalOrder())) {
				SheetRows filled = sheets.get(entry.getName());
				if (filled == null) {
					target.addRawArchiveEntry(entry, plain.getRawInputStream(entry));
				}
				else {
					filled.write(plain.getInputStream(entry).readAllBytes(), target);
				}
			}
		}
		target.finish();
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
	private static void describe(XSSFWorkbook workbook, String title, LocalDate date) {
		POIXMLProperties properties = workbook.getProperties();
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

	/** A new sheet that people see. */
	public XSSFSheet sheet(String name) {
		return this.workbook.createSheet(name);
	}

	/**
	 * A sheet that holds what programs need and no reader looks at.
	 */
	public XSSFSheet hiddenSheet(String name) {
		XSSFSheet sheet = this.workbook.createSheet(name);
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

	/** The sheet of a name that the caller has already worded. */
	public XSSFSheet sheetNamed(String name) {
		return this.workbook.getSheet(name);
	}

	/** The rows of a sheet that may have many of them. */
	public SheetRows rows(XSSFSheet sheet) {
		return this.rows.computeIfAbsent(sheet, (missing) -> open(missing, "rows-" + this.rows.size()));
	}

	private SheetRows open(XSSFSheet sheet, String file) {
		try {
			return new SheetRows(sheet, this.folder.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where in the workbook things stand. */
	public SheetPlaces places() {
		return this.places;
	}

	/** The choices that cells offer. */
	public PickLists lists() {
		return this.lists;
	}

	/** The texts of the reader's language. */
	public Messages messages() {
		return this.messages;
	}

	/** How cells look. */
	public WorkbookStyle style() {
		return this.style;
	}

	/** A text of reports, {@code report.} before its key. */
	public String text(String key, Object... arguments) {
		return this.messages.get("report." + key, arguments);
	}

	/** The word for a value that has one, else the value itself. */
	public String word(String area, String value) {
		String key = "report." + area + "." + value;
		return this.messages.has(key) ? this.messages.get(key) : value;
	}

}
