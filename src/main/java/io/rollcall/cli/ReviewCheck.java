package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import io.rollcall.database.Home;
import io.rollcall.intake.KeyedReferences;
import io.rollcall.review.CheckedValues;
import io.rollcall.review.RefusedAnswer;
import io.rollcall.review.ReturnedWorkbook;
import io.rollcall.review.ReviewReader;
import io.rollcall.review.ReviewSettings;
import io.rollcall.source.RefusedException;
import io.rollcall.text.Messages;

/**
 * Checks a returned workbook without a database: whether it is one of this installation
 * and what of its answers would be refused. Whether values have changed since, only a run
 * can tell.
 */
final class ReviewCheck {

	private final JobFileArgument job;

	private final LocalDate date;

	private final Messages messages;

	private final PrintWriter out;

	ReviewCheck(JobFileArgument job, LocalDate date, Messages messages, PrintWriter out) {
		this.job = job;
		this.date = date;
		this.messages = messages;
		this.out = out;
	}

	/** Whether anything would be refused. */
	boolean check(Path file) {
		this.out.println(this.messages.get("cli.check.file", file));
		try {
			return print(read(file));
		}
		catch (RefusedException ex) {
			this.out.println(this.messages.get("cli.check.refused", ex.problem().reason(),
					this.messages.get("source." + ex.problem(), ex.arguments().toArray())));
		}
		catch (IOException ex) {
			this.out.println(
					this.messages.get("cli.check.refused", "FILE_UNREADABLE", this.messages.get("source.UNREADABLE")));
		}
		return true;
	}

	private ReturnedWorkbook read(Path file) throws IOException, RefusedException {
		KeyedReferences references = references();
		Path temporary = Files.createTempDirectory("rollcall-check");
		try {
			ReviewSettings settings = new ReviewSettings(this.job.campaign().name(), this.date,
					(text) -> references.of("workbook", text), password(), temporary);
			return ReviewReader
				.withoutMemory(settings, this.messages,
						new CheckedValues(this.job.campaign().fields(), this.job.campaign().colleges(), this.date,
								this.messages))
				.read(file);
		}
		finally {
			Files.delete(temporary);
		}
	}

	private KeyedReferences references() {
		try {
			return KeyedReferences.ofFile(Home.path().resolve(KeyedReferences.KEY_FILE));
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new UsageError(this.messages.get("cli.check.key", Home.path()));
		}
	}

	private Optional<String> password() throws IOException {
		Optional<String> name = this.job.campaign().workbookPasswordFile();
		return name.isEmpty() ? Optional.empty()
				: Files.readAllLines(this.job.file().resolveSibling(name.get()))
					.stream()
					.map(String::strip)
					.findFirst();
	}

	private boolean print(ReturnedWorkbook returned) {
		returned.notices().forEach((notice) -> this.out.println(this.messages.get("cli.check.notice", notice)));
		for (RefusedAnswer refusal : returned.refusals()) {
			this.out.println(returned.accepted() ? this.messages.get("cli.check.answer", refusal.reason())
					: this.messages.get("cli.check.refused", "REVIEW_REFUSED", refusal.reason()));
		}
		if (returned.accepted()) {
			this.out.println(this.messages.get("cli.check.answers", returned.run().orElseThrow().name(),
					returned.decisions().size(), returned.unanswered()));
		}
		return !returned.refusals().isEmpty();
	}

}
