package io.rollcall.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.SourceSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a run is told to look for the files of a source. */
class PlaceTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			roster/a.xls roster/x/b.xls     | platform/c.csv      | roster | **
			教务/a.xls 教务/新/b.xls          | 学信网/c.csv         | 教务    | **
			导出/教务/a.xls                   | 导出/平台/c.csv       | 导出/教务 | **
			a.xls                           | c.csv               | .      | a.xls
			a.xls b.xls                     | c.csv               | .      | {a.xls,b.xls}
			a.xls roster/b.xls              | c.csv               | .      | {a.xls,roster/**}
			混/a.xls                         | 混/c.csv             | .      | 混/a.xls
			a[1]{x},y.xls                   | c.csv               | .      | a\\[1\\]\\{x\\}\\,y.xls
			""")
	void theFilesOfARoleAndNoOthersAreFound(String own, String others, String folder, String files) {
		List<String> mine = List.of(own.split(" "));
		List<String> theirs = List.of(others.split(" "));
		Place place = Place.of(Map.of(SourceRole.ROSTER, mine, SourceRole.PLATFORM, theirs)).get(SourceRole.ROSTER);
		assertThat(place).isEqualTo(new Place(folder, files));
		SourceSettings settings = new SourceSettings(SourceRole.ROSTER, folder, files, Optional.empty(),
				Optional.empty(), SourceSettings.Pick.ALL, Map.of(), Map.of());
		assertThat(mine).allMatch((path) -> Place.takes(settings, path));
		assertThat(theirs).noneMatch((path) -> Place.takes(settings, path));
		assertThat(settings.takes(Path.of("zzz.pdf"))).isEqualTo(files.equals("**"));
	}

}
