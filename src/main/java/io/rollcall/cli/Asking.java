package io.rollcall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.rollcall.setup.Answers;
import io.rollcall.setup.Question;
import io.rollcall.text.Messages;

/**
 * Asks what files do not tell. Enter takes what stands in brackets; so does somebody who
 * types something else three times.
 */
final class Asking {

	private static final int TURNS = 3;

	private final BufferedReader in;

	private final PrintWriter out;

	private final Messages messages;

	Asking(BufferedReader in, PrintWriter out, Messages messages) {
		this.in = in;
		this.out = out;
		this.messages = messages;
	}

	static Asking onTerminal(PrintWriter out, Messages messages) {
		return new Asking(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out, messages);
	}

	/**
	 * Asks.
	 * @param guessed what is taken unless somebody says otherwise
	 * @param open what is asked; what is answered is taken out
	 * @return the answers
	 */
	Answers ask(Answers guessed, Set<Question> open) {
		this.out.println(this.messages.get("cli.ask"));
		String code = ask(Question.SCHOOL_CODE, open, guessed.schoolCode(),
				(text) -> text.matches("\\d{5}") ? Optional.of(text) : Optional.empty());
		String name = ask(Question.SCHOOL_NAME, open, guessed.schoolName(), Optional::of);
		int cohort = ask(Question.COHORT, open, guessed.cohort(),
				(text) -> text.matches("20\\d\\d") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
		LocalDate start = ask(Question.START, open, guessed.start(), Asking::date);
		LocalDate usual = guessed.deadline().isBefore(start) ? start : guessed.deadline();
		LocalDate deadline = ask(Question.DEADLINE, open, usual,
				(text) -> date(text).filter((day) -> !day.isBefore(start)));
		return new Answers(code, name, cohort, start, deadline);
	}

	private <T> T ask(Question question, Set<Question> open, T guess, Function<String, Optional<T>> reader) {
		if (!open.contains(question)) {
			return guess;
		}
		for (int turn = 0; turn < TURNS; turn++) {
			this.out.print(this.messages.get("cli.ask." + question, guess));
			this.out.flush();
			String typed = line();
			if (typed == null) {
				this.out.println();
				return guess;
			}
			if (typed.isBlank()) {
				return guess;
			}
			Optional<T> read = reader.apply(typed.strip());
			if (read.isPresent()) {
				open.remove(question);
				return read.get();
			}
			this.out.println(this.messages.get("cli.ask.again"));
		}
		return guess;
	}

	private String line() {
		try {
			return this.in.readLine();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<LocalDate> date(String text) {
		try {
			return Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
