package io.rollcall.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All kinds of findings, read from {@code findings.yml} beside this class. The order of
 * the file is the order in which kinds are listed everywhere.
 */
public final class Catalogue {

	private static final Catalogue SHIPPED = load();

	private final Map<String, FindingKind> kinds;

	private Catalogue(Map<String, FindingKind> kinds) {
		this.kinds = kinds;
	}

	/**
	 * The catalogue shipped with the product.
	 * @return the catalogue
	 */
	public static Catalogue shipped() {
		return SHIPPED;
	}

	/**
	 * All kinds in their order.
	 * @return the kinds
	 */
	public Collection<FindingKind> kinds() {
		return this.kinds.values();
	}

	/**
	 * The kind with a code.
	 * @param code the code
	 * @return the kind
	 * @throws IllegalArgumentException when no kind has that code
	 */
	public FindingKind get(String code) {
		FindingKind kind = this.kinds.get(code);
		if (kind == null) {
			throw new IllegalArgumentException("no finding is called " + code);
		}
		return kind;
	}

	private static Catalogue load() {
		YAMLMapper mapper = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		try (InputStream in = Catalogue.class.getResourceAsStream("findings.yml")) {
			List<FindingKind> list = mapper.readValue(in, new TypeReference<List<FindingKind>>() {
			});
			Map<String, FindingKind> kinds = new LinkedHashMap<>();
			for (FindingKind kind : list) {
				if (kinds.put(kind.code(), kind) != null) {
					throw new IllegalStateException("the catalogue holds " + kind.code() + " twice");
				}
			}
			return new Catalogue(java.util.Collections.unmodifiableMap(kinds));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
