package io.rollcall.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.source.Cell;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Row;
import io.rollcall.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What a reader on a thread of its own hands over, and how it ends. */
@Timeout(60)
class RowsAheadTest {

	private static final Runnable NOTHING = () -> {
	};

	private final Section list = list();

	private final RowsAhead rows = new RowsAhead();

	private final List<Long> taken = new ArrayList<>();

	@Test
	void rowsComeInTheirOrderAndAllOfThem() throws Exception {
		AtomicInteger meanwhile = new AtomicInteger();
		this.rows.read(() -> put(10_001), this::take, meanwhile::incrementAndGet);
		assertThat(this.taken).isEqualTo(IntStream.range(0, 10_001).mapToObj((i) -> (long) i).toList());
		assertThat(meanwhile.get()).isGreaterThanOrEqualTo(10_001);
	}

	@Test
	void aFileWithoutRowsEnds() throws Exception {
		this.rows.read(() -> {
		}, this::take, NOTHING);
		assertThat(this.taken).isEmpty();
	}

	@Test
	void whatRefusesAFileComesBehindTheRowsBeforeIt() {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.rows.read(() -> {
			put(100);
			Sources.sniff(Path.of("no such file"));
		}, this::take, NOTHING));
		assertThat(this.taken).hasSize(100);
	}

	@Test
	void whoeverTakesNoMoreEndsTheReading() {
		CountDownLatch ended = new CountDownLatch(1);
		assertThatIllegalStateException().isThrownBy(() -> this.rows.read(() -> {
			try {
				put(Integer.MAX_VALUE);
			}
			finally {
				ended.countDown();
			}
		}, (row, list) -> {
			throw new IllegalStateException("full");
		}, NOTHING)).withMessage("full");
		assertThat(ended.getCount()).isZero();
	}

	@Test
	void whoeverWaitsForRowsCanBeStopped() {
		CountDownLatch stopped = new CountDownLatch(1);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> this.rows.read(() -> {
			try {
				stopped.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}, this::take, () -> {
			stopped.countDown();
			throw new CancellationException();
		}));
	}

	private static Section list() {
		try {
			return Section.first(HeaderMapper.of(JobFiles.load(Path.of("jobs/freshman-2020.yml")), SourceRole.ROSTER)
				.search(List.of(new Row("", 1, List.of(Cell.ofText("学号"), Cell.ofText("姓名")))))
				.mapping()
				.orElseThrow());
		}
		catch (JobFileException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void put(int count) {
		for (long i = 0; i < count; i++) {
			this.rows.put(new Row("", i, List.of(Cell.ofText("x".repeat((int) (i % 7) * 5_000)))), this.list);
		}
	}

	private void take(Row row, Section of) {
		assertThat(of).isSameAs(this.list);
		this.taken.add(row.number());
	}

}
