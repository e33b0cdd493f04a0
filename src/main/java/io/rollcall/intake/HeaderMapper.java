package io.rollcall.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;

/**
 * Finds the header of a table and maps its columns to canonical fields. A header is
 * usable with every column of one alternative of the student key, and a name column
 * (docs/rules.md, "Headers").
 */
public final class HeaderMapper {

	/** The header is searched in this many rows from the top of a table. */
	public static final int SEARCH_ROWS = 30;

	/** What tells of whom a form speaks. */
	private static final List<String> NUMBERS = List.of("student_no", "candidate_no", "id_no");

	/** The columns of which a form needs at least one. */
	private static final List<String> SUBJECTS = List.of("wrong_field", "right", "problem", "prompt");

	/** One known word may stand in a title by chance, two make a header. */
	private static final int LEAST_HITS = 2;

	private final Campaign campaign;

	private final SourceRole role;

	private final HeaderNames names;

	private HeaderMapper(Campaign campaign, SourceRole role) {
		this.campaign = campaign;
		this.role = role;
		this.names = new HeaderNames(campaign, role);
	}

	/**
	 * The mapper for one source of a campaign.
	 * @param campaign the campaign
	 * @param role the role whose files are read
	 * @return the mapper
	 */
	public static HeaderMapper of(Campaign campaign, SourceRole role) {
		return new HeaderMapper(campaign, role);
	}

	/**
	 * Finds the header among the first rows of a table: the usable row, or pair of rows,
	 * with the most known headers, the first of equals.
	 * @param rows the first rows, at least {@link #SEARCH_ROWS} where the table has as
	 * many; further ones are not looked at
	 * @return the mapping or the refusal
	 */
	public HeaderSearch search(List<Row> rows) {
		List<Row> head = rows.subList(0, Math.min(rows.size(), SEARCH_ROWS));
		List<ColumnMapping> candidates = candidates(head);
		HeaderSearch best = best(candidates);
		return best.mapping().flatMap((found) -> above(found, candidates, head)).orElse(best);
	}

	/** A list above the best header that has records of its own: it comes first. */
	private Optional<HeaderSearch> above(ColumnMapping best, List<ColumnMapping> candidates, List<Row> rows) {
		return candidates.stream()
			.filter((found) -> found.lastHeaderRow() < best.firstHeaderRow() && isUsable(found))
			.filter((found) -> rows.stream()
				.anyMatch((row) -> row.number() > found.lastHeaderRow() && row.number() < best.firstHeaderRow()
						&& found.holdsNumber(row)))
			.findFirst()
			.map((found) -> new HeaderSearch(Optional.of(found), Optional.empty()));
	}

	/** What people may see of fields that the format itself names (DBF). */
	ShownFields shown(Row header) {
		return new ShownFields(new ShownHeader(this.names), header);
	}

	/**
	 * A row as a header, whether or not it can be one.
	 * @param row the row
	 * @return what would be made of its cells
	 */
	public ColumnMapping asHeader(Row row) {
		return mapping(List.of(row));
	}

	/**
	 * Maps a header that the format itself holds (DBF field names).
	 * @param header the field names
	 * @return the mapping or the refusal
	 */
	public HeaderSearch map(Row header) {
		return best(List.of(mapping(List.of(header))));
	}

	private List<ColumnMapping> candidates(List<Row> rows) {
		List<ColumnMapping> singles = rows.stream().map((row) -> mapping(List.of(row))).toList();
		List<ColumnMapping> candidates = new ArrayList<>(singles);
		IntStream.range(1, rows.size())
			.filter((i) -> singles.get(i - 1).hits() > 0 && singles.get(i).hits() > 0)
			.filter((i) -> this.role.isForm() || isGroupedBy(rows.get(i), singles.get(i - 1)))
			.mapToObj((i) -> mapping(List.of(rows.get(i - 1), rows.get(i))))
			.forEach(candidates::add);
		return candidates;
	}

	/**
	 * Whether a row may be the second line of a header. Above its cells only titles of
	 * groups may stand: a known header there belongs to a legend, or the row is a record.
	 */
	private static boolean isGroupedBy(Row lower, ColumnMapping upper) {
		return upper.fields().keySet().stream().allMatch((i) -> lower.cell(i).isBlank());
	}

