package io.rollcall.identity;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers, names and dates: cases, and properties over seeded random values. */
class IdentityTest {

	private static final int CASES = 3_000;

	private final Random random = new Random(11643);

	@Test
	void everySingleChangeAndEverySwapOfNeighboursIsCaught() {
		for (int i = 0; i < CASES; i++) {
			String number = number();
			char[] changed = number.toCharArray();
			int at = this.random.nextInt(17);
			changed[at] = (char) ('0' + (changed[at] - '0' + 1 + this.random.nextInt(9)) % 10);
			assertThat(isRight(new String(changed))).isFalse();
			char[] swapped = number.toCharArray();
			int first = this.random.nextInt(16);
			swapped[first] = number.charAt(first + 1);
			swapped[first + 1] = number.charAt(first);
			if (swapped[first] != swapped[first + 1]) {
				assertThat(isRight(new String(swapped))).isFalse();
			}
		}
	}

	@Test
	void theCanonicalFormIsItsOwnCanonicalForm() {
		for (int i = 0; i < CASES; i++) {
			IdNumber id = IdNumber.parse(" '" + number().toLowerCase() + "\u200B", null);
			assertThat(IdNumber.parse(id.canonical(), null).canonical()).isEqualTo(id.canonical());
			assertThat(id.problems()).allMatch((problem) -> problem.category() == IdProblem.Category.SUSPICION);
		}
	}

	@Test
	void masksShowFourCharactersAtMost() {
		for (int i = 0; i < CASES; i++) {
			String number = number();
			String masked = Masking.mask(IdNumber.parse(number, null));
			assertThat(masked).hasSize(18).startsWith("**************").endsWith(number.substring(14));
			assertThat(Masking.maskAnyNumbers("电话旁写着" + number + "。")).doesNotContain(number.substring(0, 14));
		}
	}

	@Test
	void anyTextIsUnderstoodWithoutAnException() {
		String alphabet = "0123456789XxＸ*·.?()（）-/年月日 \u3000\u200B张王A张\uE863\uD840\uDC87'+E#无";
		int[] points = alphabet.codePoints().toArray();
		for (int i = 0; i < 4 * CASES; i++) {
			StringBuilder text = new StringBuilder();
			int[] length = { 0, 3, 8, 15, 18, 19 };
			boolean digits = this.random.nextInt(3) > 0;
			for (int n = length[this.random.nextInt(length.length)]; n > 0; n--) {
				boolean digit = digits && this.random.nextInt(12) > 0;
				text.appendCodePoint(points[digit ? this.random.nextInt(10) : this.random.nextInt(points.length)]);
			}
			IdNumber id = IdNumber.parse(text.toString(), null);
			Masking.mask(id);
			Masking.maskAnyNumbers(text.toString());
			CheckDigitRepair.find(id, new PartialDate(2001, 2, 3), Sex.MALE);
			PersonName name = PersonName.parse(text.toString());
			TextComparison.ofNames(name, PersonName.parse("张三"));
			ParsedDate.parse(text.toString());
			CandidateNumber.parse(text.toString()).year();
			StudentNumber.parse(text.toString());
			NumberValue.studyLength(text.toString());
			CodeTables.ethnicGroup().lookup(text.toString());
		}
	}

	@ParameterizedTest
	@CsvSource({ "810000199408230021,RESIDENCE_PERMIT_18", "830000199201300022,RESIDENCE_PERMIT_18",
			"932682198501010017,FOREIGNER_18", "100001199003078673,RESIDENT_18", "100001900307867,RESIDENT_15",
			"10000120020815003Ｘ,RESIDENT_18", "E12345678,PASSPORT", "H12345678,HONG_KONG_PERMIT",
			"M1234567801,MACAO_PERMIT", "04913672,TAIWAN_PERMIT", "A123456789,TAIWAN_ID" })
	void documentsAreRecognised(String text, IdForm form) {
		IdNumber id = IdNumber.parse(text, null);
		assertThat(id.form()).isEqualTo(form);
		assertThat(id.has(IdProblem.Category.FORMAT)).isFalse();
	}

	@Test
	void reissuedPermitsAreTheSamePermit() {
		assertThat(IdNumber.parse("H1234567801", null).canonical()).isEqualTo("H12345678");
	}

	@Test
	void fifteenDigitsBecomeEighteen() {
		assertThat(IdNumber.parse("100001900307867", null).canonical()).isEqualTo("100001199003078673");
	}

