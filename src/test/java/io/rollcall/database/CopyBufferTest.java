package io.rollcall.database;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CopyBufferTest {

	@Test
	void valuesAreParted() {
		assertThat(text("a", 0L, -17, 1234567890123L, null, true)).isEqualTo("a\t0\t-17\t1234567890123\t\\N\ttrue");
	}

	@Test
	void whatEndsColumnsAndRowsIsEscaped() {
		assertThat(text("a\tb\nc\rd\\N\0e")).isEqualTo("a\\tb\\nc\\rd\\\\Ne");
	}

	@Test
	void everyTextIsUtf8() {
		Random random = new Random(1);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder value = new StringBuilder();
			random.ints(random.nextInt(8), 0x80, 0x11_0000)
				.forEach((c) -> value.appendCodePoint((c % 3 == 0) ? c % 0x1_0000 : (c % 3 == 1) ? c % 0x800 : c));
			String whole = value.toString().replaceAll("[\0\\\\\t\n\r]", "");
			byte[] expected = whole.codePoints()
				.map((c) -> (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString()
				.getBytes(StandardCharsets.UTF_8);
			assertThat(CopyBuffer.encoded(whole)).isEqualTo(expected);
		}
	}

	@Test
	void objectsAreEscapedTwice() {
		CopyBuffer buffer = new CopyBuffer(null, "");
		buffer.beginObject()
			.addMember(CopyBuffer.member("a"), "x\"y\\z\u0001\n\0")
			.addMember(CopyBuffer.member("b"), "")
			.endObject();
		assertThat(buffer.unsent()).isEqualTo("{\"a\":\"x\\\\\"y\\\\\\\\z\\\\u0001\\\\u000a\",\"b\":\"\"}");
	}

	private static String text(Object... values) {
		return new String(CopyBuffer.encoded(values), StandardCharsets.UTF_8);
	}

}
