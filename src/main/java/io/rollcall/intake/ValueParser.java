package io.rollcall.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.rollcall.account.ProblemRecogniser;
import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Colleges;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldKey;
import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.CodeTable;
import io.rollcall.identity.DocumentType;
import io.rollcall.identity.HanziText;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.Masks;
import io.rollcall.identity.Normalisation;
import io.rollcall.identity.NumberValue;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.StudentNumber;
import io.rollcall.intake.Value.State;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/** Parses the cells of a row, each by the type of its field. */
final class ValueParser {

	private static final String ID_TYPE = "id_type";

	private static final int LONGEST_BARE_CODE = 4;

	/** Forms may be filled in before a campaign begins, but not much. */
	private static final int DAYS_BEFORE = 60;

	/** Stands for the row of a value that is the same in every row. */
	private static final Row NOWHERE = new Row("", 0, List.of());

	private final Campaign campaign;

	private final Codes codes;

	private final EmptyCells emptyCells;

	private final DateCells dates;

	/**
	 * A parser.
	 * @param campaign the campaign
	 * @param codes what the coded values of the source mean
	 * @param date the business date, after which nobody can have written a form
	 */
	ValueParser(Campaign campaign, Codes codes, LocalDate date) {
		this.campaign = campaign;
		this.codes = codes;
		this.emptyCells = new EmptyCells(codes);
		this.dates = new DateCells(campaign.period().start().minusDays(DAYS_BEFORE), date);
	}

	/**
	 * What reads the cells of a column. Names and numbers are read one by one; of all
	 * else equal cells mean the same and are read once.
	 * @param field the column's field
	 * @param mapping how its table's columns are read
	 * @return the reader
	 */
	ValueReader reader(Field field, ColumnMapping mapping) {
		return switch (field.type()) {
			case CANDIDATE_NO, STUDENT_NO, NAME -> (cell, record) -> value(field, cell, record, () -> null);
			case ID_NO -> {
				Function<Row, @Nullable DocumentType> type = documentType(mapping);
				yield (cell, record) -> value(field, cell, record, () -> type.apply(record.row()));
			}
			case DATE -> {
				RowLayout layout = new RowLayout(List.of(field));
				Memo<ParsedRow> memo = new Memo<>((cell) -> parse(cell, new ParsedRow(NOWHERE, layout)));
				yield (cell, record) -> record.take(memo.of(cell));
			}
			default -> {
				// The record is told nothing of these.
				ParsedRow nobody = new ParsedRow(NOWHERE);
				Memo<Value> memo = new Memo<>((cell) -> value(field, cell, nobody, () -> null));
				yield (cell, record) -> memo.of(cell);
			}
		};
	}

	/**
	 * Parses one cell as a field's value, whatever column it stands in.
	 * @param field the field
	 * @param cell the cell
	 * @param row the row that stands for it
	 * @return a record with this one value
	 */
	ParsedRow parse(Field field, Cell cell, Row row) {
		return parse(cell, new ParsedRow(row, new RowLayout(List.of(field))));
	}

	private ParsedRow parse(Cell cell, ParsedRow single) {
		single.put(0, value(single.layout().fields().get(0), cell, single, () -> null));
		return single;
	}

	private Value value(Field field, Cell cell, ParsedRow parsed, Supplier<@Nullable DocumentType> stated) {
		Optional<State> nothing = this.emptyCells.of(field, cell);
		if (nothing.isPresent()) {
			return Value.without(field, cell, nothing.get());
		}
		return switch (field.type()) {
			case CANDIDATE_NO -> candidateNumber(field, cell, parsed);
			case STUDENT_NO -> studentNumber(field, cell, parsed);
			case NAME -> name(field, cell, parsed);
			case ID_NO -> id(field, cell, parsed, stated.get());
			case DATE -> this.dates.parse(field, cell, parsed);
			case SEX, CODE, TERM -> code(field, cell);
			case COLLEGE -> college(field, cell);
			case NUMBER -> number(field, cell, NumberValue.of(field.name(), this.codes.translate(field, cell.text())));
			case YEAR -> year(field, cell);
			case PRESENCE -> presence(field, cell);
			case TEXT -> text(field, cell);
			case CLAIM -> claim(field, cell);
			case PROMPT -> Value.valid(field, cell, ProblemRecogniser.clean(cell.text()), Set.of(), Set.of());
		};
	}

