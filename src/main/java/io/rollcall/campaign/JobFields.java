package io.rollcall.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.campaign.Field.FieldHeaders;
import io.rollcall.campaign.ForbiddenHeaders.Category;

/** The fields that a job file declares beside the standard ones. */
final class JobFields {

	private static final Set<String> TYPES = Set.of("text", "date", "number");

	private JobFields() {
	}

	/**
	 * The fields of the section {@code fields}.
	 * @param node the section
	 * @return the fields in the order of the file
	 */
	static List<Field> declared(JobNode node) {
		List<Field> fields = new ArrayList<>();
		Set<String> taken = new HashSet<>();
		for (JobNode entry : node.list()) {
			Field field = field(entry);
			if (Fields.standard().find(field.name()).isPresent() || !taken.add(field.name())) {
				throw new SettingException(entry.path() + ".name", "FIELD_EXISTS", field.name());
			}
			field.headers().everywhere().forEach((header) -> claim(header, taken, entry.path()));
			fields.add(field);
		}
		return fields;
	}

	/**
	 * The field that a setting names.
	 * @param fields the fields of the campaign
	 * @param name the canonical name
	 * @param path the path of the setting
	 * @return the field
	 */
	static Field find(Fields fields, String name, String path) {
		return fields.find(name)
			.orElseThrow(() -> new SettingException(path, "UNKNOWN_FIELD", JobSection.shorten(name)));
	}

	private static Field field(JobNode node) {
		JobSection section = new JobSection(node, Set.of("name", "label", "type", "aliases"));
		String name = section.requiredText("name");
		String label = section.requiredText("label");
		String type = section.text("type").orElse("text");
		if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
			throw new SettingException(node.path() + ".name", "FIELD_NAME", JobSection.shorten(name));
		}
		if (!TYPES.contains(type)) {
			throw new SettingException(node.path() + ".type", "NOT_ONE_OF", JobSection.shorten(type),
					"text, date, number");
		}
		List<String> headers = Stream.concat(Stream.of(label), section.texts("aliases").stream()).distinct().toList();
		Stream.concat(Stream.of(name), headers.stream()).forEach((text) -> refuseNever(text, node.path()));
		return new Field(name, Map.of("zh", label, "en", label), FieldType.valueOf(type.toUpperCase(Locale.ROOT)),
				FieldKey.INFO, false, Optional.empty(), Optional.empty(), Privacy.IDENTIFYING,
				new FieldHeaders(headers, List.of(), Map.of(), Optional.empty()));
	}

	private static void refuseNever(String text, String path) {
		Optional<Category> category = ForbiddenHeaders.of(text).filter((found) -> !found.declarable());
		if (category.isPresent()) {
			throw new SettingException(path, "NEVER_COLLECTED", JobSection.shorten(text), category.get().label());
		}
	}

	private static void claim(String header, Set<String> taken, String path) {
		String form = HeaderText.normalise(header);
		Optional<Field> owner = Fields.standard()
			.all()
			.stream()
			.filter((field) -> Stream.of(SourceRole.values())
				.flatMap((role) -> field.headers().in(role).stream())
				.anyMatch((name) -> HeaderText.normalise(name).equals(form)))
			.findFirst();
		if (form.isEmpty() || owner.isPresent() || !taken.add("header " + form)) {
			throw new SettingException(path + ".aliases", "HEADER_TAKEN", JobSection.shorten(header),
					owner.map(Field::name).orElse("fields"));
		}
	}

}
