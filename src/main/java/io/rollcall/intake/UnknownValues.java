package io.rollcall.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.Yaml;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.Disclosure;
import io.rollcall.text.Messages;

/**
 * Counts the values of a file that no code table and no list of colleges knows, to tell
 * them with the line of the job file that would explain them. What may belong to a person
 * is counted and not shown.
 */
final class UnknownValues {

	/** As many values of a field are shown; the rest is counted. */
	private static final int SHOWN = 10;

	/** A column of more values is no column of codes, and none of them is shown. */
	private static final int MOST = 50;

	private final Map<Field, Map<String, Long>> fields = new LinkedHashMap<>();

	void add(Value value, ParsedRow row) {
		if (value.state() != Value.State.UNKNOWN_CODE) {
			return;
		}
		Map<String, Long> counts = this.fields.computeIfAbsent(value.field(), (field) -> new LinkedHashMap<>());
		String text = Cleaned.text(value.cell().text()).text();
		String name = row.name().comparison();
		boolean shown = Disclosure.isHarmless(text) && (name.length() < 2 || !text.contains(name));
		if (!shown || counts.size() > MOST && !counts.containsKey(text)) {
			counts.merge("", 1L, Long::sum);
		}
		else {
			counts.merge(text, 1L, Long::sum);
		}
	}

	List<FileNotice> notices(SourceRole role, Messages messages) {
		return this.fields.entrySet()
			.stream()
			.map((entry) -> notice(entry.getKey(), entry.getValue(), role, messages))
			.toList();
	}

	private static FileNotice notice(Field field, Map<String, Long> counts, SourceRole role, Messages messages) {
		List<Map.Entry<String, Long>> shown = (counts.size() > MOST) ? List.of() : counts.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().isEmpty())
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(SHOWN)
			.toList();
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		long rest = all - shown.stream().mapToLong(Map.Entry::getValue).sum();
		String comma = messages.get("intake.comma");
		String values = shown.stream()
			.map((entry) -> messages.get("intake.UNKNOWN_VALUE", entry.getKey(), entry.getValue()))
			.collect(Collectors.joining(comma));
		String others = (rest > 0) ? messages.get("intake.UNKNOWN_HIDDEN", rest) : "";
		String told = Optional.of(values).filter((text) -> !text.isEmpty() && !others.isEmpty()).isPresent()
				? values + comma + others : values + others;
		boolean college = field.type() == FieldType.COLLEGE;
		String line = shown.isEmpty() ? ""
				: messages.get(college ? "intake.UNKNOWN_COLLEGE_LINE" : "intake.UNKNOWN_LINE", role.word(),
						line(field, shown, college, messages));
		return new FileNotice("UNKNOWN_VALUES",
				messages.get("intake.UNKNOWN_VALUES", field.label(messages.locale().getLanguage()), told, line));
	}

	/** The line of the job file, as it is typed there. */
	private static String line(Field field, List<Map.Entry<String, Long>> shown, boolean college, Messages messages) {
		if (college) {
			return shown.stream()
				.map((entry) -> Yaml.code(entry.getKey()))
				.collect(Collectors.joining(", ", "aliases: [", "]"));
		}
		String meaning = messages.get("intake.UNKNOWN_MEANING");
		return shown.stream()
			.map((entry) -> Yaml.code(entry.getKey()) + ": " + meaning)
			.collect(Collectors.joining(", ", field.name() + ": {", "}"));
	}

}
