package io.rollcall.identity;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dates and coded values: {@code dates.tsv}, {@code codes.tsv}; and what holds for all of
 * them.
 */
class ValueTableTest {

	private static final Map<String, CodeTable> TABLES = Map.of("ethnic_group", CodeTables.ethnicGroup(), "sex",
			CodeTables.sex(), "political_status", CodeTables.politicalStatus());

	private final Random random = new Random(7408);

	static Stream<CaseTable.Row> dates() {
		return CaseTable.rows("dates.tsv");
	}

	static Stream<CaseTable.Row> codes() {
		return CaseTable.rows("codes.tsv");
	}

	@ParameterizedTest
	@MethodSource("dates")
	void dateIsUnderstood(CaseTable.Row row) {
		ParsedDate date = ParsedDate.parse(row.get("input"));
		assertThat(date.status().name()).isEqualTo(row.get("status"));
		assertThat((date.value() != null) ? compact(date.value()) : "").isEqualTo(row.get("date"));
	}

	@ParameterizedTest
	@MethodSource("codes")
	void codeIsUnderstood(CaseTable.Row row) {
		CodeTable.Lookup found = TABLES.get(row.get("table")).lookup(row.get("input"));
		assertThat(found.isKnown()).isEqualTo(!row.get("canonical").isEmpty());
		if (found.isKnown()) {
			assertThat(found.canonical()).isEqualTo(row.get("canonical"));
		}
	}

	static Stream<CaseTable.Row> numbers() {
		return CaseTable.rows("numbers.tsv");
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void numberIsUnderstood(CaseTable.Row row) {
		String input = row.get("input");
		String kind = row.get("kind");
		if (kind.startsWith("candidate")) {
			CandidateNumber number = kind.endsWith("cell") ? CandidateNumber.ofNumericCell(input)
					: CandidateNumber.parse(input);
			expect(row, number.canonical(), !number.problems().isEmpty());
			if (!row.get("year").isEmpty()) {
				assertThat(number.year()).isEqualTo(Integer.parseInt(row.get("year")));
			}
		}
		else if (kind.startsWith("student")) {
			StudentNumber number = kind.endsWith("cell") ? StudentNumber.ofNumericCell(input)
					: StudentNumber.parse(input);
			expect(row, number.canonical(), number.lost());
		}
		else {
			ParsedDate date = kind.endsWith("cell") ? ParsedDate.ofNumericCell(input)
					: ParsedDate.ofExcelSerial(Double.parseDouble(input), kind.endsWith("1904"));
			expect(row, date.isValid() ? compact(date.value()) : "", !date.isValid());
		}
	}

	private static void expect(CaseTable.Row row, String canonical, boolean suspect) {
		assertThat(canonical).isEqualTo(row.get("canonical"));
		assertThat(suspect).isEqualTo(row.get("suspect").equals("yes"));
	}

	/** The school's own map decides what a code means: some systems have 0 男, 1 女. */
	@Test
	void aMapDecidesWhatACodeOfSexMeans() {
		CodeTable usual = CodeTables.sex().withCodes(Map.of("1", "男", "2", "女"));
		CodeTable other = CodeTables.sex().withCodes(Map.of("0", "男", "1", "女"));
		assertThat(usual.lookup("1").canonical()).isEqualTo("男");
		assertThat(other.lookup("1").canonical()).isEqualTo("女");
		assertThat(other.lookup("0").canonical()).isEqualTo("男");
		assertThat(other.lookup("2").isKnown()).isFalse();
		assertThat(other.lookup("女").canonical()).isEqualTo("女");
	}

	/**
	 * ISO 7064 MOD 11-2 finds them all: every place, every other digit, every two
	 * neighbours.
	 */
	@Test
	void noSingleChangeAndNoSwapOfNeighboursKeepsANumberRight() {
		String number = "100001199003078673";
		for (int at = 0; at < 18; at++) {
			for (char other : "0123456789X".toCharArray()) {
				if (other != number.charAt(at) && (other != 'X' || at == 17)) {
					expectWrong(number.substring(0, at) + other + number.substring(at + 1));
				}
			}
			if (at < 17 && number.charAt(at) != number.charAt(at + 1)) {
				expectWrong(
						number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2));
			}
		}
	}

