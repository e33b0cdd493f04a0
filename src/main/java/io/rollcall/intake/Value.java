package io.rollcall.intake;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import io.rollcall.campaign.Field;
import io.rollcall.identity.Normalisation;
import io.rollcall.source.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The value of one field of a record.
 *
 * @param field the field
 * @param cell the cell as read
 * @param state what came of it
 * @param canonical the value to compare, or null where there is none to compare
 * @param cleaned how the cell had to be cleaned, as far as that is worth telling
 * @param shape every way in which the cell as written differs from the canonical value
 * without meaning anything else, as stable keys; empty where only the notation differs
 */
public record Value(Field field, Cell cell, State state, @Nullable String canonical, Set<Normalisation> cleaned,
		Set<String> shape) {

	/** In {@link #shape()}: characters are hidden, so that nothing can be compared. */
	public static final String MASKED = "masked";

	/** In {@link #shape()}: a form says something that is no day. */
	public static final String UNREADABLE = "unreadable";

	/** In {@link #shape()}: the campaign's period completed the day of a form. */
	public static final String COMPLETED = "completed";

	/** In {@link #shape()}: the file held a claimed value as a number or a date. */
	public static final String NUMERIC = "numeric";

	public Value {
		Objects.requireNonNull(field);
		Objects.requireNonNull(cell);
		Objects.requireNonNull(state);
		if ((state != State.VALID) && canonical != null) {
			throw new IllegalArgumentException("only a valid value can be compared");
		}
		shape = shape.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(shape));
	}

	/** A value that cannot be compared, or is not there. */
	static Value without(Field field, Cell cell, State state) {
		return new Value(field, cell, state, null, Set.of(), Set.of());
	}

	/** A value of which characters are hidden. */
	static Value masked(Field field, Cell cell) {
		return new Value(field, cell, State.UNUSABLE, null, Set.of(), Set.of(MASKED));
	}

	/** A value to compare. */
	static Value valid(Field field, Cell cell, String canonical, Set<Normalisation> cleaned, Set<Normalisation> all) {
		if (all.isEmpty()) {
			return new Value(field, cell, State.VALID, canonical, cleaned, Set.of());
		}
		Set<String> shape = new LinkedHashSet<>();
		all.forEach((kind) -> shape.add(kind.key()));
		return new Value(field, cell, State.VALID, canonical, cleaned, shape);
	}

	/** What came of a cell. */
	public enum State {

		/** Nothing there. */
		BLANK,
		/** An error value such as {@code #N/A}, which counts as nothing. */
		ERROR,
		/** A stand-in such as 无, which counts as nothing. */
		PLACEHOLDER,
		/** A value to work with. */
		VALID,
		/** In no code table. */
		UNKNOWN_CODE,
		/** No date of the calendar, or none that can be read for sure. */
		BAD_DATE,
		/** Not to be compared: damaged, masked or malformed. */
		UNUSABLE

	}

	/**
	 * Whether the field counts as empty.
	 * @return true for blank cells, error values and placeholders
	 */
	public boolean isMissing() {
		return this.state == State.BLANK || this.state == State.ERROR || this.state == State.PLACEHOLDER;
	}

	/**
	 * Whether characters are hidden.
	 * @return true for a masked value; an ID number is told by its own rule
	 */
	boolean isMasked() {
		return this.shape.contains(MASKED);
	}

	@Override
	public String toString() {
		return this.field + "[" + this.state + "]";
	}

}
