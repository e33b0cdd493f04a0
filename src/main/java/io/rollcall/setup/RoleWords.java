package io.rollcall.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.rollcall.campaign.SourceRole;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What shows a role.
 *
 * @param names words in names of files and folders, in lower case
 * @param headers words in headers that no field is known by, in lower case
 * @param fields fields with their points
 * @param lacks points for fields that are not there
 */
record RoleWords(List<String> names, List<String> headers, Map<String, Integer> fields, Map<String, Integer> lacks) {

	/** By role. */
	private static final Map<SourceRole, RoleWords> ALL = read();

	private static final RoleWords NONE = new RoleWords(List.of(), List.of(), Map.of(), Map.of());

	/** What shows a role; of some nothing does. */
	static RoleWords of(SourceRole role) {
		return ALL.getOrDefault(role, NONE);
	}

	private static Map<SourceRole, RoleWords> read() {
		try (InputStream in = RoleWords.class.getResourceAsStream("roles.yml")) {
			Map<String, RoleWords> words = new YAMLMapper().readValue(in, new TypeReference<>() {
			});
			return words.entrySet()
				.stream()
				.collect(Collectors.toUnmodifiableMap((entry) -> SourceRole.of(entry.getKey()).orElseThrow(),
						Map.Entry::getValue));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
