package io.rollcall.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SelfCheckRow;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;

/**
 * The sheet 学院自查情况统计. Counts that claims and accounts tell stay empty while none are
 * read.
 */
final class SelfCheckTable {

	/** What stands for a share of nobody. */
	static final String NOBODY = "–";

	/** No college is called so. */
	private static final String TOTAL = "\u0000";

	private final Book book;

	private final String date;

	private final boolean claims;

	private final boolean accounts;

	SelfCheckTable(Book book, RunFacts run) {
		this.book = book;
		this.date = run.date().toString();
		this.claims = run.holds("discrepancies");
		this.accounts = run.holds("accounts");
	}

	/** One college by class, summed up. */
	SheetTable<SelfCheckRow> byClass() {
		return table(true);
	}

	/** All colleges, summed up. */
	SheetTable<SelfCheckRow> byCollege() {
		return table(false);
	}

	private SheetTable<SelfCheckRow> table(boolean classes) {
		List<SheetColumn<SelfCheckRow>> columns = new ArrayList<>();
		columns.add(new SheetColumn<>("college", 14, SheetColumn.Kind.TEXT, (row) -> name(this.book, row)));
		if (classes) {
			columns.add(new SheetColumn<>("major", 20, SheetColumn.Kind.TEXT, SelfCheckRow::major));
			columns.add(new SheetColumn<>("class", 12, SheetColumn.Kind.TEXT, SelfCheckRow::className));
		}
		columns.add(count("expected", (row) -> Optional.of(row.expected())));
		columns.add(count("checked", SelfCheckRow::checked));
		columns.add(count("unchecked", SelfCheckRow::unchecked));
		columns.add(new SheetColumn<>("rate", 9, SheetColumn.Kind.PERCENT, SelfCheckTable::rate));
		columns.add(count("correct", (row) -> this.claims ? row.correct() : Optional.empty()));
		columns.add(count("wrong", (row) -> told(this.claims, row.wrong())));
		columns.add(count("not-found", (row) -> Optional.of(row.notFound())));
		columns.add(count("account-problems", (row) -> told(this.accounts, row.accountProblems())));
		columns.add(count("duplicate-ids", (row) -> Optional.of(row.duplicateIds())));
		columns.add(count("pending-evidence", (row) -> told(this.claims, row.pendingEvidence())));
		columns.add(count("reported", (row) -> told(this.claims, row.reported())));
		columns.add(count("kept", (row) -> Optional.of(row.kept())));
		columns.add(count("gave-up", (row) -> Optional.of(row.gaveUp())));
		columns.add(count("left", (row) -> Optional.of(row.left())));
		columns.add(count("damaged", (row) -> Optional.of(row.damaged())));
		columns.add(new SheetColumn<>("counted-on", 13, SheetColumn.Kind.CENTERED, (row) -> this.date));
		return new SheetTable<>("self-check", 1, columns.size() - 1, columns).summedUpBy(SelfCheckTable::isTotal);
	}

	private static SheetColumn<SelfCheckRow> count(String key, Function<SelfCheckRow, Optional<Long>> value) {
		return new SheetColumn<>(key, 8, SheetColumn.Kind.NUMBER,
				(row) -> value.apply(row).map(String::valueOf).orElse(""));
	}

	/** Nobody was asked where no form came: that is not the same as none. */
	private static Optional<Long> told(boolean asked, long count) {
		return asked ? Optional.of(count) : Optional.empty();
	}

	/** A share for a cell. */
	static String rate(SelfCheckRow row) {
		return (row.expected() == 0) ? NOBODY : row.rate().map(BigDecimal::toPlainString).orElse("");
	}

	/** The sum of rows, marked as such. */
	static SelfCheckRow total(List<SelfCheckRow> rows) {
		return rows.stream()
			.map((row) -> row.named(TOTAL, "", ""))
			.reduce(SelfCheckRow::plus)
			.orElseGet(() -> SelfCheckRow.none(TOTAL, false));
	}

	/** Whether a row sums up others. */
	static boolean isTotal(SelfCheckRow row) {
		return row.college().equals(TOTAL);
	}

	/** What stands for a row's college. */
	static String name(Book book, SelfCheckRow row) {
		return isTotal(row) ? book.text("column.total")
				: row.college().isEmpty() ? book.text("unassigned") : row.college();
	}

}
