package io.rollcall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The last net under the log. */
class LogPatternTest {

	@Test
	void numbersAndAddressesOfPeopleAreCutOut() throws IOException {
		String line = logged("refused 100001200102030019, 10000120010203001x, 13900000001 nobody@example.edu.cn",
				new IllegalStateException("key 20619999999901"));
		assertThat(line).contains("refused ***, ***, *** ***", "key ***", "at io.rollcall")
			.doesNotContain("1000012001", "139000", "nobody", "206199");
	}

	@Test
	void whatARunSaysOfItselfStays() throws IOException {
		String words = "date 2020-11-12 number 3, executed in 1234ms, rollcall 8a1b2c3d-1111-2222-3333-445566778899,"
				+ " hash 13900000001aaaa0000bbbb";
		assertThat(logged(words, null)).contains(words);
	}

	private static String logged(String words, Throwable failure) throws IOException {
		Properties settings = new Properties();
		try (InputStream in = LogPatternTest.class.getResourceAsStream("/application.properties")) {
			settings.load(in);
		}
		LoggerContext context = new LoggerContext();
		PatternLayout layout = new PatternLayout();
		layout.setContext(context);
		layout.setPattern(settings.getProperty("logging.pattern.file").replace("%wEx", "%ex").replace("${PID:-}", "1"));
		layout.start();
		return layout
			.doLayout(new LoggingEvent("caller", context.getLogger("io.rollcall"), Level.ERROR, words, failure, null));
	}

}