	@ParameterizedTest
	@ValueSource(strings = { "20010203", "2001-02-03", "2001/2/3", "2001.2.3", "2001年2月3日", "２００１０２０３",
			"2001-02-03 00:00:00", "二〇〇一年二月三日" })
	void datesInAllTheShapesPeopleWrite(String text) {
		assertThat(ParsedDate.parse(text).value()).isEqualTo(new PartialDate(2001, 2, 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "20010230", "2001-13-01", "03/02/2001", "昨天", "01-02-03" })
	void whatIsNoDateStaysNone(String text) {
		assertThat(ParsedDate.parse(text).isValid()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "买买提·阿不都,买买提•阿不都,DISPLAY", "张三,张　三,DISPLAY", "李䶮,李?,GLYPH", "李䶮,李??,GLYPH", "李䶮,李yan,GLYPH",
			"李䶮,李龑,GLYPH", "买买提·阿不都,买买提阿不都,GLYPH", "张三,张三,EXACT", "张三,张四,DIFFERENT", "李䶮,李YǍN,GLYPH",
			"李䶮,李hua,DIFFERENT", "吕䶮,吕 yan,GLYPH", "?三,张?,DIFFERENT", "买买提—阿卜都,买买提·阿?都,GLYPH",
			"买买提 · 阿不都,买买提·阿不都,DISPLAY", "阿卜杜热合曼·阿卜杜克力木江,阿卜杜热合曼·阿卜杜克力,TRUNCATED",
			"阿卜杜热合曼·阿卜杜克力木江,阿卜杜热合曼·阿卜杜克,DIFFERENT", "阿卜杜热合曼·阿卜杜克力木江,阿卜杜热合曼·阿卜杜克力木,DIFFERENT" })
	void namesAreComparedByLevels(String first, String second, MatchLevel level) {
		PersonName one = PersonName.parse(first);
		PersonName other = PersonName.parse(second);
		assertThat(TextComparison.ofNames(one, other).level()).isEqualTo(level);
		assertThat(TextComparison.ofNames(other, one).level()).isEqualTo(level);
	}

	@ParameterizedTest
	@CsvSource({ "单雄信,SHAN XIONGXIN,SAME_PINYIN", "尉迟恭,yuchigong,SAME_PINYIN", "李小明,李晓明,SAME_PINYIN",
			"吕布,LYU BU,SAME_PINYIN", "张小明,李小明,ONE_CHARACTER", "王小明,小明王,ORDER", "LI SIMING,SIMING LI,ORDER",
			"欧阳娜,欧阳娜娜,ONE_MISSING", "张三,李四,NONE" })
	void differentNamesComeWithAHint(String first, String second, TextComparison.Hint hint) {
		assertThat(TextComparison.ofNames(first, second).hint()).isEqualTo(hint);
		assertThat(TextComparison.ofNames(second, first).hint()).isEqualTo(hint);
	}

	@ParameterizedTest
	@CsvSource({ "英语（师范）,英语【师范】,DISPLAY", "英语（师范）,英语,DISPLAY", "英语(师范),英语(商务),DIFFERENT", "计算机类,计算机,DISPLAY",
			"计算机科学与技术（中外合作办学）,计算机科学与技术（中外合作办学,TRUNCATED", "会计学,会计,DIFFERENT" })
	void majorsAreComparedByLevels(String first, String second, MatchLevel level) {
		assertThat(TextComparison.ofMajors(first, second).level()).isEqualTo(level);
		assertThat(TextComparison.ofMajors(second, first).level()).isEqualTo(level);
	}

	@Test
	void aHostileNameTakesNoTime() {
		String marks = "?".repeat(80);
		assertThat(TextComparison.ofNames("李" + marks, "张" + marks + "三").level()).isEqualTo(MatchLevel.DIFFERENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "张三", "买买提·阿不都", "𬱖", "李䶮", "O'NEIL JEAN-PAUL", "José", "欧阳娜娜", "金 正 男", "Иванов Иван" })
	void realNamesAreNotSuspect(String text) {
		assertThat(PersonName.parse(text).problems()).isEmpty();
	}

	@Test
	void thePrivateUseCharacterIsTheRealOne() {
		assertThat(PersonName.parse("李\uE863").comparison()).isEqualTo("李䶮");
	}

	private static boolean isRight(String number) {
		IdNumber id = IdNumber.parse(number, DocumentType.RESIDENT);
		return !id.has(IdProblem.Category.CHECKSUM) && !id.has(IdProblem.Category.FORMAT)
				&& !id.has(IdProblem.Category.DAMAGED) && !id.isAbsent();
	}

	private String number() {
		int[] weights = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
		String first = "100001%d%02d%02d%03d".formatted(1990 + this.random.nextInt(15), 1 + this.random.nextInt(12),
				1 + this.random.nextInt(28), this.random.nextInt(1000));
		int sum = 0;
		for (int i = 0; i < weights.length; i++) {
			sum += (first.charAt(i) - '0') * weights[i];
		}
		return first + "10X98765432".charAt(sum % 11);
	}

}
