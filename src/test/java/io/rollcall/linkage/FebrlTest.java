package io.rollcall.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The public sets that Febrl made, 5,000 people in two registers with typing errors in
 * any field. They are not part of this repository: {@code -P on-request
 * -Drollcall.febrl} names a folder with {@code dataset4a.csv} and {@code dataset4b.csv}.
 */
@Tag("on-request")
@EnabledIfSystemProperty(named = "rollcall.febrl", matches = ".+")
class FebrlTest {

	private static final ExtraField NUMBER = new ExtraField("soc_sec_id", ExtraField.Kind.NUMBER);

	private static final List<ExtraField> ADDRESS = List.of(new ExtraField("street_number", ExtraField.Kind.NUMBER),
			new ExtraField("address_1", ExtraField.Kind.TEXT), new ExtraField("address_2", ExtraField.Kind.TEXT),
			new ExtraField("suburb", ExtraField.Kind.TEXT), new ExtraField("postcode", ExtraField.Kind.NUMBER),
			new ExtraField("state", ExtraField.Kind.TEXT));

	@Test
	void withEveryField() throws IOException {
		List<ExtraField> all = new ArrayList<>(ADDRESS);
		all.add(NUMBER);
		assertThat(f1("all fields", all)).isGreaterThan(0.9995);
	}

	@Test
	void withoutTheNumber() throws IOException {
		assertThat(f1("without the number", ADDRESS)).isGreaterThan(0.9995);
	}

	@Test
	void withNamesAndDatesOnly() throws IOException {
		assertThat(f1("names and dates", List.of())).isGreaterThan(0.98);
	}

	private static double f1(String title, List<ExtraField> extras) throws IOException {
		Path folder = Path.of(System.getProperty("rollcall.febrl"));
		List<LinkRecord> records = new ArrayList<>();
		Map<Long, String> people = new HashMap<>();
		read(folder.resolve("dataset4a.csv"), 1, extras, records, people);
		read(folder.resolve("dataset4b.csv"), 2, extras, records, people);
		LinkSettings settings = new LinkSettings(extras, OptionalDouble.empty(), LinkSettings.LARGEST_BLOCK, 5000);
		Map<String, Long> names = new HashMap<>();
		records.forEach((record) -> names.merge(String.valueOf(record.value("name")), 1L, Long::sum));
		long start = System.nanoTime();
		List<ProbableLink> links = new SimilarityLinker(settings, (name) -> names.getOrDefault(name, 1L))
			.link(records, (left, right) -> true)
			.links();
		long right = links.stream().filter((link) -> people.get(link.left()).equals(people.get(link.right()))).count();
		double f1 = 2.0 * right / (links.size() + 5000);
		System.out.printf("%s: precision %.4f recall %.4f F1 %.4f, %.1f s%n", title, (double) right / links.size(),
				right / 5000.0, f1, (System.nanoTime() - start) / 1e9);
		return f1;
	}

	private static void read(Path file, int source, List<ExtraField> extras, List<LinkRecord> records,
			Map<Long, String> people) throws IOException {
		List<String> lines = Files.readAllLines(file);
		List<String> head = Arrays.stream(lines.get(0).split(",")).map(String::strip).toList();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",", -1);
			Map<String, String> row = new HashMap<>();
			for (int i = 0; i < head.size(); i++) {
				if (!cells[i].isBlank()) {
					row.put(head.get(i), cells[i].strip());
				}
			}
			Map<String, String> values = new HashMap<>();
			String name = (row.getOrDefault("given_name", "") + " " + row.getOrDefault("surname", "")).strip();
			if (!name.isEmpty()) {
				values.put("name", name);
			}
			if (row.containsKey("date_of_birth")) {
				values.put("birth_date", row.get("date_of_birth"));
			}
			extras.stream()
				.filter((extra) -> row.containsKey(extra.name()))
				.forEach((extra) -> values.put(extra.name(), row.get(extra.name())));
			long id = records.size();
			records.add(new LinkRecord(id, source, values));
			people.put(id, row.get("rec_id").split("-")[1]);
		}
	}

}
