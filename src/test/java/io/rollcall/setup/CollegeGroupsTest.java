package io.rollcall.setup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.SourceRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/** Which spellings of colleges are taken for one. */
class CollegeGroupsTest {

	static List<Case> cases() throws IOException {
		return Cases.read(CollegeGroupsTest.class, "/setup/colleges.yml", new TypeReference<>() {
		});
	}

	record Case(String title, List<String> roster, List<String> platform, Map<String, List<String>> groups,
			List<String> open, List<String> doubtful) {

		@Override
		public String toString() {
			return this.title;
		}

	}

	@ParameterizedTest
	@MethodSource("cases")
	void spellingsAreGathered(Case one) {
		List<SourceRows> sources = new ArrayList<>(List.of(source(SourceRole.ROSTER, one.roster())));
		if (one.platform() != null) {
			sources.add(source(SourceRole.PLATFORM, one.platform()));
		}
		CollegeGroups groups = new CollegeGroups(sources);
		Map<String, List<String>> found = groups.groups()
			.stream()
			.collect(Collectors.toMap(CollegeGroup::name, (group) -> List.copyOf(group.spellings().keySet()),
					(a, b) -> a, TreeMap::new));
		assertThat(found).isEqualTo(new TreeMap<>(one.groups()));
		assertThat(groups.open()).extracting(CollegeGroups.Open::spelling)
			.containsExactlyElementsOf((one.open() != null) ? one.open() : List.of());
		assertThat(groups.doubtful()).extracting(CollegeGroup::name)
			.containsExactlyElementsOf((one.doubtful() != null) ? one.doubtful() : List.of());
	}

	private static SourceRows source(SourceRole role, List<String> lines) {
		SourceRows source = new SourceRows(role);
		for (String line : lines) {
			String[] parts = line.split(" ", 2);
			students(parts[0]).forEach((keys) -> source.rows().add(new StudentRow(keys, parts[1], "", "", Map.of())));
		}
		source.index();
		return source;
	}

	private static List<List<String>> students(String text) {
		if (text.equals("-")) {
			return List.of(List.of());
		}
		String[] ends = text.split("-");
		return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
			.mapToObj((number) -> List.of("s" + number))
			.toList();
	}

}
