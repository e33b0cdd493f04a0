package io.rollcall.campaign;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderTextTest {

	@ParameterizedTest
	@CsvFileSource(resources = "header-texts.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
	void bringsHeadersIntoComparableForms(String header, String forms, String why) {
		List<String> expected = (forms != null) ? List.of(forms.split("\\|")) : List.of();
		assertThat(HeaderText.forms(header)).as(why).isEqualTo(expected);
	}

}
