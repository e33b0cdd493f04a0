package io.rollcall.setup;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.SourceSettings;
import io.rollcall.campaign.Yaml;

/** Campaigns by which files are read before there is a job file. */
final class Trial {

	/** What stands for the only college while none is known; no source writes it. */
	static final String NO_COLLEGE = "—";

	private static final Campaign NEUTRAL = campaign("00000", NO_COLLEGE, 2000);

	private Trial() {
	}

	/** A campaign that knows the standard fields and nothing else. */
	static Campaign neutral() {
		return NEUTRAL;
	}

	/**
	 * A campaign of a school.
	 * @param code the school's code
	 * @param name its name
	 * @param cohort the year of entry
	 * @return a campaign without colleges
	 */
	static Campaign campaign(String code, String name, int cohort) {
		String text = """
				school: {code: "%s", name: %s}
				cohort: %d
				start: %d-01-01
				deadline: %d-12-31
				colleges: [{name: "%s"}]
				""".formatted(code, Yaml.quoted(name), cohort, cohort, cohort, NO_COLLEGE);
		try {
			return JobFiles.parse("trial.yml", text);
		}
		catch (JobFileException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A campaign that knows further headers.
	 * @param campaign the campaign
	 * @param added by role the headers of each field
	 * @return the campaign with them, after those that it has
	 */
	static Campaign withHeaders(Campaign campaign, Map<SourceRole, Map<String, List<String>>> added) {
		Map<SourceRole, SourceSettings> sources = new EnumMap<>(SourceRole.class);
		sources.putAll(campaign.sources());
		added.forEach((role, headers) -> {
			SourceSettings known = campaign.source(role);
			Map<String, List<String>> all = new LinkedHashMap<>(known.headers());
			headers.forEach((field, names) -> {
				Set<String> joined = new LinkedHashSet<>(all.getOrDefault(field, List.of()));
				joined.addAll(names);
				all.put(field, List.copyOf(joined));
			});
			sources.put(role, new SourceSettings(role, known.folder(), known.files(), known.encoding(), known.sheet(),
					known.pick(), all, known.values()));
		});
		return campaign.withSources(sources);
	}

}