	private static void expectWrong(String number) {
		IdNumber id = IdNumber.parse(number, DocumentType.RESIDENT);
		assertThat(id.problems()).as(number).isNotEmpty();
	}

	/** Any text at all, whole characters or halves of them. */
	@Test
	void noTextIsTooStrange() {
		for (int i = 0; i < 10_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = this.random.nextInt(24); n > 0; n--) {
				text.append((char) this.random.nextInt(0x10000));
			}
			String any = text.toString();
			IdNumber id = IdNumber.parse(any, null);
			String shown = Masking.mask(id).replace("*", "");
			assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(4);
			TextComparison.ofNames(any, "张三");
			ParsedDate.parse(any);
			CandidateNumber.parse(any);
			StudentNumber.parse(any);
			CodeTables.ethnicGroup().lookup(any);
		}
	}

	/** A known name is its own name, and looking it up again changes nothing. */
	@Test
	void canonicalNamesStay() {
		TABLES.values()
			.forEach((table) -> table.names()
				.forEach((name) -> assertThat(table.lookup(name).canonical()).isEqualTo(name)));
	}

	@Test
	void everyNotationOfADayIsThatDay() {
		String[] notations = { "%04d%02d%02d", "%d-%d-%d", "%04d/%02d/%02d", "%d.%d.%d", "%d年%d月%d日",
				"%04d-%02d-%02d 00:00:00", "%d 年 %d 月 %d 号" };
		for (int i = 0; i < 3_000; i++) {
			PartialDate day = new PartialDate(1900 + this.random.nextInt(200), 1 + this.random.nextInt(12),
					1 + this.random.nextInt(28));
			String notation = notations[this.random.nextInt(notations.length)];
			assertThat(ParsedDate.parse(notation.formatted(day.year(), day.month(), day.day())).value()).isEqualTo(day);
		}
	}

	@Test
	void aNumberOfFifteenDigitsKeepsItsDateAndSexAndHasARightCheckCharacter() {
		for (int i = 0; i < 3_000; i++) {
			String old = "100001%02d%02d%02d%03d".formatted(this.random.nextInt(100), 1 + this.random.nextInt(12),
					1 + this.random.nextInt(28), 1 + this.random.nextInt(995));
			IdNumber id = IdNumber.parse(old, null);
			IdNumber lengthened = IdNumber.parse(id.canonical(), null);
			assertThat(id.canonical()).startsWith(old.substring(0, 6) + "19" + old.substring(6)).hasSize(18);
			assertThat(lengthened.has(IdProblem.Category.CHECKSUM)).isFalse();
			assertThat(lengthened.birthDate()).isEqualTo(id.birthDate());
			assertThat(lengthened.sex()).isEqualTo(id.sex());
		}
	}

	@Test
	void namesCompareAlikeFromBothSides() {
		String[] names = { "张三", "张　三", "李䶮", "李?", "买买提·阿不都", "买买提•阿不都", "买买提阿不都", "LI SIMING", "Siming Li", "欧阳娜娜",
				"李yan", "阿卜杜热合曼·阿卜杜克力木江", "阿卜杜热合曼·阿卜杜克力", "", "?", "吕布", "LYU BU" };
		for (String one : names) {
			for (String other : names) {
				TextComparison there = TextComparison.ofNames(one, other);
				TextComparison back = TextComparison.ofNames(other, one);
				assertThat(there.level()).as(one + " / " + other).isEqualTo(back.level());
				assertThat(there.hint()).as(one + " / " + other).isEqualTo(back.hint());
			}
			assertThat(TextComparison.ofNames(one, one).level()).as(one)
				.isEqualTo(one.length() > 1 ? MatchLevel.EXACT : MatchLevel.NOT_COMPARABLE);
		}
	}

	private static String compact(PartialDate date) {
		return (date.day() == 0) ? "%04d%02d".formatted(date.year(), date.month())
				: "%04d%02d%02d".formatted(date.year(), date.month(), date.day());
	}

}