	private static Value presence(Field field, Cell cell) {
		boolean absent = EmptyCells.saysNo(Cleaned.compact(cell.text()).text());
		return Value.valid(field, cell, absent ? "0" : "1", Set.of(), Set.of());
	}

	private static Value candidateNumber(Field field, Cell cell, ParsedRow parsed) {
		boolean numeric = isNumeric(cell);
		CandidateNumber number = numeric ? CandidateNumber.ofNumericCell(cell.text())
				: CandidateNumber.parse(cell.text());
		parsed.candidateNumber(number);
		if (number.problems().contains(CandidateNumber.Problem.MASKED)) {
			return Value.masked(field, cell);
		}
		return joinNumber(field, cell, number.canonical(), number.problems().contains(CandidateNumber.Problem.LOST),
				number.normalisations());
	}

	private static Value studentNumber(Field field, Cell cell, ParsedRow parsed) {
		StudentNumber number = isNumeric(cell) ? StudentNumber.ofNumericCell(cell.text())
				: StudentNumber.parse(cell.text());
		parsed.studentNumber(number);
		if (number.masked()) {
			return Value.masked(field, cell);
		}
		return joinNumber(field, cell, number.canonical(), number.lost(), number.normalisations());
	}

	private static Value joinNumber(Field field, Cell cell, String canonical, boolean lost,
			Set<Normalisation> normalisations) {
		if (lost) {
			return Value.without(field, cell, State.UNUSABLE);
		}
		if (canonical.isEmpty()) {
			return Value.without(field, cell, State.PLACEHOLDER);
		}
		// How a program writes a number is told once a file and is no matter of
		// formatting.
		return normalisations.contains(Normalisation.NOTATION)
				? Value.valid(field, cell, canonical, normalisations, Set.of())
				: Value.valid(field, cell, canonical, normalisations, normalisations);
	}

	private static Value name(Field field, Cell cell, ParsedRow parsed) {
		PersonName name = PersonName.parse(cell.text());
		parsed.name(name);
		if (name.isAbsent()) {
			return Value.without(field, cell, State.PLACEHOLDER);
		}
		if (name.isMasked()) {
			return Value.masked(field, cell);
		}
		return Value.valid(field, cell, name.comparison(), Cleaning.ofName(name.normalisations()),
				name.normalisations());
	}

	private static Value id(Field field, Cell cell, ParsedRow parsed, @Nullable DocumentType stated) {
		IdNumber id = Ids.parse(cell, stated);
		parsed.id(id);
		if (id.isAbsent()) {
			return Value.without(field, cell, State.PLACEHOLDER);
		}
		return id.isComparable()
				? Value.valid(field, cell, id.canonical(), Cleaning.ofNumber(id.normalisations()), id.normalisations())
				: Value.without(field, cell, State.UNUSABLE);
	}

	/** What tells of a row which document its ID number is of; null where it does not. */
	private Function<Row, @Nullable DocumentType> documentType(ColumnMapping mapping) {
		Field field = this.campaign.fields().get(ID_TYPE);
		Optional<Integer> column = mapping.column(field);
		if (column.isEmpty()) {
			return (row) -> null;
		}
		Memo<Optional<DocumentType>> memo = new Memo<>(
				(cell) -> DocumentType.parse(this.codes.translate(field, Cleaned.phrase(cell.text()).text())));
		return (row) -> memo.of(row.cell(column.get())).orElse(null);
	}

	private Value code(Field field, Cell cell) {
		if (!this.codes.has(field)) {
			return term(field, cell);
		}
		Cleaned cleaned = Cleaned.phrase(cell.text());
		// Another name for the same entry of a table is no matter of formatting.
		return this.codes.find(field, cleaned.text())
			.map((found) -> found(field, cell, cleaned, found))
			.orElseGet(() -> unknown(field, cell));
	}

