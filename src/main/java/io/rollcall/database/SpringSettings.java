package io.rollcall.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

/**
 * What Spring Boot's own properties say, the data source above all: the environment
 * ({@code SPRING_DATASOURCE_URL}), system properties, or an
 * {@code application.properties} beside the working directory.
 */
public final class SpringSettings {

	private SpringSettings() {
	}

	/**
	 * The settings of a server.
	 * @param url the URL given by hand, or null
	 * @return the settings, or null when nothing names a server
	 */
	static ConnectionSettings complete(String url) {
		StandardEnvironment environment = environment();
		String named = (url != null) ? url : environment.getProperty("spring.datasource.url");
		if (named == null || named.isBlank()) {
			return null;
		}
		return ConnectionSettings.parse(named)
			.orElse(environment.getProperty("spring.datasource.username"),
					environment.getProperty("spring.datasource.password"));
	}

	/**
	 * What one of Spring Boot's own ways says of a property, before any context is made.
	 * @param property its name
	 * @return its value, empty where nothing says it
	 */
	public static Optional<String> get(String property) {
		return Optional.ofNullable(environment().getProperty(property)).filter((value) -> !value.isBlank());
	}

	private static StandardEnvironment environment() {
		StandardEnvironment environment = new StandardEnvironment();
		if (hasFiles(environment)) {
			ConfigDataEnvironmentPostProcessor.applyTo(environment);
		}
		return environment;
	}

	/**
	 * Looking for such files in Spring's own way takes half a second of every command.
	 */
	private static boolean hasFiles(StandardEnvironment environment) {
		return environment.containsProperty("spring.config.location")
				|| environment.containsProperty("spring.config.additional-location")
				|| environment.containsProperty("spring.config.import")
				|| Stream.of("", "config")
					.flatMap((folder) -> Stream.of("properties", "yml", "yaml")
						.map((type) -> Path.of(folder, "application." + type)))
					.anyMatch(Files::exists);
	}

}
