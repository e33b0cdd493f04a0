package io.rollcall.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

/**
 * The data source that Spring Boot's own properties name: the environment
 * ({@code SPRING_DATASOURCE_URL}), system properties, or an
 * {@code application.properties} beside the working directory.
 */
final class SpringSettings {

	private SpringSettings() {
	}

	/**
	 * The settings of a server.
	 * @param url the URL given by hand, or null
	 * @return the settings, or null when nothing names a server
	 */
	static ConnectionSettings complete(String url) {
		StandardEnvironment environment = new StandardEnvironment();
		if (hasFiles(environment)) {
			ConfigDataEnvironmentPostProcessor.applyTo(environment);
		}
		String named = (url != null) ? url : environment.getProperty("spring.datasource.url");
		if (named == null || named.isBlank()) {
			return null;
		}
		return ConnectionSettings.parse(named)
			.orElse(environment.getProperty("spring.datasource.username"),
					environment.getProperty("spring.datasource.password"));
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