	private HeaderSearch best(List<ColumnMapping> candidates) {
		Comparator<ColumnMapping> byHits = Comparator.comparingInt(ColumnMapping::hits);
		Optional<ColumnMapping> usable = first(candidates.stream().filter(this::isUsable).toList(), byHits);
		if (usable.isPresent()) {
			return new HeaderSearch(usable, Optional.empty());
		}
		Optional<ColumnMapping> nearest = first(candidates, byHits)
			.filter((found) -> found.hits() >= LEAST_HITS && !found.isOfData());
		boolean inRows = candidates.stream().noneMatch((candidate) -> candidate.lastHeaderRow() == 0);
		return new HeaderSearch(Optional.empty(), Optional.of(refusal(nearest, inRows)));
	}

	private static Optional<ColumnMapping> first(List<ColumnMapping> candidates, Comparator<ColumnMapping> byHits) {
		return candidates.stream().reduce((a, b) -> (byHits.compare(b, a) > 0) ? b : a);
	}

	private HeaderRefusal refusal(Optional<ColumnMapping> nearest, boolean inRows) {
		if (this.role.isForm()) {
			return HeaderRefusal.form(inRows, this.role, NUMBERS.stream().map(this.campaign.fields()::get).toList(),
					this.campaign.fields(this.role)
						.all()
						.stream()
						.filter((field) -> List.of("wrong_field", "right_value", "problem", "prompt")
							.contains(field.name()))
						.toList());
		}
		return nearest
			.map((found) -> HeaderRefusal.incomplete(found, this.role, hasName(found) ? List.of() : List.of(name()),
					hasKey(found) ? List.of() : keyAlternatives()))
			.orElseGet(() -> HeaderRefusal.notFound(inRows, name(), keyAlternatives()));
	}

	/** Whether records can be read below a header; a row that holds numbers is none. */
	boolean isUsable(ColumnMapping mapping) {
		if (mapping.isOfData()) {
			return false;
		}
		return this.role.isForm() ? hasNumber(mapping) && saysSomething(mapping) : hasName(mapping) && hasKey(mapping);
	}

	private boolean hasNumber(ColumnMapping mapping) {
		return NUMBERS.stream().anyMatch((name) -> mapping.column(this.campaign.fields().get(name)).isPresent());
	}

	/** Whether a form has a column for what it is about. */
	private boolean saysSomething(ColumnMapping mapping) {
		return mapping.fields()
			.values()
			.stream()
			.map(Field::name)
			.anyMatch((name) -> SUBJECTS.stream().anyMatch(name::startsWith));
	}

	/** Whether there is a column of names. */
	boolean hasName(ColumnMapping mapping) {
		return mapping.column(name()).isPresent();
	}

	private boolean hasKey(ColumnMapping mapping) {
		return this.campaign.rules().key().stream().anyMatch((alternative) -> covers(mapping, alternative));
	}

	private static boolean covers(ColumnMapping mapping, List<Field> fields) {
		return fields.stream().allMatch((field) -> mapping.column(field).isPresent());
	}

	private List<List<Field>> keyAlternatives() {
		return this.campaign.rules()
			.key()
			.stream()
			.map((fields) -> fields.stream().filter((field) -> !field.equals(name())).toList())
			.filter((fields) -> !fields.isEmpty())
			.toList();
	}

	private Field name() {
		return this.campaign.fields().get("name");
	}

	private ColumnMapping mapping(List<Row> header) {
		return new ColumnMapping(new ColumnReader(this.names).read(merged(header)), header, this.names, expected());
	}

	/**
	 * A header on two lines: the lower cell names the column, the upper one a group. In
	 * forms the group may be the field that the column is about.
	 */
	private List<String> merged(List<Row> header) {
		Row lower = header.get(header.size() - 1);
		Row upper = header.get(0);
		int width = Math.max(lower.cells().size(), upper.cells().size());
		List<String> texts = new ArrayList<>();
		String group = "";
		for (int i = 0; i < width; i++) {
			group = upper.cell(i).isBlank() ? group : upper.cell(i).text();
			String own = lower.cell(i).isBlank() ? upper.cell(i).text() : lower.cell(i).text();
			boolean grouped = this.role.isForm() && header.size() > 1 && !lower.cell(i).isBlank()
					&& this.names.find(group + own).isPresent();
			texts.add(grouped ? group + own : own);
		}
		return texts;
	}

	/** What a table of this role usually has: colleges are unknown at admission. */
	private List<Field> expected() {
		List<Field> required = this.campaign.rules().required();
		return switch (this.role) {
			case ROSTER, PLATFORM -> required;
			case ADMISSION -> required.stream().filter((field) -> !field.name().equals("college")).toList();
			case ENROLLED -> List.of(name(), this.campaign.fields().get("id_no"));
			case DISCREPANCIES, ACCOUNTS, REVIEWS -> List.of();
		};
	}

}
