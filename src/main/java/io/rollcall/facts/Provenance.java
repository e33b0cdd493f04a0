package io.rollcall.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * With what a run was made, so that its result can be made again.
 *
 * @param versions the versions of {@code rollcall}, {@code java}, {@code postgresql}, ...
 * @param rules the severity of every rule in force, by code
 * @param jobFile the job file's name
 * @param jobSha256 the job file's SHA-256 in hexadecimal
 * @param settings the thresholds and settings that decide, by name
 * @param options the options that the run was started with
 */
public record Provenance(Map<String, String> versions, Map<String, String> rules, String jobFile, String jobSha256,
		Map<String, String> settings, Map<String, String> options) {

	public Provenance {
		versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
		rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
		Objects.requireNonNull(jobFile);
		Objects.requireNonNull(jobSha256);
		settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
		options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
	}

}
