package io.rollcall.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import io.rollcall.setup.Answers;
import io.rollcall.setup.Question;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked on a terminal, and what counts as an answer. */
class AskingTest {

	private static final Answers GUESSED = new Answers("00000", "学校名称待定", 2021, LocalDate.of(2021, 11, 1),
			LocalDate.of(2021, 11, 17));

	private final StringWriter out = new StringWriter();

	private final Set<Question> open = EnumSet.allOf(Question.class);

	private Answers ask(String typed) {
		return new Asking(new BufferedReader(new StringReader(typed)), new PrintWriter(this.out), Messages.of("zh"))
			.ask(GUESSED, this.open);
	}

	@Test
	void whatIsTypedIsTaken() {
		assertThat(ask("14567\n江北理工学院\n2020\n2020-11-04\n2020-11-20\n"))
			.isEqualTo(new Answers("14567", "江北理工学院", 2020, LocalDate.of(2020, 11, 4), LocalDate.of(2020, 11, 20)));
		assertThat(this.open).isEmpty();
	}

	@Test
	void enterAndTheEndOfInputTakeWhatStandsInBrackets() {
		assertThat(ask("\n\n")).isEqualTo(GUESSED);
		assertThat(this.open).hasSize(5);
		assertThat(this.out.toString()).contains("[00000]", "[2021-11-17]");
	}

	@Test
	void whatIsNoAnswerIsAskedAgain() {
		assertThat(ask("567\n14567\n\n明年\n2022\n\n").schoolCode()).isEqualTo("14567");
		assertThat(this.out.toString()).contains("请照方括号中的样子再写一次");
	}

	@Test
	void onlyWhatIsOpenIsAsked() {
		this.open.retainAll(Set.of(Question.START, Question.DEADLINE));
		assertThat(ask("2021-12-01\n2021-11-20\n2021-12-20\n").deadline()).isEqualTo(LocalDate.of(2021, 12, 20));
	}

}
