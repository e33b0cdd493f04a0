package io.rollcall.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Field.Contest;
import io.rollcall.campaign.Field.FieldHeaders;
import io.rollcall.identity.HanziText;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the catalogues that are shipped beside this class. */
final class FieldCatalogue {

	private static final YAMLMapper YAML = new YAMLMapper();

	private static final Map<String, List<String>> AFFIXES = read("affixes.yml",
			new TypeReference<Map<String, List<String>>>() {
			});

	private static final Map<String, List<String>> CLAIMED = read("claimed.yml",
			new TypeReference<Map<String, List<String>>>() {
			});

	private FieldCatalogue() {
	}

	/**
	 * What people call a field that they say is wrong, besides its headers.
	 * @param field the canonical name, or {@code id_no_tail}
	 */
	static List<String> claimed(String field) {
		return CLAIMED.getOrDefault(field, List.of());
	}

	static List<Field> fields() {
		return read("fields.yml", new TypeReference<List<FieldEntry>>() {
		}).stream().map(FieldEntry::field).toList();
	}

	/** The columns of a form that are no fields of a student's record. */
	static List<Field> form(SourceRole role) {
		return read("forms.yml", new TypeReference<Map<String, List<FieldEntry>>>() {
		}).get(role.word()).stream().map(FieldEntry::field).toList();
	}

	/** How wide forms call the column of a field; the underscore stands for its name. */
	static List<String> affixes(String kind) {
		return AFFIXES.get(kind);
	}

	static List<ForbiddenEntry> forbidden() {
		return read("forbidden.yml", new TypeReference<List<ForbiddenEntry>>() {
		});
	}

	private static <T> T read(String resource, TypeReference<T> type) {
		try (InputStream in = FieldCatalogue.class.getResourceAsStream(resource)) {
			return YAML.readValue(in, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record FieldEntry(String name, String zh, String en, String type, String key, Boolean province, Integer width,
			String table, String privacy, List<String> headers, List<String> fallback, Map<String, List<String>> roles,
			ContestEntry contest) {

		Field field() {
			return new Field(this.name, Map.of("zh", this.zh, "en", this.en), constant(FieldType.class, this.type),
					constant(FieldKey.class, this.key), Boolean.TRUE.equals(this.province),
					Optional.ofNullable(this.width), Optional.ofNullable(this.table),
					(this.privacy != null) ? constant(Privacy.class, this.privacy) : Privacy.STATUS, fieldHeaders());
		}

		private FieldHeaders fieldHeaders() {
			return new FieldHeaders(this.headers, orEmpty(this.fallback), byRole(),
					Optional.ofNullable(this.contest).map(ContestEntry::contest));
		}

		private Map<SourceRole, List<String>> byRole() {
			Map<SourceRole, List<String>> byRole = new EnumMap<>(SourceRole.class);
			if (this.roles != null) {
				this.roles.forEach((role, names) -> byRole.put(constant(SourceRole.class, role), names));
			}
			return byRole;
		}

	}

	record ContestEntry(List<String> headers, List<String> roles, String rival) {

		Contest contest() {
			return new Contest(this.headers,
					this.roles.stream().map((role) -> constant(SourceRole.class, role)).toList(), this.rival);
		}

	}

	record ForbiddenEntry(String name, String zh, String en, boolean declarable, List<String> contains,
			List<String> exact) {

		/** Headers are compared in one form of every hanzi. */
		ForbiddenEntry {
			contains = contains.stream().map(HanziText::fold).toList();
			exact = exact.stream().map(HanziText::fold).toList();
		}

	}

	private static List<String> orEmpty(List<String> list) {
		return (list != null) ? list : List.of();
	}

	private static <E extends Enum<E>> E constant(Class<E> type, String word) {
		return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
	}

}
