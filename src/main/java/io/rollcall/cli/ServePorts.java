package io.rollcall.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.rollcall.doctor.Listening;

/** Where {@code serve} listens unless its command line says otherwise. */
final class ServePorts {

	/** What holds where nobody sets anything, by the names that Spring Boot gives. */
	static final Map<String, String> USUAL = Map.of("server.port", "8080", "server.address", "127.0.0.1",
			"management.server.port", "8081", "management.server.address", "127.0.0.1");

	private ServePorts() {
	}

	/**
	 * The places that are wanted by the settings of this process.
	 * @return one for the pages and one for health and figures
	 */
	static List<Listening> wanted() {
		return wanted(System::getProperty, System::getenv);
	}

	static List<Listening> wanted(UnaryOperator<String> properties, UnaryOperator<String> environment) {
		return Stream.of("server", "management.server")
			.map((part) -> new Listening(setting(part + ".address", properties, environment),
					setting(part + ".port", properties, environment)))
			.toList();
	}

	private static String setting(String name, UnaryOperator<String> properties, UnaryOperator<String> environment) {
		return Optional.ofNullable(properties.apply(name))
			.or(() -> Optional.ofNullable(environment.apply(name.replace('.', '_').toUpperCase(Locale.ROOT))))
			.orElseGet(() -> USUAL.get(name));
	}

}
