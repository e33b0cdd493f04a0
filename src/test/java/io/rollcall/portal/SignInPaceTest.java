package io.rollcall.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What was wrong is answered ever later, by few at a time. */
class SignInPaceTest {

	private final List<Long> waits = new ArrayList<>();

	private long now = 1;

	private final SignInPace pace = new SignInPace(() -> this.now, this.waits::add);

	private void fail(String address, String account) {
		assertThat(this.pace.take(address, account, () -> false)).isFalse();
	}

	@Test
	void failuresOfAnAddressOrAnAccountAreAnsweredEverLaterUpToABound() {
		for (int i = 0; i < 6; i++) {
			fail("10.0.0.1", "li");
		}
		assertThat(this.waits).containsExactly(250L, 500L, 1000L, 2000L, 4000L, 4000L);
		this.waits.clear();
		fail("10.0.0.1", "wang");
		fail("10.0.0.2", "LI");
		fail("10.0.0.2", "zhao");
		fail("10.0.0.3", "sun");
		assertThat(this.waits).containsExactly(4000L, 4000L, 500L, 250L);
	}

	@Test
	void whatIsRightIsAnsweredAtOnceAndForgivesTheAccount() {
		fail("10.0.0.1", "li");
		fail("10.0.0.2", "li");
		assertThat(this.pace.take("10.0.0.3", "li", () -> true)).isTrue();
		fail("10.0.0.4", "li");
		assertThat(this.waits).containsExactly(250L, 500L, 250L);
	}

	@Test
	void aQuarterOfAnHourForgives() {
		fail("10.0.0.1", "li");
		fail("10.0.0.1", "li");
		this.now += Duration.ofMinutes(16).toNanos();
		fail("10.0.0.1", "li");
		assertThat(this.waits).containsExactly(250L, 500L, 250L);
	}

	@Test
	void aHouseholdOfManyAddressesIsOne() {
		fail("2001:db8:1:2::1", "li");
		fail("2001:db8:1:2:ffff::2", "wang");
		fail("2001:db8:1:3::1", "zhao");
		assertThat(this.waits).containsExactly(250L, 500L, 250L);
	}

	@Test
	void fewAnswersAreHeldBackAndTheRestIsNotLookedAt() throws Exception {
		CountDownLatch held = new CountDownLatch(1);
		CountDownLatch holding = new CountDownLatch(6);
		SignInPace slow = new SignInPace(() -> this.now, (millis) -> {
			holding.countDown();
			held.await();
		});
		AtomicInteger looked = new AtomicInteger();
		ExecutorService people = Executors.newCachedThreadPool();
		List<Future<Boolean>> answers = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			String account = "account" + i;
			answers.add(people.submit(() -> slow.take("10.0.0.1", account, () -> looked.incrementAndGet() < 0)));
		}
		holding.await();
		assertThatExceptionOfType(SignInPace.Busy.class)
			.isThrownBy(() -> slow.take("10.0.0.1", "another", () -> looked.incrementAndGet() > 0));
		assertThat(looked).hasValue(6);
		assertThat(slow.take("10.0.0.2", "another", () -> true)).isTrue();
		held.countDown();
		for (Future<Boolean> answer : answers) {
			assertThat(answer.get()).isFalse();
		}
		assertThat(slow.take("10.0.0.1", "another", () -> true)).isTrue();
		people.shutdown();
	}

}
