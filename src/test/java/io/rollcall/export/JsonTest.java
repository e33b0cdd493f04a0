package io.rollcall.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import io.rollcall.facts.BlockRow;
import io.rollcall.facts.OutputRow;
import io.rollcall.facts.Provenance;
import io.rollcall.facts.RateRow;
import io.rollcall.facts.RunCause;
import io.rollcall.facts.SelfChecks;
import io.rollcall.facts.Tally;
import io.rollcall.facts.TimeRow;
import io.rollcall.report.FindingBuilder;
import io.rollcall.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {

	@TempDir
	private Path folder;

	@Test
	void summaryHoldsTheContractsCounts() throws IOException {
		JsonNode json = summary();
		assertThat(json.propertyNames()).startsWith("campaign", "date", "run", "status", "duration_seconds", "trigger",
				"due", "by", "reason", "gate", "rows", "findings", "self_check");
		assertThat(json.at("/due").asString()).isEqualTo("2020-11-10T02:00:00+08:00");
		assertThat(json.at("/gate")).hasToString("[{\"check\":\"lost_rows\",\"role\":\"roster\",\"code\":\"\","
				+ "\"measured\":null,\"limit\":0.1,\"held\":false}]");
		assertThat(json.at("/run").asInt()).isEqualTo(2);
		assertThat(json.at("/duration_seconds").asDouble()).isEqualTo(12.345);
		assertThat(json.at("/rows/roster"))
			.hasToString("{\"read\":1204,\"loaded\":1200,\"duplicates\":2,\"rejected\":2}");
		assertThat(json.at("/findings")).hasToString("{\"FIELD_DIFFERS\":2,\"MISSING_IN_PLATFORM\":1}");
		assertThat(json.at("/self_check").isEmpty()).isTrue();
		assertThat(json.at("/findings_by_severity")).hasToString("{\"E\":2,\"W\":0,\"I\":1}");
		assertThat(json.at("/files")).hasToString("{\"found\":3,\"refused\":1}");
	}

	@Test
	void filesEndWithANewLineAndUseNoCarriageReturn() throws IOException {
		summary();
		assertThat(Files.readString(this.folder.resolve("summary.json"))).endsWith("}\n")
			.doesNotContain("\r", "\uFEFF");
	}

	@Test
	void manifestNamesInputsOutputsAndRules() throws IOException {
		JsonNode json = manifest();
		assertThat(json.at("/inputs/0/file").asString()).isEqualTo("甲/学生名单.xlsx");
		assertThat(json.at("/inputs/2/status").asString()).isEqualTo("refused");
		assertThat(json.at("/notices/0/kind").asString()).isEqualTo("HIDDEN_SHEET");
		assertThat(json.at("/outputs").size()).isEqualTo(2);
		assertThat(json.at("/outputs/0/path").asString()).isEqualTo("a.csv");
		assertThat(json.at("/outputs/1/rows").isNull()).isTrue();
		assertThat(json.at("/rules/FIELD_DIFFERS").asString()).isEqualTo("E");
		assertThat(json.at("/versions/rollcall").asString()).isEqualTo("0.1.0");
		assertThat(json.at("/started").asString()).isEqualTo("2020-11-10T02:13:05+08:00");
		assertThat(json.at("/job/sha256").asString()).isEqualTo("00");
	}

	@Test
	void renewingChangesOneLineOnly() throws IOException {
		JsonNode before = manifest();
		OutputRow renewed = new OutputRow("a.csv", "ff", 5, OptionalLong.of(9));
		ManifestJson.renew(this.folder.resolve("manifest.json"), renewed);
		ManifestJson.renew(this.folder.resolve("manifest.json"), new OutputRow("new", "ee", 1, OptionalLong.empty()));
		JsonNode after = read("manifest.json");
		assertThat(after.at("/outputs/0")).hasToString("{\"path\":\"a.csv\",\"sha256\":\"ff\",\"size\":5,\"rows\":9}");
		assertThat(after.at("/outputs/1")).isEqualTo(before.at("/outputs/1"));
		assertThat(after.at("/outputs/2/path").asString()).isEqualTo("new");
		assertThat(after.at("/inputs")).isEqualTo(before.at("/inputs"));
		assertThat(this.folder).isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void aBrokenManifestIsNotReplaced() throws IOException {
		Path file = Files.writeString(this.folder.resolve("manifest.json"), "{\"outputs\":");
		assertThatThrownBy(() -> ManifestJson.renew(file, new OutputRow("a", "b", 1, OptionalLong.empty())))
			.isInstanceOf(IOException.class);
		assertThat(file).hasContent("{\"outputs\":");
	}

	@Test
	void measuresWhatLiesOnTheDisk() throws IOException {
		Path file = Files.writeString(Files.createDirectories(this.folder.resolve("colleges")).resolve("甲.xlsx"),
				"abc");
		assertThat(Outputs.measure(this.folder, file, OptionalLong.of(3))).isEqualTo(new OutputRow("colleges/甲.xlsx",
				"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3, OptionalLong.of(3)));
	}

	private JsonNode summary() throws IOException {
		Tally tally = Tally.of(Stream.of(FindingBuilder.aFinding().build(),
				FindingBuilder.aFinding().code("MISSING_IN_PLATFORM").college("").build(),
				FindingBuilder.aFinding().severity("I").build()));
		SummaryJson.write(this.folder.resolve("summary.json"), Samples.run(),
				new RunCause("schedule", Optional.of(OffsetDateTime.parse("2020-11-10T02:00:00+08:00")), "schedule", "",
						List.of(new RunCause.Check("lost_rows", "roster", "", Optional.empty(), new BigDecimal("0.1"),
								false))),
				tally, new SelfChecks(List.of(), List.of()), List.of(new BlockRow("name", 12, 3)),
				List.of(new RateRow("latin", "birth_date", "equal", new BigDecimal("0.95"), new BigDecimal("0.0003"),
						new BigDecimal("11.6"))),
				Map.of());
		return read("summary.json");
	}

	private JsonNode manifest() throws IOException {
		Provenance provenance = new Provenance(Map.of("rollcall", "0.1.0"), Map.of("FIELD_DIFFERS", "E"),
				"freshman-2020.yml", "00", Map.of(), Map.of("unmasked", "false"));
		ManifestJson.write(this.folder.resolve("manifest.json"), Samples.run(), provenance,
				List.of(new OutputRow("registrar.xlsx", "bb", 2, OptionalLong.empty()),
						new OutputRow("a.csv", "aa", 1, OptionalLong.of(1))),
				List.of(new TimeRow("step", "judge", 1, 2.5)));
		return read("manifest.json");
	}

	private JsonNode read(String name) throws IOException {
		return JsonMapper.builder().build().readTree(Files.readAllBytes(this.folder.resolve(name)));
	}

}
