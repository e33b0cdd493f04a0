package io.rollcall;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** The log of tests stays whole, whatever starts and ends in them. */
class LogOfFailuresTest {

	private static final Logger LOG = LoggerFactory.getLogger(LogOfFailuresTest.class);

	/** Nothing. */
	static final class Empty {

	}

	@Test
	void whatIsLoggedWhileAnotherContextStartsIsKept() throws Exception {
		AtomicBoolean ended = new AtomicBoolean();
		CountDownLatch begun = new CountDownLatch(1);
		AtomicBoolean lost = new AtomicBoolean();
		Thread busy = new Thread(() -> {
			for (int i = 0; !ended.get(); i++) {
				LOG.warn("line {}", i);
				lost.compareAndSet(false, !HeldLog.text().contains("line " + i));
				begun.countDown();
			}
		});
		busy.start();
		assertThat(begun.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
		for (int i = 0; i < 3; i++) {
			new SpringApplicationBuilder(Empty.class).run().close();
		}
		ended.set(true);
		busy.join();
		assertThat(lost).isFalse();
	}

}
