package io.rollcall.linkage;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The levels of comparisons whose rates are estimated. */
class LevelsTest {

	@ParameterizedTest
	@CsvSource({ "abcd,abcd,0", "abcd,abce,1", "abcd,abc,1", "abcd,abcde,1", "abcd,abdc,1", "abcd,axyd,2",
			"abcd,cdab,3", "abcd,abcdxyz,3", "20020304,20020340,1", "a,b,1", "'','',0", "'',a,1" })
	void countsTypingErrors(String one, String other, int edits) {
		assertThat(Edits.between(one, other)).isEqualTo(edits);
		assertThat(Edits.between(other, one)).isEqualTo(edits);
	}

	@ParameterizedTest
	@CsvSource({ "19480122,19480122,equal", "19480122,19480212,one_slip", "19480122,19482201,one_slip",
			"19480112,19480113,one_slip", "19480112,19480129,two_parts", "19480112,19490113,two_edits",
			"19480112,19480831,one_part", "19480112,19751230,different", "18500112,18500113,one_slip",
			"19705302,19705320,one_slip" })
	void ofDates(String one, String other, String level) {
		assertThat(level(new DateLevels("birth_date", records("birth_date", one, other)))).containsExactly(level);
	}

	@ParameterizedTest
	@CsvSource({ "anna smith,anna smith,first_equal,last_equal,straight",
			"anna smith,smith anna,first_equal,last_equal,turned",
			"anna maria smith,anna smith,first_equal,last_equal,straight",
			"anna smith,annna smyth,first_very_alike,last_alike,straight",
			"ben jones,benjamin jones,first_alike,last_equal,straight",
			"anna smith,anna gray,first_equal,last_different,straight" })
	void ofNames(String one, String other, String first, String last, String order) {
		assertThat(level(new WordLevels(records("name", one, other)))).containsExactly(first, last, order);
	}

	@ParameterizedTest
	@CsvSource({ "anna,anna smith,last_equal", "smith,anna smith,last_equal", "anna,ann,last_very_alike" })
	void aNameOfOneWordIsComparedWithItsBestPartner(String one, String other, String level) {
		assertThat(level(new WordLevels(records("name", one, other)))).containsExactly(level);
		assertThat(level(new WordLevels(records("name", other, one)))).containsExactly(level);
	}

	@ParameterizedTest
	@CsvSource({ "TEXT,12 high street,12 high street,equal", "TEXT,12 high street,12 high stret,very_alike",
			"TEXT,nsw,vic,different", "NUMBER,2600,2600,equal", "NUMBER,2600,2601,one_edit",
			"NUMBER,2600,2661,two_edits", "NUMBER,2600,2777,different" })
	void ofFurtherFields(ExtraField.Kind kind, String one, String other, String level) {
		assertThat(level(new ExtraLevels(new ExtraField("extra", kind), records("extra", one, other))))
			.containsExactly(level);
	}

	private static List<LinkRecord> records(String field, String one, String other) {
		return List.of(new LinkRecord(1, 1, Map.of(field, one)), new LinkRecord(2, 2, Map.of(field, other)));
	}

	/** The levels of what can be compared. */
	private static List<String> level(FieldLevels field) {
		byte[] levels = new byte[field.comparisons().size()];
		field.compare(0, 1, levels, 0);
		return IntStream.range(0, levels.length)
			.filter((i) -> levels[i] != FieldLevels.NONE)
			.mapToObj((i) -> field.comparisons().get(i).levels().get(levels[i]))
			.toList();
	}

}
