package io.rollcall.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded server's log, a file that the server only ever appends to. */
final class ServerLog {

	static final long LIMIT = 1 << 20;

	private ServerLog() {
	}

	/**
	 * Keeps the file small: beyond the limit it is emptied, which an appending server
	 * does not mind, and the old content goes to a file beside it.
	 * @return the size now
	 */
	static long trim(Path log) {
		try {
			Home.createFile(log);
			if (Files.size(log) > LIMIT) {
				cut(log);
			}
			return Files.size(log);
		}
		catch (FileNotFoundException ex) {
			// Windows lets nobody else write while the server does; its next start will.
			return 0;
		}
		catch (IOException ex) {
			throw Home.unusable(log, ex);
		}
	}

	private static void cut(Path log) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
			file.seek(file.length() - LIMIT);
			byte[] tail = new byte[(int) LIMIT];
			file.readFully(tail);
			Path old = log.resolveSibling(log.getFileName() + ".1");
			Home.createFile(old);
			Files.write(old, tail);
			file.setLength(0);
		}
	}

	/**
	 * Why a start failed, in the server's words.
	 * @param log the file
	 * @param from its size before the start
	 * @return the first fatal line without its time stamp, else the last line
	 */
	static String reason(Path log, long from) {
		try {
			byte[] bytes = Files.readAllBytes(log);
			int start = (int) Math.min(from, bytes.length);
			List<String> lines = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank())
				.toList();
			String line = lines.stream()
				.filter((candidate) -> candidate.contains("FATAL:") || candidate.contains("PANIC:"))
				.findFirst()
				.orElse(lines.isEmpty() ? "-" : lines.get(lines.size() - 1));
			return line.replaceFirst("^[-0-9:. A-Z]+ \\[\\d+] ", "").strip();
		}
		catch (IOException ex) {
			return "-";
		}
	}

}
