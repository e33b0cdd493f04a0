package io.rollcall.setup;

import java.time.LocalDate;
import java.time.Year;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.CodeTable;
import io.rollcall.identity.CodeTables;
import io.rollcall.identity.Disclosure;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.ParsedDate;
import io.rollcall.identity.PartialDate;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.StudentNumber;
import io.rollcall.source.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column look like. Shapes are counted; the values themselves are
 * kept only while they are few, as those of units and codes are.
 */
final class ColumnProfile {

	/** A column of more values holds neither units nor codes. */
	private static final int MOST_VALUES = 300;

	/** Nobody enters a university younger. */
	private static final int YOUNGEST = 13;

	private static final Pattern STUDENT_NO = Pattern.compile("[A-Z]{0,4}\\d{5,15}");

	private static final Pattern COLLEGE = Pattern
		.compile("(?:\\d{1,4}[-_.]?)?\\p{IsHan}.{0,24}(?:学院|系|学部|书院|院|部)(?:[(（].*[)）])?");

	private static final Pattern SCHOOL = Pattern.compile("\\p{IsHan}.*(?:大学|学院|学校|专科)(?:[(（].*[)）])?");

	private static final Pattern SCHOOL_CODE = Pattern.compile("\\d{5}");

	private static final Pattern WORD = Pattern.compile(".*\\p{IsHan}{2}.*");

	private static final Pattern CLASS = Pattern.compile(".*班|.*\\p{IsHan}.*\\d{2,4}.*");

