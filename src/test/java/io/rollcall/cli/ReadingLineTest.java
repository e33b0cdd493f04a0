package io.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingLineTest {

	private final StringWriter out = new StringWriter();

	private final AtomicLong now = new AtomicLong();

	private ReadingLine reading(boolean live) {
		return new ReadingLine(new PrintWriter(this.out), Messages.of("zh"), live, this.now::get);
	}

	@Test
	void theFileAndHowLongItTakesAreToldAndTheLineGoes() {
		ReadingLine reading = reading(true);
		reading.redraw();
		assertThat(this.out.toString()).isEmpty();
		reading.accept("名单/教务.xlsx");
		this.now.addAndGet(TimeUnit.SECONDS.toNanos(65));
		reading.redraw();
		assertThat(this.out.toString()).contains("读取 名单/教务.xlsx …  已用 1:05").doesNotContain("\n");
		reading.accept("学信网.xlsx");
		reading.redraw();
		assertThat(this.out.toString()).contains("读取 学信网.xlsx …  已用 0:00");
		reading.close();
		reading.redraw();
		assertThat(this.out.toString()).endsWith(TerminalProgress.FRESH);
	}

	@Test
	void whereLinesCannotBeRewrittenEachFileIsOne() {
		ReadingLine reading = reading(false);
		reading.accept("a.xlsx");
		reading.redraw();
		reading.redraw();
		reading.accept("b.xlsx");
		reading.redraw();
		reading.close();
		assertThat(this.out.toString().lines()).containsExactly("读取 a.xlsx", "读取 b.xlsx");
	}

	@Test
	void whatIsToldAtOnceWaitsForNoLookWhereTheLineGoesAgain() {
		ReadingLine reading = reading(true);
		reading.acceptAtOnce("a.yml");
		assertThat(this.out.toString()).contains("读取 a.yml …");
		reading.close();
		assertThat(this.out.toString()).endsWith(TerminalProgress.FRESH);
		StringWriter before = new StringWriter();
		new ReadingLine(new PrintWriter(before), Messages.of("zh"), false, this.now::get).acceptAtOnce("a.yml");
		assertThat(before.toString()).isEmpty();
	}

	@Test
	void whatIsReadAtOnceLeavesNothing() {
		ReadingLine reading = reading(true);
		reading.accept("a.xlsx");
		reading.close();
		assertThat(this.out.toString()).isEmpty();
	}

}
