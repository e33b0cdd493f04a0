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
