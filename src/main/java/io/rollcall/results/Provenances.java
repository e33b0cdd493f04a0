package io.rollcall.results;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.export.Outputs;
import io.rollcall.facts.Provenance;
import io.rollcall.linkage.LinkSettings;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells with what a run was made. */
@Component
public class Provenances {

	private final JdbcClient jdbc;

	Provenances(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** With what a run can be made again. */
	public Provenance of(RunContext context) {
		Run run = context.run();
		Map<String, String> versions = new LinkedHashMap<>();
		versions.put("rollcall",
				Optional.ofNullable(Provenances.class.getPackage().getImplementationVersion()).orElse("-"));
		versions.put("java", Runtime.version().toString());
		versions.put("postgresql", this.jdbc.sql("show server_version").query(String.class).single());
		Map<String, String> rules = new LinkedHashMap<>();
		Catalogue.shipped().kinds().forEach((kind) -> rules.put(kind.code(), kind.severity().name()));
		Map<String, String> options = new LinkedHashMap<>();
		options.put("unmasked", String.valueOf(run.unmasked()));
		options.put("reason", run.reason());
		return new Provenance(versions, rules, run.jobFile().getFileName().toString(),
				Outputs.sha256(run.jobText().getBytes(StandardCharsets.UTF_8)), settings(context.campaign()), options);
	}

	/** What decides, with the defaults where the job file says nothing. */
	private static Map<String, String> settings(Campaign campaign) {
		Campaign.FieldRules rules = campaign.rules();
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("required", names(rules.required()));
		settings.put("key", rules.key().stream().map(Provenances::names).collect(Collectors.joining(" | ")));
		settings.put("compared", names(rules.compared()));
		settings.put("self_check", rules.selfCheck().map(Field::name).orElse("-"));
		settings.put("link_on", names(rules.linkOn()));
		settings.put("link_threshold",
				rules.linkThreshold().isPresent() ? String.valueOf(rules.linkThreshold().getAsDouble())
						: LinkSettings.THRESHOLD + ", estimated " + LinkSettings.ESTIMATED);
		return settings;
	}

	private static String names(List<Field> fields) {
		return fields.stream().map(Field::name).collect(Collectors.joining(", "));
	}

}
