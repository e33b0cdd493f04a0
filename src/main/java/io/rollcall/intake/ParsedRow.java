package io.rollcall.intake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.PartialDate;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.Sex;
import io.rollcall.identity.StudentNumber;
import io.rollcall.source.Row;

/** A record: a row with the values of its mapped columns. */
public final class ParsedRow {

	private final Row row;

	private final Map<String, Value> values = new LinkedHashMap<>();

	private CandidateNumber candidateNumber = CandidateNumber.parse("");

	private StudentNumber studentNumber = StudentNumber.parse("");

	private PersonName name = PersonName.parse("");

	private IdNumber id = IdNumber.parse("", null);

	private PartialDate birthDate;

	ParsedRow(Row row) {
		this.row = row;
	}

	void put(Value value) {
		this.values.put(value.field().name(), value);
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
	 * The values, one for each mapped field, in the order of the columns.
	 * @return the values, blank ones included
	 */
	public Collection<Value> values() {
		return this.values.values();
	}

	/**
	 * The value of a field.
	 * @param field the canonical name
	 * @return the value, or empty when the table has no such column
	 */
	public Optional<Value> value(String field) {
		return Optional.ofNullable(this.values.get(field));
	}

	/**
	 * The canonical value of a field.
	 * @param field the canonical name
	 * @return the value to compare, or null
	 */
	public String canonical(String field) {
		Value value = this.values.get(field);
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
	public PartialDate birthDate() {
		return this.birthDate;
	}

	/**
	 * The sex of the record's own field.
	 * @return the sex, or null when there is none to work with
	 */
	public Sex sex() {
		return Sex.fromChinese(canonical("sex")).orElse(null);
	}

	@Override
	public String toString() {
		return "row " + this.row.number();
	}

}
