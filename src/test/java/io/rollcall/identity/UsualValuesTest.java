package io.rollcall.identity;

import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is done with usual cells at once comes to the same as understanding them. */
class UsualValuesTest {

	private static final int CELLS = 40_000;

	private static final String[] PIECES = { "0", "1", "2", "20", "2061", "440103200201301234", "11010519491231002X",
			"x", "X", "张", "某", "无", "*", "·", ".", ".0", " ", "'", "\u3000", "\u200B", "１", "\uFF38", "E+17", ",", "-",
			"\uD840\uDC00", "ㄚ", "口", "未知", "\uE000", "000", "999999", "(", "A", "\uD800" };

	private final Random random = new Random(20201112);

	@Test
	void candidateNumbers() {
		same(CandidateNumber::parse, CandidateNumber::understand);
	}

	@Test
	void studentNumbers() {
		same(StudentNumber::parse, StudentNumber::understand);
	}

	@Test
	void names() {
		same(NameParser::parse, NameParser::understand);
	}

	@Test
	void idNumbers() {
		same((raw) -> IdParser.parse(raw, null), (raw) -> IdParser.understand(raw, null));
		for (DocumentType stated : DocumentType.values()) {
			same((raw) -> IdParser.parse(raw, stated), (raw) -> IdParser.understand(raw, stated));
		}
	}

	private void same(Function<String, Object> usual, Function<String, Object> any) {
		assertThat(usual.apply(null)).isEqualTo(any.apply(null));
		for (int i = 0; i < CELLS; i++) {
			String cell = cell();
			assertThat(usual.apply(cell)).as("cell %d", i).isEqualTo(any.apply(cell));
		}
	}

	/** Digits, hanzi or a mixture of what gives trouble. */
	private String cell() {
		StringBuilder cell = new StringBuilder();
		int length = this.random.nextInt(20);
		switch (this.random.nextInt(5)) {
			case 0 -> this.random.ints(length, '0', '9' + 1).forEach(cell::appendCodePoint);
			case 1 -> this.random.ints(length / 4, 0x4E00, 0xA000).forEach(cell::appendCodePoint);
			case 2 -> {
				this.random.ints(17, '0', '9' + 1).forEach(cell::appendCodePoint);
				cell.append(CheckCharacters.resident(cell));
			}
			case 3 -> cell.append(String.valueOf(this.random.nextInt(10)).repeat(length));
			default -> {
				for (int i = 0; i < length / 3; i++) {
					cell.append(PIECES[this.random.nextInt(PIECES.length)]);
				}
			}
		}
		return cell.toString();
	}

}
