package io.rollcall.cli;

import java.util.Map;

import io.rollcall.doctor.Listening;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where serve would listen, as doctor asks. */
class ServePortsTest {

	@Test
	void withoutSettingsItIsWhereTheReadmeSays() {
		assertThat(ServePorts.wanted((name) -> null, (name) -> null))
			.containsExactly(new Listening("127.0.0.1", "8080"), new Listening("127.0.0.1", "8081"));
	}

	@Test
	void propertiesComeBeforeTheEnvironment() {
		assertThat(ServePorts.wanted(Map.of("server.port", "9000")::get,
				Map.of("SERVER_PORT", "9001", "SERVER_ADDRESS", "0.0.0.0", "MANAGEMENT_SERVER_PORT", "9002")::get))
			.containsExactly(new Listening("0.0.0.0", "9000"), new Listening("127.0.0.1", "9002"));
	}

}
