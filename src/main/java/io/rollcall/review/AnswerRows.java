package io.rollcall.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.report.AnswerSheet;
import io.rollcall.report.Desk;
import io.rollcall.sheet.Seals;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import io.rollcall.source.TableHandler;

/**
 * The second look at a workbook that proved to be genuine: every row of its list. Rows
 * are known by their case, so they may be sorted, filtered and hidden.
 */
final class AnswerRows implements TableHandler {

	/**
	 * The most refusals to which further foreign rows are added; they are not applied
	 * either way, and nobody reads so many.
	 */
	private static final int MOST_REFUSALS = 100_000;

	private final AnswerList list;

	private final ManifestSheet manifest;

	private final KnownRun run;

	private final Reviewer reviewer;

	private final KnownCases cases;

	private final AnswerChecks checks;

	private final List<String> marked;

	private final List<String> answers;

	private final int idColumn;

	private final Map<String, Decision> decisions = new LinkedHashMap<>();

	private final Map<Place, RefusedAnswer> refusals = new LinkedHashMap<>();

	private final Set<String> refused = new HashSet<>();

	private boolean wanted;

	private long seen;

	AnswerRows(AnswerList list, ManifestSheet manifest, KnownRun run, Reviewer reviewer, KnownCases cases,
			AnswerChecks checks) {
		this.list = list;
		this.manifest = manifest;
		this.run = run;
		this.reviewer = reviewer;
		this.cases = cases;
		this.checks = checks;
		this.marked = list.layout().keys().stream().filter(Seals.COLUMNS::contains).toList();
		this.answers = list.layout().keys().stream().filter(Seals.ANSWERS::contains).toList();
		this.idColumn = list.layout().column("case-id");
	}

	/** A row of the workbook. */
	private record Place(String sheet, long row) {
	}

	@Override
	public void startSheet(Sheet started) {
		this.wanted = this.list.sheets().contains(started.name());
	}

	@Override
	public void row(Row row) {
		if (!this.wanted || row.number() == 1 || row.isBlank() && row.cells().isEmpty()) {
			return;
		}
		String id = row.cell(this.idColumn).text().strip();
		ManifestSheet.Entry entry = this.manifest.entry(id);
		if (entry == null) {
			stray(row, id);
		}
		else if (entry.seen()) {
			doubled(row, id, entry);
		}
		else {
			entry.seenAt(row.sheet(), row.number());
			this.seen++;
			judge(row, id, entry);
		}
	}

	@Override
	public void endSheet(SheetEnd end) {
		// The next one says by itself that it starts.
	}

	@Override
	public void notice(Notice notice) {
		// Told in the first pass, where it matters.
	}

	/** What came of all rows; to be asked once, at the end. */
	ReturnedWorkbook result(List<String> notices) {
		long rows = this.decisions.size() + (long) this.refusals.size();
		this.manifest.all().forEach((entry) -> {
			if (!entry.getValue().seen()) {
				deleted(entry.getKey(), entry.getValue());
			}
		});
		return new ReturnedWorkbook(true, Optional.of(this.run), Optional.of(this.reviewer),
				List.copyOf(this.decisions.values()), List.copyOf(this.refusals.values()), notices, rows,
				this.seen - this.decisions.size() - this.refused.size());
	}

	private void judge(Row row, String id, ManifestSheet.Entry entry) {
		try {
			unchanged(row, id, entry);
			AnswerCells cells = new AnswerCells(this.list.layout(), this.checks, row, id).written(written(entry));
			if (cells.isBegun()) {
				own(row, id);
				this.decisions.put(id, cells.decide(entry.field(), this.reviewer));
			}
		}
		catch (Refused ex) {
			this.refused.add(id);
			this.refusals.put(new Place(row.sheet(), row.number()), ex.refusal());
		}
	}

	/** The marks of the cells to fill in as they were written, by the column's key. */
	private Map<String, String> written(ManifestSheet.Entry entry) {
		Map<String, String> written = new HashMap<>();
		for (int i = 0; i < this.answers.size(); i++) {
			written.put(this.answers.get(i), entry.mark(this.marked.size() + i));
		}
		return written;
	}

	/** A college answers for its own students only, whatever its workbook lists. */
	private void own(Row row, String id) throws Refused {
		if (isOthers(this.cases.find(this.run, id))) {
			throw refused(row, id, "row.other-college", this.idColumn);
		}
	}

	private boolean isOthers(Optional<KnownCase> known) {
		return known.isPresent() && !this.reviewer.answersFor(known.get().college());
	}

	private void unchanged(Row row, String id, ManifestSheet.Entry entry) throws Refused {
		for (int i = 0; i < this.marked.size(); i++) {
			String key = this.marked.get(i);
			int column = this.list.layout().column(key);
			Cell cell = row.cell(column);
			if (cell.kind() == Cell.Kind.FORMULA || !Seals.mark(id, key, cell.text()).equals(entry.mark(i))) {
				throw refused(row, id, "row.changed", column, this.list.layout().heads().get(column));
			}
		}
		if (row.cell(this.idColumn).kind() == Cell.Kind.FORMULA) {
			throw refused(row, id, "row.changed", this.idColumn, this.list.layout().heads().get(this.idColumn));
		}
	}

	/** A row that was not in the workbook when we wrote it. */
	private void stray(Row row, String id) {
		if (id.isEmpty()) {
			boolean marks = this.reviewer.desk() != Desk.CORRECTIONS
					&& this.marked.stream().anyMatch((key) -> !row.cell(this.list.layout().column(key)).isBlank());
			if (marks || new AnswerCells(this.list.layout(), this.checks, row, "").isAnyFilled()) {
				stray(row, "", "row.no-id");
			}
			return;
		}
		Optional<KnownCase> known = this.cases.find(this.run, id);
		stray(row, known.isPresent() ? id : "", isOthers(known) ? "row.other-college" : "row.unknown");
	}

	private void stray(Row row, String id, String key) {
		if (this.refusals.size() >= MOST_REFUSALS) {
			return;
		}
		this.refusals.put(new Place(row.sheet(), row.number()), refused(row, id, key, this.idColumn).refusal());
	}

	private void doubled(Row row, String id, ManifestSheet.Entry entry) {
		String first = CellAddresses.of(entry.sheet(), this.idColumn, entry.row());
		String second = CellAddresses.of(row.sheet(), this.idColumn, row.number());
		this.decisions.remove(id);
		this.refused.add(id);
		this.refusals.put(new Place(entry.sheet(), entry.row()),
				this.checks.sentences().cell(id, "row.doubled", entry.sheet(), this.idColumn, entry.row(), second));
		this.refusals.put(new Place(row.sheet(), row.number()),
				refused(row, id, "row.doubled", this.idColumn, first).refusal());
	}

	private void deleted(String id, ManifestSheet.Entry entry) {
		String sheet = this.list.layout().sheetOf(entry.place());
		long row = AnswerSheet.rowOf(entry.place());
		// Beside the rows that are there: another one may stand in its place now.
		this.refusals.put(new Place(id, -1),
				this.checks.sentences().cell(id, "row.deleted", sheet, this.idColumn, row, sheet, row));
	}

	private Refused refused(Row row, String id, String key, int column, Object... more) {
		return new Refused(this.checks.sentences().cell(id, key, row.sheet(), column, row.number(), more));
	}

}
