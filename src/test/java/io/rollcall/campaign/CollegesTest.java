package io.rollcall.campaign;

import java.util.List;
import java.util.Optional;

import io.rollcall.campaign.Colleges.How;
import io.rollcall.campaign.Colleges.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class CollegesTest {

	@ParameterizedTest
	@CsvFileSource(resources = "colleges.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
	void findsTheCollegesOfTheShippedJob(String text, How how, String college, String why) throws Exception {
		Resolution found = JobFiles.load(Cases.SHIPPED).colleges().resolve((text != null) ? text : "");
		assertThat(found).as(why).isEqualTo(new Resolution(how, Optional.ofNullable(college)));
	}

	@Test
	void aNameCutAtThePlatformsWidthIsRecognised() {
		Colleges colleges = colleges("信息与通信工程及其自动化技术学院", "人文学院");
		assertThat(colleges.resolve("信息与通信工程及其自动化").how()).isEqualTo(How.TRUNCATED);
		assertThat(colleges.resolve("信息与通信工程及其自动").how()).isEqualTo(How.UNKNOWN);
	}

	@Test
	void theBeginningOfTwoCollegesIsUnknown() {
		Colleges colleges = colleges("国际工程教育与合作交流中心甲部", "国际工程教育与合作交流中心乙部");
		assertThat(colleges.resolve("国际工程教育与合作交流中").how()).isEqualTo(How.UNKNOWN);
		assertThat(colleges.resolve("国际工程教育与合作交流中心甲").how()).isEqualTo(How.TRUNCATED);
	}

	@Test
	void aCodeIsAnotherName() {
		Colleges colleges = new Colleges(List.of(new College("理学院", Optional.of("09"), List.of())));
		assertThat(colleges.resolve("09")).isEqualTo(new Resolution(How.ALIAS, Optional.of("理学院")));
		assertThat(colleges.resolve("9").how()).isEqualTo(How.UNKNOWN);
	}

	private static Colleges colleges(String... names) {
		return new Colleges(
				List.of(names).stream().map((name) -> new College(name, Optional.empty(), List.of())).toList());
	}

}
