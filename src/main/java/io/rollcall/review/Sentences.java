package io.rollcall.review;

import java.util.stream.Stream;

import io.rollcall.text.Messages;

/** Makes refusals. Every sentence begins with the cell that it is about. */
record Sentences(Messages messages) {

	/** Refuses a whole file, about one of its cells. */
	Refused file(String key, String sheet, int column, long row, Object... more) {
		return new Refused(cell("", key, sheet, column, row, more));
	}

	/** Refuses a whole file, of which no cell can be named. */
	Refused whole(String key, Object... arguments) {
		return new Refused(new RefusedAnswer("", "", "", this.messages.get("review." + key, arguments)));
	}

	/** Refuses a row, about one of its cells. */
	RefusedAnswer cell(String caseId, String key, String sheet, int column, long row, Object... more) {
		String address = CellAddresses.of(sheet, column, row);
		Object[] arguments = Stream.concat(Stream.of(address), Stream.of(more)).toArray();
		return new RefusedAnswer(caseId, sheet, address, this.messages.get("review." + key, arguments));
	}

}
