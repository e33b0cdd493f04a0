package io.rollcall.identity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Words and strokes for nothing, as tools and people write them. */
class PlaceholdersTest {

	@ParameterizedTest
	@ValueSource(strings = { "NULL", "null", "[NULL]", "<null>", "(null)", "{NULL}", "\\N", "'NULL'", "\"\"", "NA",
			"<NA>", "n/a", "N.A.", "NaN", "NaT", "None", "nil", "undefined", "Undefined", "unknown", "-", "--", "——",
			"－", "/", "\\", "……", "~", "()", "[]", "无", "（无）", "【无】", "“无”", "暂无", "无。", "空", "（空白）", "未填写", "不详",
			"待补充", "待 定", "`null`", "$null$", "NULL值", "沒有", "不填", "无此信息", "ＮＵＬＬ", " NULL ", "N / A", "無" })
	void nothing(String text) {
		assertThat(Cleaned.mayBePlaceholder(text)).isTrue();
		assertThat(Cleaned.phrase(text).isPlaceholder()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "00", "无锡", "无为县", "无党派人士", "空中乘务", "空乘2001", "未来技术学院", "暂缓注册", "待注册", "不在籍", "Nancy",
			"Nano", "NULLA", "N", "Na Li", "None Such", "NA001", "*", "**", "?", "□", "某", "其他", "无人机应用技术", "-1", "1/2",
			"3、4" })
	void something(String text) {
		assertThat(Cleaned.phrase(text).isPlaceholder()).isFalse();
	}

	/** What many students share links none of them. */
	@ParameterizedTest
	@ValueSource(strings = { "暂无学号", "待编", "不发", "'null'", "#名称?", "ABC", "？？", "000", "999999" })
	void noKey(String text) {
		assertThat(StudentNumber.parse(text)).matches((number) -> !number.isPresent() && !number.lost());
		assertThat(CandidateNumber.parse(text)).matches((number) -> !number.isPresent() && number.problems().isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "A1", "2020级01", "飞2020001", "12" })
	void key(String text) {
		assertThat(StudentNumber.parse(text).isPresent()).isTrue();
		assertThat(CandidateNumber.parse(text).isPresent()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "汉*", "*族", "2002****", "2002-**-**", "200203XX", "2002-xx-xx", "飞行器**", "某" })
	void hidden(String text) {
		assertThat(Masks.inValue(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "汉族", "20020302", "2020X001", "XX2020", "男", "?", "□", "○", "2002-03-02" })
	void plain(String text) {
		assertThat(Masks.inValue(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "飞行器****", "某学院", "138****0000", "××学院" })
	void hiddenText(String text) {
		assertThat(Masks.inText(text)).isTrue();
	}

	/** A single star is a footnote, and a cross may count. */
	@ParameterizedTest
	@ValueSource(strings = { "软件工程*", "3×4", "英语？？", "□□学院", "机械设计" })
	void plainText(String text) {
		assertThat(Masks.inText(text)).isFalse();
	}

}
