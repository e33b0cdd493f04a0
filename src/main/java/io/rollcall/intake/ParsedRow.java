package io.rollcall.intake;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.PartialDate;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.Sex;
import io.rollcall.identity.StudentNumber;
import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/** A record: a row with the values of its mapped columns. */
public final class ParsedRow {

	private final Row row;

	private static final CandidateNumber NO_CANDIDATE_NUMBER = CandidateNumber.parse("");

	private static final StudentNumber NO_STUDENT_NUMBER = StudentNumber.parse("");

	private static final PersonName NO_NAME = PersonName.parse("");

	private static final IdNumber NO_ID = IdNumber.parse("", null);

	private final RowLayout layout;

	private final Value[] values;

	private CandidateNumber candidateNumber = NO_CANDIDATE_NUMBER;

	private StudentNumber studentNumber = NO_STUDENT_NUMBER;

	private PersonName name = NO_NAME;

	private IdNumber id = NO_ID;

	private @Nullable PartialDate birthDate;

	ParsedRow(Row row, RowLayout layout) {
		this.row = row;
		this.layout = layout;
		this.values = new Value[layout.fields().size()];
	}

	/** A row of which no column is known. */
	ParsedRow(Row row) {
		this(row, RowLayout.NONE);
	}

	void put(int place, Value value) {
		this.values[place] = value;
	}

	/** Puts a value in the place of that which the field had. */
	void replace(Value value) {
		put(this.layout.place(value.field().name()), value);
	}

	/** Takes what was understood of a date that is a record of its own. */
	Value take(ParsedRow single) {
		if (single.birthDate != null) {
			this.birthDate = single.birthDate;
		}
		return single.values[0];
	}

	void candidateNumber(CandidateNumber number) {
		this.candidateNumber = number;
	}

	void studentNumber(StudentNumber number) {
		this.studentNumber = number;
	}

	void name(PersonName personName) {
		this.name = personName;
	}

	void id(IdNumber number) {
		this.id = number;
	}

	void birthDate(PartialDate date) {
		this.birthDate = date;
	}

	/**
	 * The row as read.
	 * @return the row
	 */
	public Row row() {
		return this.row;
	}

	/**
	 * The fields of the row's list.
	 * @return the same object for all rows of a list
	 */
	public RowLayout layout() {
		return this.layout;
	}

	/**
	 * The values, one for each mapped field, in the order of the columns.
	 * @return the values, blank ones included
	 */
	public List<Value> values() {
		return Collections.unmodifiableList(Arrays.asList(this.values));
	}

	/**
	 * The value of a field by its place in the layout.
	 * @param place counted from 0
	 * @return the value
	 */
	public Value value(int place) {
		return this.values[place];
	}

	/**
	 * The value of a field.
	 * @param field the canonical name
	 * @return the value, or empty when the table has no such column
	 */
	public Optional<Value> value(String field) {
		return Optional.ofNullable(valueOrNull(field));
	}

	/**
	 * The value of a field.
	 * @param field the canonical name
	 * @return the value, or null when the table has no such column
	 */
	public @Nullable Value valueOrNull(String field) {
		int place = this.layout.place(field);
		return (place >= 0) ? this.values[place] : null;
	}

	/**
	 * The canonical value of a field.
	 * @param field the canonical name
	 * @return the value to compare, or null
	 */
	public @Nullable String canonical(String field) {
		Value value = valueOrNull(field);
		return (value != null) ? value.canonical() : null;
	}

	/**
	 * The candidate number.
	 * @return the number, absent when the table has none
	 */
	public CandidateNumber candidateNumber() {
		return this.candidateNumber;
	}

	/**
	 * The student number.
	 * @return the number, absent when the table has none
	 */
	public StudentNumber studentNumber() {
		return this.studentNumber;
	}

	/**
	 * The name.
	 * @return the name
	 */
	public PersonName name() {
		return this.name;
	}

	/**
	 * The ID number.
	 * @return the number, blank when the table has none
	 */
	public IdNumber id() {
		return this.id;
	}

	/**
	 * The birth date of the record's own field.
	 * @return the date, or null when there is none to work with
	 */
	public @Nullable PartialDate birthDate() {
		return this.birthDate;
	}

	/**
	 * The sex of the record's own field.
	 * @return the sex, or null when there is none to work with
	 */
	public @Nullable Sex sex() {
		return Sex.fromChinese(canonical("sex")).orElse(null);
	}

	@Override
	public String toString() {
		return "row " + this.row.number();
	}

}