	private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)(?:\\.0)?[级届年]?");

	private static final Pattern PREFIX = Pattern.compile("(20\\d\\d)\\d{4,11}");

	private static final Map<Shape, Pattern> PATTERNS = Map.of(Shape.COLLEGE, COLLEGE, Shape.CLASS, CLASS, Shape.SCHOOL,
			SCHOOL, Shape.SCHOOL_CODE, SCHOOL_CODE, Shape.WORD, WORD);

	private final Map<Shape, Integer> shapes = new EnumMap<>(Shape.class);

	private final Map<String, Integer> values = new LinkedHashMap<>();

	private final Map<Integer, Integer> years = new TreeMap<>();

	private final Map<Integer, Integer> candidateYears = new TreeMap<>();

	private final Map<Integer, Integer> prefixYears = new TreeMap<>();

	private final Set<Integer> different = new HashSet<>();

	private @Nullable LocalDate earliest;

	private boolean many;

	private int filled;

	/** What a value looks like. */
	enum Shape {

		CANDIDATE_NO, ID_NO, STUDENT_NO, DATE, BIRTH_DATE, NAME, SEX, SEX_CODE, ETHNIC_GROUP, ETHNIC_CODE,
		POLITICAL_STATUS, POLITICAL_CODE, COLLEGE, CLASS, SCHOOL, SCHOOL_CODE, WORD, YEAR

	}

	/** Looks at the next value. */
	void add(Cell cell) {
		if (cell.isBlank()) {
			return;
		}
		String text = Cleaned.compact(cell.text()).text();
		if (text.isEmpty() || Cleaned.text(text).isPlaceholder()) {
			return;
		}
		this.filled++;
		this.different.add(text.hashCode());
		keep(Cleaned.phrase(cell.text()).text());
		numbers(cell, text);
		dates(cell, text);
		words(text);
	}

	private void keep(String value) {
		if (!this.many) {
			this.values.merge(value, 1, Integer::sum);
			if (this.values.size() > MOST_VALUES) {
				this.many = true;
				this.values.clear();
			}
		}
	}

	private void numbers(Cell cell, String text) {
		boolean numeric = cell.kind() == Cell.Kind.NUMBER;
		CandidateNumber candidate = numeric ? CandidateNumber.ofNumericCell(text) : CandidateNumber.parse(text);
		if (candidate.isPresent() && candidate.problems().isEmpty()) {
			count(Shape.CANDIDATE_NO);
			this.candidateYears.merge(candidate.year(), 1, Integer::sum);
		}
		IdNumber id = IdNumber.parse(text, null);
		if (id.form().isResident() || id.form().hasEighteenPlaces()) {
			count(Shape.ID_NO);
		}
		StudentNumber student = numeric ? StudentNumber.ofNumericCell(text) : StudentNumber.parse(text);
		if (STUDENT_NO.matcher(student.canonical()).matches()) {
			count(Shape.STUDENT_NO);
		}
		var prefix = PREFIX.matcher(student.canonical());
		if (prefix.matches()) {
			this.prefixYears.merge(Integer.valueOf(prefix.group(1)), 1, Integer::sum);
		}
	}

	private void dates(Cell cell, String text) {
		var year = YEAR.matcher(text);
		if (year.matches()) {
			count(Shape.YEAR);
			this.years.merge(Integer.valueOf(year.group(1)), 1, Integer::sum);
			return;
		}
		ParsedDate date = (cell.kind() == Cell.Kind.NUMBER) ? ParsedDate.ofNumericCell(text)
				: ParsedDate.parse(cell.text());
		PartialDate day = date.value();
		if (!date.isValid() || day == null) {
			return;
		}
		count(Shape.DATE);
		this.years.merge(day.year(), 1, Integer::sum);
		LocalDate first = LocalDate.of(day.year(), day.month(), Math.max(day.day(), 1));
		this.earliest = (this.earliest == null || first.isBefore(this.earliest)) ? first : this.earliest;
		if (day.year() <= Year.now().getValue() - YOUNGEST) {
			count(Shape.BIRTH_DATE);
		}
	}

	private void words(String text) {
		count(Shape.SEX, Shape.SEX_CODE, CodeTables.sexByNumber().lookup(text));
		count(Shape.ETHNIC_GROUP, Shape.ETHNIC_CODE, CodeTables.ethnicGroup().lookup(text));
		count(Shape.POLITICAL_STATUS, Shape.POLITICAL_CODE, CodeTables.politicalStatus().lookup(text));
		PATTERNS.forEach((shape, pattern) -> {
			if (pattern.matcher(text).matches()) {
				count(shape);
			}
		});
		PersonName name = PersonName.parse(text);
		if (name.isComparable() && !name.isNumber() && !Disclosure.isHarmless(text)
				&& text.codePoints().noneMatch(Character::isDigit)) {
			count(Shape.NAME);
		}
	}

	private void count(Shape word, Shape code, CodeTable.Lookup found) {
		if (found.isKnown()) {
			count((found.match() == CodeTable.Match.CODE) ? code : word);
		}
	}

	private void count(Shape shape) {
		this.shapes.merge(shape, 1, Integer::sum);
	}

	/** How many cells hold something. */
	int filled() {
		return this.filled;
	}

	/** The share of the values that have a shape, 0 to 1. */
	double share(Shape shape) {
		return (this.filled == 0) ? 0 : (double) this.shapes.getOrDefault(shape, 0) / this.filled;
	}

	/** The share of values that stand nowhere else, 0 to 1. */
	double unique() {
		return (this.filled == 0) ? 0 : (double) this.different.size() / this.filled;
	}

	/** How many different values there are. */
	int distinct() {
		return this.different.size();
	}

	/** The values with their counts; none where there are many. */
	Map<String, Integer> values() {
		return this.values;
	}

	/** Years that stand alone or begin a date. */
	Map<Integer, Integer> years() {
		return this.years;
	}

	/** The years in candidate numbers. */
	Map<Integer, Integer> candidateYears() {
		return this.candidateYears;
	}

	/** The years with which numbers begin. */
	Map<Integer, Integer> prefixYears() {
		return this.prefixYears;
	}

	/** The earliest date. */
	Optional<LocalDate> earliest() {
		return Optional.ofNullable(this.earliest);
	}

}
