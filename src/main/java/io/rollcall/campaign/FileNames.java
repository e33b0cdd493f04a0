package io.rollcall.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is done with a file, as far as its name alone decides. */
public final class FileNames {

	/** Names that may hold a table; which format it is, the content decides. */
	private static final Set<String> TABLE_EXTENSIONS = Set.of("xlsx", "xlsm", "xls", "et", "csv", "tsv", "txt", "dbf",
			"htm", "html", "xml");

	/** Files that desktops leave in folders. */
	private static final Set<String> DESKTOP_FILES = Set.of("thumbs.db", "desktop.ini");

	/** What database programs put beside a table: its encoding, memos and indexes. */
	private static final Set<String> BESIDE_TABLES = Set.of("cpg", "fpt", "dbt", "cdx", "idx", "ndx", "mdx", "ntx");

	/**
	 * An extension as programs write them; a date in a name ({@code 名单11.12}) is none.
	 */
	private static final Pattern EXTENSION = Pattern.compile("(.+)\\.([A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*)");

	/** Health, personal history and scores: never to be opened. */
	private static final Pattern NEVER = table("T_TJXX|T_KSJL|T_KSHKCJ");

	/** Plans and filing units: nothing about a student. */
	private static final Pattern PLANS = table("T_JHK|T_QBJHK|T_TDDW");

	private static final Pattern CODE_TABLE = table("TD_([A-Z]+)");

	private FileNames() {
	}

	/**
	 * What is done with a file.
	 * @param fileName the name without folders
	 * @param role the role in whose folder it lies
	 * @return the class
	 */
	public static FileName classify(String fileName, SourceRole role) {
		if (isPassedOver(fileName)) {
			return new FileName(Use.PASSED_OVER, Optional.empty());
		}
		Matcher parts = EXTENSION.matcher(fileName);
		boolean extended = parts.matches();
		String stem = (extended ? parts.group(1) : fileName).toUpperCase(Locale.ROOT);
		if (NEVER.matcher(stem).find()) {
			return new FileName(Use.NOT_A_TABLE, Optional.empty());
		}
		if (PLANS.matcher(stem).find()) {
			return new FileName(Use.PASSED_OVER, Optional.empty());
		}
		if (extended && BESIDE_TABLES.contains(parts.group(2).toLowerCase(Locale.ROOT))) {
			return new FileName(Use.PASSED_OVER, Optional.empty());
		}
		if (extended && !TABLE_EXTENSIONS.contains(parts.group(2).toLowerCase(Locale.ROOT))) {
			return new FileName(Use.NOT_A_TABLE, Optional.empty());
		}
		Matcher table = CODE_TABLE.matcher(stem);
		return table.find() ? new FileName(Use.CODE_TABLE, fieldOf(table.group(1), role))
				: new FileName(Use.RECORDS, Optional.empty());
	}

	private static boolean isPassedOver(String fileName) {
		return fileName.startsWith("~$") || fileName.startsWith(".")
				|| DESKTOP_FILES.contains(fileName.toLowerCase(Locale.ROOT));
	}

	/**
	 * A code table is called after the column that holds its codes: TD_XBDM explains
	 * XBDM.
	 */
	private static Optional<Field> fieldOf(String column, SourceRole role) {
		String header = HeaderText.normalise(column);
		return Fields.standard()
			.all()
			.stream()
			.filter((field) -> Set.of(FieldType.SEX, FieldType.CODE, FieldType.TERM).contains(field.type()))
			.filter((field) -> field.headers().in(role).stream().anyMatch((name) -> isHeader(name, header)))
			.findFirst();
	}

	private static boolean isHeader(String name, String header) {
		return HeaderText.normalise(name).equals(header);
	}

	/**
	 * A table's name as a word of its own: provinces put their code before or behind it.
	 */
	private static Pattern table(String names) {
		return Pattern.compile("(?<![A-Z])(?:" + names + ")(?![A-Z])");
	}

	/**
	 * What a file's name says.
	 *
	 * @param use what is done with it
	 * @param field for a code table, the field whose codes it explains; empty when no
	 * field uses it
	 */
	public record FileName(Use use, Optional<Field> field) {
	}

	/** What is done with a file. */
	public enum Use {

		/** Read as records; its content decides which format it has. */
		RECORDS,
		/** Read as a code table. */
		CODE_TABLE,
		/** Refused as {@code FILE_NOT_A_TABLE} without being opened. */
		NOT_A_TABLE,
		/** Passed over with a notice, without being opened. */
		PASSED_OVER

	}

}
