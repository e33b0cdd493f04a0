package io.rollcall.identity;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Names and texts, alone and in pairs, from tables. */
class NameTableTest {

	static Stream<CaseTable.Row> names() {
		return CaseTable.rows("names.tsv");
	}

	static Stream<CaseTable.Row> namePairs() {
		return CaseTable.rows("name-pairs.tsv");
	}

	static Stream<CaseTable.Row> textPairs() {
		return CaseTable.rows("text-pairs.tsv");
	}

	static Stream<CaseTable.Row> privateUse() {
		return CaseTable.rows("private-use-row-fe.tsv");
	}

	@ParameterizedTest
	@MethodSource("names")
	void nameIsUnderstood(CaseTable.Row row) {
		PersonName name = PersonName.parse(row.get("input"));
		assertThat(name.comparison()).isEqualTo(row.get("comparison"));
		assertThat(CaseTable.names(name.normalisations())).isEqualTo(row.list("normalisations"));
		assertThat(CaseTable.names(name.problems())).isEqualTo(row.list("problems"));
		PersonName again = PersonName.parse(name.comparison());
		assertThat(again.comparison()).as("the comparison form is its own").isEqualTo(name.comparison());
		assertThat(again.normalisations()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("namePairs")
	void namesAreComparedByLevels(CaseTable.Row row) {
		PersonName first = PersonName.parse(row.get("first"));
		PersonName second = PersonName.parse(row.get("second"));
		TextComparison comparison = TextComparison.ofNames(first, second);
		assertThat(comparison.level().name()).isEqualTo(row.get("level"));
		assertThat(comparison.hint().name()).isEqualTo(row.get("hint"));
		assertThat(NameLikeness.of(first, second).name()).isEqualTo(row.get("likeness"));
		assertThat(TextComparison.ofNames(second, first)).isEqualTo(comparison);
		assertThat(NameLikeness.of(second, first)).isEqualTo(NameLikeness.of(first, second));
		assertThat(comparison.normalisations().isEmpty()).isEqualTo(comparison.level() != MatchLevel.DISPLAY);
	}

	@ParameterizedTest
	@MethodSource("textPairs")
	void textsAreComparedByLevels(CaseTable.Row row) {
		TextComparison comparison = compare(row, row.get("first"), row.get("second"));
		assertThat(comparison.level().name()).isEqualTo(row.get("level"));
		assertThat(comparison.hint().name()).isEqualTo(row.get("hint"));
		assertThat(compare(row, row.get("second"), row.get("first"))).isEqualTo(comparison);
	}

	private static TextComparison compare(CaseTable.Row row, String first, String second) {
		return switch (row.get("kind")) {
			case "major" -> TextComparison.ofMajors(first, second);
			case "college" -> TextComparison.ofTexts(first, second, TextComparison.COLLEGE_WIDTHS);
			default -> TextComparison.ofTexts(first, second, Set.of());
		};
	}

	/**
	 * The pairs are those of JDK 17.0.15. Whatever the running JDK makes of these bytes,
	 * both characters must be compared as one. A radical among them is the hanzi it is.
	 */
	@ParameterizedTest
	@MethodSource("privateUse")
	void privateUseCharacterIsItsStandardCharacter(CaseTable.Row row) {
		String old = "李" + Character.toString(Integer.parseInt(row.get("private_use"), 16));
		String standard = "李" + Character.toString(Integer.parseInt(row.get("standard"), 16));
		assertThat(PersonName.parse(old).comparison()).isEqualTo(PersonName.parse(standard).comparison());
		assertThat(PersonName.parse(old).problems()).isEmpty();
		assertThat(TextComparison.ofNames(old, standard).level()).isEqualTo(MatchLevel.DISPLAY);
		assertThat(TextComparison.ofNames(old, standard).normalisations()).containsExactly(Normalisation.PRIVATE_USE);
		byte[] bytes = HexFormat.of().parseHex(row.get("gbk"));
		assertThat("李" + new String(bytes, Charset.forName("GBK"))).isEqualTo(old);
		assertThat(TextComparison.ofNames("李" + new String(bytes, Charset.forName("GB18030")), standard).level())
			.isLessThanOrEqualTo(MatchLevel.DISPLAY);
	}

}
