package io.rollcall.campaign;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.ForbiddenHeaders.Category;
import io.rollcall.campaign.SourceSettings.Pick;

/** The settings of one source in a job file. */
final class JobSource {

	static final Set<String> SETTINGS = Set.of("folder", "files", "encoding", "sheet", "pick", "headers", "values");

	/**
	 * Java's GBK and GB2312 change rare characters and the dot in names; GB18030 reads
	 * everything that they read.
	 */
	private static final Set<String> READ_AS_GB18030 = Set.of("gbk", "gb2312", "cp936", "ms936", "windows-936",
			"gb18030");

	private JobSource() {
	}

	/**
	 * The settings of a role.
	 * @param role the role
	 * @param node its section below {@code sources}
	 * @param fields the fields of the campaign
	 * @return the settings
	 */
	static SourceSettings settings(SourceRole role, JobNode node, Fields fields) {
		JobSection section = new JobSection(node, SETTINGS);
		Fields known = role.isForm() ? FormFields.of(role, fields) : fields;
		return section.make(() -> new SourceSettings(role, section.text("folder").orElse(role.word()),
				section.text("files").orElse("**"), section.find("encoding").map(JobSource::charset),
				section.text("sheet"), section.find("pick").map(JobSource::pick).orElse(Pick.ALL),
				section.find("headers").map((found) -> headers(found, known)).orElse(Map.of()),
				section.find("values").map((found) -> values(found, known)).orElse(Map.of())));
	}

	private static Charset charset(JobNode node) {
		String name = node.text();
		try {
			return Charset.forName(READ_AS_GB18030.contains(name.toLowerCase(Locale.ROOT)) ? "GB18030" : name);
		}
		catch (IllegalArgumentException ex) {
			throw new SettingException(node.path(), "ENCODING", JobSection.shorten(name));
		}
	}

	private static Pick pick(JobNode node) {
		return switch (node.text()) {
			case "all" -> Pick.ALL;
			case "newest" -> Pick.NEWEST;
			default ->
				throw new SettingException(node.path(), "NOT_ONE_OF", JobSection.shorten(node.text()), "all, newest");
		};
	}

	private static Map<String, List<String>> headers(JobNode node, Fields fields) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		Map<String, String> owners = new HashMap<>();
		node.map().forEach((name, names) -> {
			Field field = JobFields.find(fields, name, names.path());
			for (String header : names.texts()) {
				refuseForbidden(field, header, names.path());
				String owner = owners.putIfAbsent(HeaderText.normalise(header), name);
				if (owner != null && !owner.equals(name)) {
					throw new SettingException(names.path(), "HEADER_TAKEN", JobSection.shorten(header), owner);
				}
			}
			headers.put(name, names.texts());
		});
		return headers;
	}

	/**
	 * Of pictures only the presence may be read; personal data needs a field of its own,
	 * so that nobody collects it under another name by mistake.
	 */
	private static void refuseForbidden(Field field, String header, String path) {
		Optional<Category> category = ForbiddenHeaders.of(header);
		boolean known = field.headers().everywhere().contains(header);
		if (category.isEmpty() || known || field.type() == FieldType.PRESENCE && category.get().isPicture()) {
			return;
		}
		boolean declared = Fields.standard().find(field.name()).isEmpty();
		if (!category.get().declarable() || !declared) {
			throw new SettingException(path, category.get().declarable() ? "MUST_BE_DECLARED" : "NEVER_COLLECTED",
					JobSection.shorten(header), category.get().label());
		}
	}

	private static Map<String, Map<String, String>> values(JobNode node, Fields fields) {
		Map<String, Map<String, String>> values = new LinkedHashMap<>();
		node.map().forEach((name, map) -> {
			Field field = JobFields.find(fields, name, map.path());
			Map<String, String> meanings = new LinkedHashMap<>();
			map.map().forEach((from, to) -> meanings.put(from, to.text()));
			if (field.type() == FieldType.SEX && !Set.of("男", "女").containsAll(meanings.values())) {
				throw new SettingException(map.path(), "SEX_VALUE");
			}
			values.put(name, Map.copyOf(meanings));
		});
		return values;
	}

}
