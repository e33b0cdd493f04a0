package io.rollcall.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
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

	/**
	 * The codes of the kinds that a sheet lists.
	 * @param sheet the sheet
	 * @return the codes, in the catalogue's order
	 */
	public Set<String> codesOn(FindingKind.Sheet sheet) {
		return codes((kind) -> kind.sheets().contains(sheet));
	}

	/**
	 * The codes of the kinds for which a student counts as something.
	 * @param receipt as what
	 * @return the codes, in the catalogue's order
	 */
	public Set<String> codesAs(FindingKind.Receipt receipt) {
		return codes((kind) -> kind.receipt() == receipt);
	}

	private Set<String> codes(Predicate<FindingKind> which) {
		return this.kinds.values()
			.stream()
			.filter(which)
			.map(FindingKind::code)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Catalogue load() {
		YAMLMapper mapper = YAMLMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
			.build();
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
