package io.rollcall.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.FieldType;
import io.rollcall.identity.Normalisation;
import io.rollcall.source.Cell;
import io.rollcall.text.Messages;

/**
 * Counts the cells of a file that were cleaned, by field: the source of
 * {@code VALUE_NORMALISED}. Numeric cells in a candidate or student number column that
 * are used as written are told in the same way (docs/rules.md, "Numeric cells").
 */
final class CleanedCells {

	/** As many places are named; a file may have a hundred thousand. */
	static final int PLACES = 10;

	private final Map<String, Count> fields = new LinkedHashMap<>();

	void add(Value value, String location) {
		boolean numeric = value.state() == Value.State.VALID && value.cell().kind() == Cell.Kind.NUMBER
				&& (value.field().type() == FieldType.CANDIDATE_NO || value.field().type() == FieldType.STUDENT_NO);
		if (!numeric && value.cleaned().isEmpty()) {
			return;
		}
		Count count = this.fields.computeIfAbsent(value.field().name(), (name) -> new Count());
		count.cells++;
		count.numeric |= numeric;
		count.kinds.addAll(value.cleaned());
		if (count.places.size() < PLACES) {
			count.places.add(location);
		}
	}

	List<FileMark> marks(Messages messages) {
		return this.fields.entrySet()
			.stream()
			.map((entry) -> new FileMark("VALUE_NORMALISED", entry.getKey(), entry.getValue().cells,
					String.join(";", entry.getValue().places), entry.getValue().detail(messages)))
			.toList();
	}

	private static final class Count {

		private final Set<Normalisation> kinds = EnumSet.noneOf(Normalisation.class);

		private final List<String> places = new ArrayList<>();

		private long cells;

		private boolean numeric;

		String detail(Messages messages) {
			Stream<String> cleaned = this.kinds.stream()
				.map((kind) -> messages.get("findings.normalisation." + kind.key()));
			Stream<String> numbers = this.numeric ? Stream.of(messages.get("findings.VALUE_NORMALISED.numeric"))
					: Stream.empty();
			String words = Stream.concat(cleaned, numbers)
				.collect(Collectors.joining(messages.get("findings.separator")));
			return messages.get("findings.VALUE_NORMALISED.detail", this.cells, words);
		}

	}

}
