package io.rollcall.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.sheet.Seals;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import io.rollcall.source.TableHandler;
import io.rollcall.text.Messages;

/**
 * The first look at a workbook: its sheets with their heads, its manifest and its seal.
 * The manifest is the last sheet, so rows can be judged in a second pass only.
 */
final class WorkbookSurvey implements TableHandler {

	private static final Pattern SEAL = Pattern
		.compile("([^/\\s]{1,100})/(\\d{4}-\\d{2}-\\d{2})(?:-(\\d{1,9}))? +([0-9a-f]{1,64})");

	/** What stands before the seal. */
	private static final List<String> SEAL_LABELS = Stream.of("zh", "en")
		.map((language) -> Messages.of(language).get("report.fact.seal"))
		.toList();

	/** The most sheets, columns and characters of heads that are kept in memory. */
	private static final int MOST_SHEETS = 500;

	private static final int MOST_COLUMNS = 64;

	private static final int LONGEST_HEAD = 200;

	private static final int LONGEST_SEAL = 250;

	private final Map<String, Row> heads = new LinkedHashMap<>();

	private ManifestSheet manifest;

	private Seal seal;

	private Optional<Row> sealRow = Optional.empty();

	private String sheet = "";

	/**
	 * The seal and where it stands.
	 *
	 * @param campaign the campaign that it names
	 * @param date the business date that it names
	 * @param number the run's number that it names, or {@link #LAST}
	 * @param code the seal itself
	 */
	record Seal(String sheet, int column, long row, String campaign, String date, int number, String code) {

		/** The last published run of its date. */
		static final int LAST = 0;

		String runName() {
			String day = this.campaign + "/" + this.date;
			return (this.number == LAST) ? day : day + "-" + this.number;
		}

	}

	@Override
	public void startSheet(Sheet started) {
		this.sheet = started.name();
		if (this.heads.size() < MOST_SHEETS) {
			this.heads.put(this.sheet, new Row(this.sheet, 1, List.of()));
		}
		if (this.sheet.equals(Seals.SHEET)) {
			this.manifest = new ManifestSheet();
		}
	}

	@Override
	public void row(Row row) {
		if (row.isBlank()) {
			return;
		}
		if (this.sheet.equals(Seals.SHEET)) {
			this.manifest.add(row);
			return;
		}
		if (this.heads.containsKey(this.sheet) && this.heads.get(this.sheet).isBlank()) {
			this.heads.put(this.sheet, head(row));
		}
		if (this.sealRow.isEmpty() && SEAL_LABELS.contains(row.cell(0).text().strip())) {
			this.sealRow = Optional.of(row);
		}
		for (int i = 0; this.seal == null && i < row.cells().size(); i++) {
			find(row, i);
		}
	}

	/** What is too long or too far to the right for a head of ours is not kept. */
	private static Row head(Row row) {
		List<Cell> cells = row.cells()
			.stream()
			.limit(MOST_COLUMNS)
			.map((cell) -> (cell.text().length() > LONGEST_HEAD) ? Cell.ofText("…") : cell)
			.toList();
		return new Row(row.sheet(), row.number(), cells);
	}

	private void find(Row row, int column) {
		String text = row.cell(column).text().strip();
		if (text.length() > LONGEST_SEAL || text.indexOf('/') < 0) {
			return;
		}
		Matcher found = SEAL.matcher(text);
		if (found.matches()) {
			this.seal = new Seal(this.sheet, column, row.number(), found.group(1), found.group(2),
					(found.group(3) != null) ? Integer.parseInt(found.group(3)) : Seal.LAST, found.group(4));
		}
	}

	@Override
	public void endSheet(SheetEnd end) {
		// The next one says by itself that it starts.
	}

	@Override
	public void notice(Notice notice) {
		// Hidden sheets are read, and what else there is to notice harms no answer.
	}

	/** The first row of every sheet that is not blank, in the order of the sheets. */
	Map<String, Row> heads() {
		return this.heads;
	}

	String firstSheet() {
		return this.heads.keySet().iterator().next();
	}

	Optional<ManifestSheet> manifest() {
		return Optional.ofNullable(this.manifest);
	}

	/** The row in which a seal is expected, where it can be told. */
	Optional<Row> sealRow() {
		return this.sealRow;
	}

	Optional<Seal> seal() {
		return Optional.ofNullable(this.seal);
	}

}