	/** A value that no table has, or of which characters are hidden. */
	private static Value unknown(Field field, Cell cell) {
		return Masks.inValue(cell.text()) ? Value.masked(field, cell) : Value.without(field, cell, State.UNKNOWN_CODE);
	}

	private static Value found(Field field, Cell cell, Cleaned cleaned, CodeTable.Lookup found) {
		Set<Normalisation> told = Cleaning.ofText(cell.text(), cleaned);
		told.addAll(Cleaning.ofForm(found.normalisations()));
		return Value.valid(field, cell, found.canonical(), told, told);
	}

	/**
	 * A word of an open vocabulary is taken as it is when the vocabulary does not have
	 * it; a bare code needs somebody to explain it.
	 */
	private Value term(Field field, Cell cell) {
		Cleaned cleaned = Cleaned.phrase(cell.text());
		String translated = this.codes.translate(field, cleaned.text());
		Optional<CodeTable.Lookup> word = this.codes.word(field, translated);
		if (word.filter(CodeTable.Lookup::isKnown).isPresent()) {
			return found(field, cell, cleaned, word.get());
		}
		if (Masks.inText(cell.text())) {
			return Value.masked(field, cell);
		}
		boolean bareCode = translated.equals(cleaned.text()) && isBareCode(translated);
		return bareCode ? Value.without(field, cell, State.UNKNOWN_CODE)
				: Value.valid(field, cell, translated, Cleaning.ofText(cell.text(), cleaned), cleaned.normalisations());
	}

	private static boolean isBareCode(String text) {
		return text.length() <= LONGEST_BARE_CODE
				&& text.chars().allMatch((c) -> c < 128 && Character.isLetterOrDigit(c));
	}

	private Value college(Field field, Cell cell) {
		Cleaned cleaned = Cleaned.phrase(cell.text());
		Colleges.Resolution found = this.campaign.colleges().resolve(this.codes.translate(field, cleaned.text()));
		if (found.college().isEmpty()) {
			return unknown(field, cell);
		}
		Set<Normalisation> told = Cleaning.ofText(cell.text(), cleaned);
		Set<Normalisation> shape = EnumSet.noneOf(Normalisation.class);
		shape.addAll(cleaned.normalisations());
		if (found.how() == Colleges.How.FORM) {
			told.addAll(HanziText.foldings(cleaned.text()));
			shape.addAll(told);
		}
		if (found.how() == Colleges.How.TRUNCATED && Colleges.isCut(cell.text())) {
			told.add(Normalisation.CUT);
		}
		return Value.valid(field, cell, found.college().get(), told, shape);
	}

	private Value year(Field field, Cell cell) {
		NumberValue year = NumberValue.year(cell.text());
		return (year.status() == NumberValue.Status.NOT_ALLOWED) ? text(field, cell) : number(field, cell, year);
	}

	private static Value number(Field field, Cell cell, NumberValue number) {
		return switch (number.status()) {
			case BLANK -> Value.without(field, cell, State.PLACEHOLDER);
			case VALID -> Value.valid(field, cell, number.text(), Cleaning.ofNumber(number.normalisations()),
					number.normalisations());
			case NOT_ALLOWED -> unknown(field, cell);
		};
	}

	/** The forms' own texts are read by people: a star in them hides nothing. */
	private Value text(Field field, Cell cell) {
		if (field.key() != FieldKey.NONE && Masks.inText(cell.text())) {
			return Value.masked(field, cell);
		}
		Cleaned cleaned = Cleaned.phrase(cell.text());
		return Value.valid(field, cell, this.codes.translate(field, cleaned.text()),
				Cleaning.ofText(cell.text(), cleaned), cleaned.normalisations());
	}

	/**
	 * What a form says of another field is kept as it was typed; whether the cell was a
	 * number decides later whether its digits can be trusted.
	 */
	private static Value claim(Field field, Cell cell) {
		return new Value(field, cell, State.VALID, cell.text().strip(), Set.of(),
				isNumeric(cell) ? Set.of(Value.NUMERIC) : Set.of());
	}

	private static boolean isNumeric(Cell cell) {
		return cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.DATE;
	}

}
