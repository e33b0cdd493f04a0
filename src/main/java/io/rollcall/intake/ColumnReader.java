package io.rollcall.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.ForbiddenHeaders;
import io.rollcall.intake.Column.Use;
import io.rollcall.intake.HeaderNames.Meaning;
import io.rollcall.intake.HeaderNames.Rank;

/** Decides what is done with each column of one header. */
final class ColumnReader {

	private final HeaderNames names;

	private final ShownHeader shown;

	ColumnReader(HeaderNames names) {
		this.names = names;
		this.shown = new ShownHeader(names);
	}

	List<Column> read(List<String> headers) {
		Map<Field, Rank> best = new HashMap<>();
		headers.stream()
			.flatMap((header) -> this.names.find(header).stream())
			.forEach((meaning) -> best.merge(meaning.field(), meaning.rank(), (a, b) -> (a.compareTo(b) <= 0) ? a : b));
		List<Column> columns = new ArrayList<>();
		for (String header : headers) {
			columns.add(column(columns.size(), header, best));
		}
		while (!columns.isEmpty() && columns.get(columns.size() - 1).use() == Use.BLANK) {
			columns.remove(columns.size() - 1);
		}
		return columns;
	}

	private Column column(int index, String header, Map<Field, Rank> best) {
		String shown = this.shown.of(index, header);
		if (shown.isEmpty()) {
			return new Column(index, "", Use.BLANK, Optional.empty());
		}
		Optional<Meaning> meaning = this.names.find(header);
		if (meaning.isPresent()) {
			boolean superseded = meaning.get().rank() != best.get(meaning.get().field());
			return superseded ? new Column(index, shown, Use.SUPERSEDED, Optional.empty())
					: new Column(index, shown, Use.MAPPED, Optional.of(meaning.get().field()));
		}
		return this.names.findContested(header)
			.map((contested) -> best.containsKey(contested.rival())
					? new Column(index, shown, Use.MAPPED, Optional.of(contested.field()))
					: new Column(index, shown, Use.CONTESTED, Optional.empty()))
			.orElseGet(() -> new Column(index, shown,
					ForbiddenHeaders.of(header).isPresent() ? Use.FORBIDDEN : Use.UNKNOWN, Optional.empty()));
	}

}
