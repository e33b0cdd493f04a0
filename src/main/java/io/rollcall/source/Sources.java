package io.rollcall.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.TableHandler.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of any supported format. The only entrance to this package.
 *
 * <p>
 * Whatever is wrong with a file comes out as {@link RefusedException} with one exact
 * {@link Problem}; no library's exception and no value of a cell ever leaves the package.
 * Whatever the handler throws comes out untouched.
 */
public final class Sources {

	private Sources() {
	}

	/**
	 * Reads a file to its end. Rows are handed over while the file is read: when the file
	 * turns out to be damaged later on, the rows handed over before must be thrown away.
	 * @param file the file; it is opened for reading only, never changed or locked
	 * @param options what is known beforehand
	 * @param handler takes what the file holds
	 * @return what the file really is
	 * @throws RefusedException when the file cannot be read as a table
	 */
	public static FileKind read(Path file, ReadOptions options, TableHandler handler) throws RefusedException {
		Output out = new Output(handler, options.limits());
		return guarded(out, () -> {
			FileKind kind = recognise(file, options.limits());
			if (FileKind.named(file.toString()).filter((named) -> named != kind).isPresent()) {
				out.notice(Notice.Kind.OTHER_FORMAT_THAN_NAMED, "", 0);
			}
			reader(kind).read(file, options, out);
			if (!out.anything()) {
				throw out.nothing();
			}
			return kind;
		});
	}

	/**
	 * Finds out what a file is by its content alone.
	 * @param file the file
	 * @return its kind
	 * @throws RefusedException when it is none that can be read
	 */
	public static FileKind sniff(Path file) throws RefusedException {
		return guarded(null, () -> recognise(file, Limits.DEFAULT));
	}

	/**
	 * Finds out in which encoding a file is read whose format does not say it.
	 * @param file the file
	 * @return the encoding of delimited text and dBASE tables, empty for other formats
	 * @throws RefusedException when the file is none that can be read
	 */
	public static Optional<Charset> encoding(Path file) throws RefusedException {
		FileKind kind = sniff(file);
		try {
			Deadline deadline = new Deadline(Limits.TIME);
			return switch (kind) {
				case CSV -> Optional.of(CsvReader.encoding(file, ReadOptions.DEFAULT, deadline).charset());
				case DBF -> Optional.of(DbfReader.encoding(file, deadline));
				default -> Optional.empty();
			};
		}
		catch (IOException ex) {
			throw Failures.translate(ex);
		}
	}

	private static TableReader reader(FileKind kind) {
		return switch (kind) {
			case XLSX -> new XlsxReader();
			case XLS -> new XlsReader();
			case CSV -> new CsvReader();
			case DBF -> new DbfReader();
			case HTML -> new HtmlReader();
			case XML_2003 -> new SpreadsheetMlReader();
		};
	}

	private static FileKind recognise(Path file, Limits limits) throws IOException {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			throw new Refusal(Problem.UNREADABLE);
		}
		long size = Files.size(file);
		if (size == 0) {
			throw new Refusal(Problem.EMPTY);
		}
		if (size > limits.fileBytes()) {
			throw new Refusal(Problem.FILE_SIZE, limits.fileBytes() / Limits.MEBIBYTE, size / Limits.MEBIBYTE);
		}
		return Sniffer.sniff(file, size);
	}

	/**
	 * Runs a reading and translates whatever goes wrong. Libraries throw anything on
	 * damaged input, down to stack overflows; catching {@link Throwable} is the only way
	 * to keep one file from ending the run.
	 */
	@SuppressWarnings("PMD.AvoidCatchingThrowable")
	private static FileKind guarded(@Nullable Output out, Reading reading) throws RefusedException {
		try {
			return reading.run();
		}
		catch (Throwable ex) {
			Throwable handlerFailure = (out != null) ? out.handlerFailure() : null;
			if (handlerFailure instanceof Error error) {
				throw error;
			}
			if (handlerFailure instanceof RuntimeException failure) {
				throw failure;
			}
			RefusedException refused = Failures.translate(ex);
			throw (out != null) ? out.located(refused) : refused;
		}
	}

	/** The guarded part. */
	private interface Reading {

		FileKind run() throws IOException;

	}

}
