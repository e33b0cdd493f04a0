package io.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import io.rollcall.Patience;
import io.rollcall.database.Opening;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartNoticeTest {

	private final StringWriter said = new StringWriter();

	@Test
	void aTerminalIsToldOfEveryPartOnceItTakesLong() throws Exception {
		try (StartNotice notice = notice(true)) {
			notice.opening(Opening.STARTING);
			notice.opening(Opening.UNPACKING);
			awaitLines(1);
			notice.opening(Opening.CREATING);
			notice.opening(Opening.STARTING);
			notice.schema();
			notice.reading();
		}
		assertThat(lines()).containsExactly("Unpacking the database (the first time only) …",
				"Making the database (the first time only) …", "Starting the database …", "Checking the tables …",
				"Reading …");
	}

	@Test
	void elsewhereOneLineTellsOfTheDatabase() throws Exception {
		try (StartNotice notice = notice(false)) {
			notice.opening(Opening.UNPACKING);
			notice.opening(Opening.CREATING);
			awaitLines(1);
			notice.schema();
			notice.reading();
		}
		assertThat(lines()).containsExactly("Starting the database …");
	}

	@Test
	void whatIsDoneAtOnceIsNotToldOf() {
		try (StartNotice notice = notice(false)) {
			notice.opening(Opening.STARTING);
			notice.schema();
		}
		assertThat(lines()).isEmpty();
	}

	/** Long enough for what a test says at once, also on a busy machine. */
	private StartNotice notice(boolean watched) {
		return new StartNotice(new PrintWriter(this.said), Messages.of("en"), watched, 2_000);
	}

	private void awaitLines(int count) throws Exception {
		Patience.await(count + " lines", () -> lines().length == count, this.said::toString);
	}

	private String[] lines() {
		return this.said.toString().lines().toArray(String[]::new);
	}

}
