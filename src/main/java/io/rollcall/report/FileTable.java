package io.rollcall.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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
		List<Column<Line>> columns = List.of(new Column<>("kind", 10, Column.Kind.TEXT, Line::kind),
				new Column<>("role", 14, Column.Kind.TEXT, (line) -> book.word("role", line.role())),
				new Column<>("file", 40, Column.Kind.TEXT, Line::file),
				new Column<>("rows", 10, Column.Kind.NUMBER, Line::rows),
				new Column<>("size", 12, Column.Kind.NUMBER, Line::size),
				new Column<>("text", 58, Column.Kind.TEXT, Line::text),
				new Column<>("sha256", 68, Column.Kind.DIGITS, Line::sha256));
		Stream<Line> inputs = run.inputs()
			.stream()
			.map((input) -> Line.of(input, (status) -> book.word("status", status)));
		Stream<Line> notices = run.notices()
			.stream()
			.map((notice) -> Line.of(notice, book.text("notice"), notice.plain(book)));
		TableWriter.write(book, new Table<>("files", 0, columns.size() - 1, columns), Stream.concat(inputs, notices));
	}

}
