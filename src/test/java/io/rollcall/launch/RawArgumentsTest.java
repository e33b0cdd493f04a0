package io.rollcall.launch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RawArgumentsTest {

	private static final String[] TYPED = { "run", "任务/新生.yml", "", "a?b" };

	private static String[] decoded(java.nio.charset.Charset locale) {
		return Arrays.stream(TYPED)
			.map((word) -> new String(word.getBytes(StandardCharsets.UTF_8), locale).replace('\uFFFD', '?'))
			.toArray(String[]::new);
	}

	@Test
	void whatALocaleHasDamagedIsRecognised() {
		assertThat(RawArguments.fit(TYPED, decoded(StandardCharsets.US_ASCII))).isTrue();
		assertThat(RawArguments.fit(TYPED, decoded(StandardCharsets.ISO_8859_1))).isTrue();
	}

	@Test
	void otherArgumentsAreNotTakenForTheOwn() {
		String[] other = decoded(StandardCharsets.US_ASCII);
		other[0] = "runs";
		assertThat(RawArguments.fit(TYPED, other)).isFalse();
		assertThat(RawArguments.fit(new String[0], other)).isFalse();
	}

	@Test
	void theSystemKeepsTheArgumentsOfAProcess() {
		assertThat(RawArguments.of("self", 1)).hasValueSatisfying((last) -> assertThat(last).hasSize(1));
		assertThat(RawArguments.of("self", 1_000_000)).isEmpty();
		assertThat(RawArguments.of("no-process", 1)).isEmpty();
	}

	@Test
	void whatALauncherScriptWasGivenHasEveryLetter() {
		assertThat(RawArguments.fromScript("run \"任务/新生 2020.yml\"  --reason=\"a b\" \"\"", "run", "??/?? 2020.yml",
				"--reason=a b", ""))
			.containsExactly("run", "任务/新生 2020.yml", "--reason=a b", "");
		assertThat(RawArguments.fromScript(null, "run")).containsExactly("run");
		assertThat(RawArguments.fromScript("", "run")).containsExactly("run");
		assertThat(RawArguments.fromScript("runs", "run")).containsExactly("run");
	}

}
