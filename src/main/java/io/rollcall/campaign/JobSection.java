package io.rollcall.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A section of a job file in which only certain settings are allowed. */
final class JobSection {

	/** Quotation marks of documents, which YAML takes for a part of the value. */
	private static final Pattern QUOTED = Pattern.compile("[“”‘’「『][^“”‘’「『」』]*[“”‘’」』]");

	private final JobNode node;

	private final Map<String, JobNode> settings;

	/**
	 * A section.
	 * @param node the section as the file holds it
	 * @param allowed the settings that it may hold
	 */
	JobSection(JobNode node, Set<String> allowed) {
		this.node = node;
		this.settings = node.map();
		for (JobNode setting : this.settings.values()) {
			String name = setting.path().substring(setting.path().lastIndexOf('.') + 1);
			if (!allowed.contains(name)) {
				throw SettingException.unknown(setting.path(), name, new TreeSet<>(allowed));
			}
		}
	}

	/**
	 * A setting that the file holds with a value.
	 * @param name its name
	 * @return the setting, or empty when it is missing or has no value
	 */
	Optional<JobNode> find(String name) {
		return Optional.ofNullable(this.settings.get(name)).filter((setting) -> !setting.isEmpty());
	}

	JobNode required(String name) {
		return find(name).orElseThrow(() -> new SettingException(pathOf(name), "MISSING"));
	}

	Optional<String> text(String name) {
		return find(name).map(JobSection::bare);
	}

	private static String bare(JobNode setting) {
		String text = setting.text();
		if (QUOTED.matcher(text).matches()) {
			throw new SettingException(setting.path(), "QUOTED", shorten(text.substring(1, text.length() - 1)));
		}
		return text;
	}

	String requiredText(String name) {
		return bare(required(name));
	}

	List<String> texts(String name) {
		return find(name).map(JobNode::texts).orElse(List.of());
	}

	Optional<LocalDate> date(String name) {
		return find(name).map(JobSection::toDate);
	}

	LocalDate requiredDate(String name) {
		return toDate(required(name));
	}

	Optional<Integer> year(String name) {
		return find(name).map(JobSection::toYear);
	}

	/**
	 * Makes a record of this section; what the record finds wrong gets the section's
	 * path.
	 */
	<T> T make(Supplier<T> maker) {
		try {
			return maker.get();
		}
		catch (SettingException ex) {
			boolean placed = !this.node.path().isEmpty() && ex.path().startsWith(this.node.path());
			throw placed ? ex : ex.below(this.node.path());
		}
	}

	private String pathOf(String name) {
		return this.node.path().isEmpty() ? name : this.node.path() + "." + name;
	}

	private static LocalDate toDate(JobNode setting) {
		try {
			return LocalDate.parse(setting.text());
		}
		catch (DateTimeException ex) {
			throw new SettingException(setting.path(), "NOT_A_DATE", shorten(setting.text()));
		}
	}

	private static int toYear(JobNode setting) {
		if (!setting.text().matches("(19|20)\\d\\d")) {
			throw new SettingException(setting.path(), "NOT_A_YEAR", shorten(setting.text()));
		}
		return Integer.parseInt(setting.text());
	}

	/** A value short enough for a message. */
	static String shorten(String value) {
		String line = value.lines().findFirst().orElse("");
		return (line.length() <= 40) ? line : line.substring(0, 40) + "…";
	}

}
