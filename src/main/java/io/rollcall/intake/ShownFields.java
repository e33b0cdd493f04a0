package io.rollcall.intake;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import io.rollcall.source.TableHandler.Notice;

/** What people may see of fields that the format itself names (DBF). */
final class ShownFields {

	private static final String BETWEEN = ", ";

	private final ShownHeader shown;

	private final List<String> names;

	ShownFields(ShownHeader shown, Row header) {
		this.shown = shown;
		this.names = header.cells().stream().map(Cell::text).toList();
	}

	/**
	 * A notice about fields.
	 * @param notice a notice of {@link Notice.Kind#FIELDS_NOT_READ}
	 * @return the same with every field as {@link ShownHeader} shows it, each with its
	 * type
	 */
	Notice of(Notice notice) {
		String fields = Stream.of(notice.sheet().split(BETWEEN)).map(this::field).collect(Collectors.joining(BETWEEN));
		return new Notice(notice.kind(), fields, notice.count());
	}

	private String field(String typed) {
		int type = typed.lastIndexOf(':');
		int index = (type >= 0) ? this.names.indexOf(typed.substring(0, type)) : -1;
		// A name with a comma in it falls into pieces that are no names.
		return (index >= 0) ? this.shown.of(index, this.names.get(index)) + typed.substring(type) : "…";
	}

}
