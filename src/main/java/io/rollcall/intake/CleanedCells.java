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
import io.rollcall.source.Row;
import io.rollcall.text.Messages;

/**
 * Counts by field what is told once a file: cells that were cleaned, numeric cells in a
 * candidate or student number column that are used as written (docs/rules.md, "Numeric
 * cells"), student numbers that a number format destroyed, colleges cut at the platform's
 * width, completed days and masked values.
 */
final class CleanedCells {

	/** As many places are named; a file may have a hundred thousand. */
	static final int PLACES = 10;

	/** Told with a count of their own, because nothing was cleaned. */
	private static final Set<Normalisation> APART = EnumSet.of(Normalisation.CUT, Normalisation.COMPLETED);

	private final Map<String, Count> fields = new LinkedHashMap<>();

	private final Count maskedNames = new Count();

	void add(Value value, Row row, InputFile file) {
		boolean numeric = value.state() == Value.State.VALID && value.cell().kind() == Cell.Kind.NUMBER
				&& (value.field().type() == FieldType.CANDIDATE_NO || value.field().type() == FieldType.STUDENT_NO);
		boolean masked = value.state() == Value.State.UNUSABLE && value.isMasked();
		boolean lost = value.state() == Value.State.UNUSABLE && !masked && value.field().type() == FieldType.STUDENT_NO;
		if (!numeric && !masked && !lost && value.cleaned().isEmpty()) {
			return;
		}
		Count count = (masked && value.field().type() == FieldType.NAME) ? this.maskedNames
				: this.fields.computeIfAbsent(value.field().name(), (name) -> new Count());
		count.add(value, numeric);
		if (count.places.size() < PLACES) {
			count.places.add(file.location(row.sheet(), row.number()));
		}
		count.masked += masked ? 1 : 0;
		count.lost += lost ? 1 : 0;
	}

	/**
	 * What is to be told of the file.
	 * @param namesMasked whether its masked names are told here and not with their rows
	 */
	List<FileMark> marks(Messages messages, boolean namesMasked) {
		List<FileMark> marks = new ArrayList<>();
		this.fields.forEach((field, count) -> marks.add(count.mark("VALUE_NORMALISED", field, count.detail(messages))));
		if (namesMasked && this.maskedNames.cells > 0) {
			marks.add(this.maskedNames.mark("NAME_SUSPECT", "name",
					messages.get("findings.NAME_SUSPECT.file", this.maskedNames.cells)));
		}
		return marks;
	}

	private static final class Count {

		private final Set<Normalisation> kinds = EnumSet.noneOf(Normalisation.class);

		private final List<String> places = new ArrayList<>();

		private long cells;

		private long cleaned;

		private long masked;

		private long lost;

		private long cut;

		private long completed;

		private boolean numeric;

		void add(Value value, boolean isNumeric) {
			this.cells++;
			this.numeric |= isNumeric;
			this.cut += value.cleaned().contains(Normalisation.CUT) ? 1 : 0;
			this.completed += value.cleaned().contains(Normalisation.COMPLETED) ? 1 : 0;
			boolean proper = false;
			for (Normalisation kind : value.cleaned()) {
				if (!APART.contains(kind)) {
					this.kinds.add(kind);
					proper = true;
				}
			}
			this.cleaned += (proper || isNumeric) ? 1 : 0;
		}

		FileMark mark(String code, String field, String detail) {
			return new FileMark(code, field, this.cells, String.join(";", this.places), detail);
		}

		String detail(Messages messages) {
			List<String> parts = new ArrayList<>();
			if (this.cleaned > 0) {
				Stream<String> words = this.kinds.stream()
					.map((kind) -> messages.get("findings.normalisation." + kind.key()));
				Stream<String> numbers = this.numeric ? Stream.of(messages.get("findings.VALUE_NORMALISED.numeric"))
						: Stream.empty();
				parts.add(messages.get("findings.VALUE_NORMALISED.detail", this.cleaned,
						Stream.concat(words, numbers).collect(Collectors.joining(messages.get("findings.separator")))));
			}
			add(parts, messages, "cut", this.cut);
			add(parts, messages, "completed", this.completed);
			add(parts, messages, "masked", this.masked);
			add(parts, messages, "lost", this.lost);
			return String.join(messages.get("findings.separator"), parts);
		}

		private static void add(List<String> parts, Messages messages, String key, long count) {
			if (count > 0) {
				parts.add(messages.get("findings.VALUE_NORMALISED." + key, count));
			}
		}

	}

}
