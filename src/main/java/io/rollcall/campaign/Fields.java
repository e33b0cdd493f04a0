package io.rollcall.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalogue of canonical fields: those of {@code fields.yml} and, for a campaign, those
 * that its job file declares.
 */
public final class Fields {

	private static final Fields STANDARD = new Fields(FieldCatalogue.fields());

	private final Map<String, Field> byName = new LinkedHashMap<>();

	Fields(Collection<Field> fields) {
		fields.forEach((field) -> this.byName.put(field.name(), field));
	}

	/**
	 * The fields that every campaign knows.
	 * @return the catalogue, in a fixed order
	 */
	public static Fields standard() {
		return STANDARD;
	}

	/**
	 * This catalogue and further fields.
	 * @param declared the further fields
	 * @return a new catalogue, the further fields last
	 */
	public Fields with(Collection<Field> declared) {
		List<Field> fields = new ArrayList<>(all());
		fields.addAll(declared);
		return new Fields(fields);
	}

	/**
	 * Every field.
	 * @return the fields in the order of the catalogue
	 */
	public List<Field> all() {
		return List.copyOf(this.byName.values());
	}

	/**
	 * The field with a name that is known to exist.
	 * @param name the canonical name
	 * @return the field
	 * @throws IllegalArgumentException when there is none
	 */
	public Field get(String name) {
		return find(name).orElseThrow(() -> new IllegalArgumentException("No field is called " + name));
	}

	/**
	 * The field with a name.
	 * @param name the canonical name
	 * @return the field, or empty
	 */
	public Optional<Field> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

}
