package io.rollcall.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.rollcall.source.Limits;
import io.rollcall.source.ReadOptions;
import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.RefusedException.Reason;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Row;
import io.rollcall.source.Sources;
import io.rollcall.source.TableHandler;

/** Keeps files away that would hold up those who serve. */
final class UploadLimits implements TableHandler {

	/**
	 * Much more than forms and workbooks need, and little enough for a machine on which
	 * others wait: a gibibyte after inflation, three quarters of a minute of reading.
	 */
	private static final Limits LIMITS = new Limits(Limits.FILE_BYTES, 1L << 30, Limits.INFLATE_RATIO, Limits.ROWS,
			Limits.COLUMNS, Limits.CELL_LENGTH, Duration.ofSeconds(45));

	private UploadLimits() {
	}

	/**
	 * Reads a file once and keeps nothing of it.
	 * @return which limit it breaks; empty also where something else is wrong with it
	 */
	static Optional<RefusedException> broken(Path file) {
		try {
			Sources.read(file, ReadOptions.DEFAULT.withEverything().withLimits(LIMITS), new UploadLimits());
			return Optional.empty();
		}
		catch (RefusedException ex) {
			boolean large = ex.problem().reason() == Reason.FILE_TOO_LARGE || ex.problem() == Problem.TOO_SLOW;
			return large ? Optional.of(ex) : Optional.empty();
		}
	}

	@Override
	public void startSheet(Sheet sheet) {
		// Nothing is kept.
	}

	@Override
	public void row(Row row) {
		// Nothing is kept.
	}

	@Override
	public void endSheet(SheetEnd end) {
		// Nothing is kept.
	}

	@Override
	public void notice(Notice notice) {
		// Nothing is kept.
	}

}
