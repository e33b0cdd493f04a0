package io.rollcall.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.Column;
import io.rollcall.intake.ColumnMapping;
import io.rollcall.intake.HeaderMapper;
import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/**
 * One list of a file as it was looked at: its first rows, its header and what its columns
 * look like.
 */
final class SheetLook {

	/** As many records tell what a column holds. */
	private static final int SAMPLE = 3_000;

	/** Fewer filled cells are a title or a note. */
	private static final int LEAST_CELLS = 2;

	private static final int DIGITS_OF_DATA = 6;

	private static final int LONGEST_HEADER = 30;

	private final String name;

	private final boolean inRows;

	private final List<Row> head = new ArrayList<>();

	private final Map<Integer, ColumnProfile> profiles = new TreeMap<>();

	private long header;

	private long rows;

	private boolean decided;

	SheetLook(String name, @Nullable Row header) {
		this.name = name;
		this.inRows = header == null;
		if (header != null) {
			this.head.add(header);
			this.decided = true;
		}
	}

	void row(Row row) {
		if (this.decided) {
			record(row);
			return;
		}
		this.head.add(row);
		if (this.head.size() >= HeaderMapper.SEARCH_ROWS) {
			decide();
		}
	}

	void end() {
		if (!this.decided) {
			decide();
		}
	}

	private void decide() {
		this.decided = true;
		this.header = headerRow().map(Row::number).orElse(Long.MAX_VALUE);
		this.head.forEach(this::record);
	}

	private void record(Row row) {
		if (row.number() <= this.header || row.isBlank()) {
			return;
		}
		this.rows++;
		if (this.rows <= SAMPLE) {
			for (int i = 0; i < row.cells().size(); i++) {
				this.profiles.computeIfAbsent(i, (column) -> new ColumnProfile()).add(row.cell(i));
			}
		}
	}

	/**
	 * The row that looks most like a header: many short texts, no numbers of students.
	 */
	private Optional<Row> headerRow() {
		@Nullable Row best = null;
		int most = LEAST_CELLS;
		for (Row row : this.head) {
			int score = row.cells().stream().mapToInt((cell) -> cell.isBlank() ? 0 : points(cell.text())).sum();
			if (score > most) {
				best = row;
				most = score;
			}
		}
		return Optional.ofNullable(best);
	}

	private static int points(String text) {
		long digits = text.chars().filter(Character::isDigit).count();
		if (digits >= DIGITS_OF_DATA) {
			return -3;
		}
		if (text.length() > LONGEST_HEADER) {
			return 0;
		}
		return Likeness.isKnownHeader(text) ? 3 : 1;
	}

	/** The sheet's name; empty for CSV and DBF. */
	String name() {
		return this.name;
	}

	/** The number of rows below the header. */
	long rows() {
		return this.rows;
	}

	/**
	 * How the columns are read in a role.
	 * @return the mapping, empty when no row looks like a header
	 */
	Optional<ColumnMapping> mapping(Campaign campaign, SourceRole role) {
		HeaderMapper mapper = HeaderMapper.of(campaign, role);
		if (!this.inRows) {
			return Optional.of(mapper.asHeader(this.head.get(0)));
		}
		return mapper.search(this.head)
			.mapping()
			.or(() -> this.head.stream()
				.filter((row) -> row.number() == this.header)
				.findFirst()
				.map(mapper::asHeader));
	}

	/** Whether a role can read it as it is. */
	boolean isUsable(Campaign campaign, SourceRole role) {
		HeaderMapper mapper = HeaderMapper.of(campaign, role);
		return (this.inRows ? mapper.search(this.head) : mapper.map(this.head.get(0))).mapping().isPresent();
	}

	/** What a column looks like. */
	ColumnProfile profile(int column) {
		return this.profiles.getOrDefault(column, new ColumnProfile());
	}

	/** The columns of fields that are known or were guessed. */
	Map<Field, ColumnProfile> byField(ColumnMapping mapping, List<HeaderGuess> guesses) {
		Map<Field, ColumnProfile> fields = new LinkedHashMap<>();
		for (Column column : mapping.columns()) {
			column.field().ifPresent((field) -> fields.putIfAbsent(field, profile(column.index())));
		}
		guesses.stream()
			.filter(HeaderGuess::sure)
			.forEach((guess) -> fields.putIfAbsent(guess.field(), profile(guess.column())));
		return fields;
	}

	/** What stands above the header, such as a title. */
	List<String> above() {
		return this.inRows ? this.head.stream()
			.filter((row) -> row.number() < this.header)
			.flatMap((row) -> row.cells().stream())
			.filter((cell) -> !cell.isBlank())
			.map((cell) -> cell.text().strip())
			.toList() : List.of();
	}

	@Override
	public String toString() {
		return "sheet with " + this.rows + " rows";
	}

}
