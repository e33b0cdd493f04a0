package io.rollcall.database;

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
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		String named = (url != null) ? url : environment.getProperty("spring.datasource.url");
		if (named == null || named.isBlank()) {
			return null;
		}
		return ConnectionSettings.parse(named)
			.orElse(environment.getProperty("spring.datasource.username"),
					environment.getProperty("spring.datasource.password"));
	}

}
