package io.rollcall.pipeline.remote;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts as a sign that a part gets on. */
class HandedWorkTest {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static List<Consumer<HandedWork>> signs() {
		return List.of(HandedWork::isWanted, (work) -> work.read(1), (work) -> work.wrote("findings.csv", 1));
	}

	@ParameterizedTest
	@MethodSource("signs")
	void aPartThatAsksOrTellsGetsOn(Consumer<HandedWork> sign) {
		HandedWork work = new HandedWork(null, 1, UUID.randomUUID());
		assertThat(work.isStuck(PATIENCE)).isFalse();
		ReflectionTestUtils.setField(work, "moved", System.nanoTime() - PATIENCE.toNanos());
		assertThat(work.isStuck(PATIENCE)).isTrue();
		sign.accept(work);
		assertThat(work.isStuck(PATIENCE)).isFalse();
	}

}
