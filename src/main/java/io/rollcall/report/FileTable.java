package io.rollcall.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rollcall.facts.InputRow;
import io.rollcall.facts.NoticeRow;
import io.rollcall.facts.RunFacts;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;
import io.rollcall.sheet.TableWriter;

/** The sheet of the files found and of the notices about them. */
final class FileTable {

	private FileTable() {
	}

	/** A file or a notice. */
	private record Line(String kind, String role, String file, String rows, String size, String text, String sha256) {

		private static Line of(InputRow input, Function<String, String> statusWord) {
			return new Line(statusWord.apply(input.status()), input.role(), input.file(), Long.toString(input.rows()),
					Long.toString(input.size()), input.reasonText(), input.sha256());
		}

		private static Line of(NoticeRow notice, String word, String text) {
			return new Line(word, notice.role(), notice.file(), "", "", text, "");
		}

	}

	static void write(Book book, RunFacts run) {
		List<SheetColumn<Line>> columns = List.of(new SheetColumn<>("kind", 10, SheetColumn.Kind.TEXT, Line::kind),
				new SheetColumn<>("role", 14, SheetColumn.Kind.TEXT, (line) -> book.word("role", line.role())),
				new SheetColumn<>("file", 40, SheetColumn.Kind.TEXT, Line::file),
				new SheetColumn<>("rows", 10, SheetColumn.Kind.NUMBER, Line::rows),
				new SheetColumn<>("size", 12, SheetColumn.Kind.NUMBER, Line::size),
				new SheetColumn<>("text", 58, SheetColumn.Kind.TEXT, Line::text),
				new SheetColumn<>("sha256", 68, SheetColumn.Kind.DIGITS, Line::sha256));
		Stream<Line> inputs = run.inputs()
			.stream()
			.map((input) -> Line.of(input, (status) -> book.word("status", status)));
		Stream<Line> notices = run.notices()
			.stream()
			.map((notice) -> Line.of(notice, book.text("notice"), notice.plain(book.messages())));
		TableWriter.write(book, new SheetTable<>("files", 0, columns.size() - 1, columns),
				Stream.concat(inputs, notices));
	}

}
