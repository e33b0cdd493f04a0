package io.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.rollcall.run.RunListener.Step;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalProgressTest {

	private final StringWriter out = new StringWriter();

	private final AtomicLong now = new AtomicLong();

	private TerminalProgress progress(String language, boolean live) {
		return new TerminalProgress(new PrintWriter(this.out), Messages.of(language), live, this.now::get);
	}

	private void after(long seconds) {
		this.now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
	}

	@Test
	void elsewhereThanOnATerminalThereIsOnePlainLineAStep() {
		TerminalProgress progress = progress("zh", false);
		progress.stepStarted(Step.LOAD);
		progress.progress(Step.LOAD, 500, 1000);
		after(2);
		progress.stepEnded(Step.LOAD, 1000);
		progress.stepStarted(Step.JUDGE);
		progress.runEnded();
		assertThat(this.out.toString().lines()).containsExactly("读入：1000 行，2.0 秒");
	}

	@Test
	void rateAndTimeLeftAreTold() {
		TerminalProgress progress = progress("zh", true);
		progress.stepStarted(Step.LOAD);
		assertThat(progress.line()).isEqualTo("读入 …  已用 0:00");
		after(10);
		progress.progress(Step.LOAD, 25_000, 100_000);
		assertThat(progress.line()).isEqualTo("读入 █████░░░░░░░░░░░░░░░ 25%  25000 行，每秒 2500，已用 0:10，约剩 0:30");
		progress.runEnded();
	}

	/** Loading begins with a survey, in which not one row gets loaded. */
	@Test
	void theTimeLeftFollowsTheSpeedOfJustNow() {
		TerminalProgress progress = progress("en", true);
		progress.stepStarted(Step.LOAD);
		after(100);
		progress.progress(Step.LOAD, 1000, 100_000);
		progress.line();
		after(5);
		progress.progress(Step.LOAD, 51_000, 100_000);
		assertThat(progress.line()).contains("10000/s", "about 0:05 left", "1:45 elapsed");
		progress.runEnded();
	}

	@Test
	void aFullBarIsNeverShortOfTheEnd() {
		TerminalProgress progress = progress("zh", true);
		progress.stepStarted(Step.REPORT);
		after(1);
		progress.progress(Step.REPORT, 999, 1000);
		assertThat(progress.line()).contains(" 99% ");
		progress.runEnded();
	}

	@Test
	void aLineThatIsLeftHalfDoneIsCleared() {
		TerminalProgress progress = progress("zh", true);
		progress.stepStarted(Step.JUDGE);
		progress.redraw();
		progress.runEnded();
		progress.redraw();
		assertThat(this.out.toString()).startsWith("\r\u001B[K\u001B[?7l检查 …").endsWith("\u001B[?7h\r\u001B[K");
	}

}
