package io.rollcall.identity;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Names in the wrong encoding, and names that only look odd. */
class MojibakeTest {

	private static final Charset GBK = Charset.forName("GBK");

	@ParameterizedTest
	@ValueSource(strings = { "张三", "李四光", "欧阳修文", "阿依古丽", "买买提·阿不都", "王䶮" })
	void everyWrongReadingIsRecognised(String name) {
		byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
		assertThat(Mojibake.is(new String(utf8, Charset.forName("windows-1252")))).isTrue();
		assertThat(Mojibake.is(new String(utf8, StandardCharsets.ISO_8859_1))).isTrue();
		assertThat(Mojibake.is(new String(utf8, GBK))).isTrue();
		if (GBK.newEncoder().canEncode(name)) {
			String latin = new String(name.getBytes(GBK), StandardCharsets.ISO_8859_1);
			assertThat(Mojibake.is(latin)).isTrue();
			assertThat(Mojibake.is(new String(latin.getBytes(StandardCharsets.UTF_8), GBK))).isTrue();
			assertThat(Mojibake.is(new String(name.getBytes(GBK), StandardCharsets.UTF_8))).isTrue();
			assertThat(Mojibake.is(new String(
					new String(name.getBytes(GBK), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), GBK)))
				.isTrue();
		}
		assertThat(Mojibake.is("?".repeat(name.length()))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "张三", "王?", "李\uFFFD林", "José Müller", "Müßig", "ZHANG SAN", "阿依·古丽", "张*三", "", "?", "婷婷",
			"闫妍", "滕淇", "山田太郎", "김철수", "鲁路鹿", "卢禄录", "M\uFFFDller" })
	void namesAreNone(String name) {
		assertThat(Mojibake.is(name)).isFalse();
	}

	/** Of the hanzi that lists of students hold, hardly any pair is UTF-8 by chance. */
	@Test
	void commonHanziAreNone() {
		Random random = new Random(7);
		List<String> surnames = List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭",
				"何");
		for (int i = 0; i < 20_000; i++) {
			byte[] given = { (byte) (0xB0 + random.nextInt(0x47)), (byte) (0xA1 + random.nextInt(0x5D)) };
			String name = surnames.get(random.nextInt(surnames.size())) + new String(given, GBK);
			assertThat(Mojibake.is(name)).as(name).isFalse();
		}
	}

}
