package io.rollcall.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.rollcall.facts.RunFacts;
import io.rollcall.files.DurableFile;
import io.rollcall.text.Messages;

/**
 * Writes {@code mail.txt}: for each college the letter that goes with its workbook. It
 * says whose file it is, what to do and by when, and nothing about any student.
 */
public final class MailText {

	/** So that the editors of Windows read UTF-8. */
	private static final String MARK = "\uFEFF";

	private static final String LINE_END = "\r\n";

	private static final int STEPS = 4;

	private MailText() {
	}

	/**
	 * Writes the letters.
	 * @param target the file, replaced if it exists
	 * @param messages the texts, in the readers' language
	 * @param run the run
	 * @param workbooks the path of each college's workbook below the run's folder, in the
	 * order of the letters
	 * @param password whether a password opens the workbooks
	 * @throws IOException when the file cannot be written
	 */
	public static void write(Path target, Messages messages, RunFacts run, Map<String, String> workbooks,
			boolean password) throws IOException {
		StringBuilder text = new StringBuilder(MARK).append(messages.get("report.mail.note")).append(LINE_END);
		workbooks.forEach((college, path) -> letter(messages, run, college, path, password)
			.forEach((line) -> text.append(line).append(LINE_END)));
		byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		DurableFile.write(target, (out) -> out.write(bytes));
	}

	private static List<String> letter(Messages messages, RunFacts run, String college, String path, boolean password) {
		String due = run.collegeDeadline()
			.or(run::deadline)
			.filter((day) -> !day.isBefore(run.date()))
			.map((day) -> messages.get("report.due", day))
			.orElseGet(() -> messages.get("report.due.now"));
		List<String> steps = IntStream.rangeClosed(1, STEPS)
			.mapToObj((i) -> i + ". " + messages.get("report.mail.step." + i, due))
			.toList();
		return List.of("", "-".repeat(60), messages.get("report.mail.to", college),
				messages.get("report.mail.file", path),
				messages.get("report.mail.subject", run.title(), college, run.date()), "",
				messages.get("report.mail.greeting", college),
				messages.get("report.mail.opening", run.title(), run.date()), String.join(LINE_END, steps),
				messages.get(password ? "report.mail.password" : "report.mail.private"), "",
				messages.get("report.mail.from"), run.date().toString());
	}

}
