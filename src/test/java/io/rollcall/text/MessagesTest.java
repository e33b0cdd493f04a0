package io.rollcall.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

	@Test
	void aValueIsInsertedAsItIs() {
		assertThat(Messages.of("en").get("intake.SAME_STUDENTS", "{1}.csv", "$1\\{0}"))
			.contains("\"{1}.csv\" ($1\\{0})");
	}

	@Test
	void placesWithoutValuesStay() {
		assertThat(Messages.of("en").get("source.FILE_SIZE", 1)).contains("{1} MiB", "limit of 1");
	}

}
