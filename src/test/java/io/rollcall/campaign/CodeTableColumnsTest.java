package io.rollcall.campaign;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodeTableColumnsTest {

	@ParameterizedTest
	@CsvFileSource(resources = "code-tables.csv", numLinesToSkip = 1)
	void findsCodeAndMeaning(String header, Integer code, Integer meaning) {
		Optional<CodeTableColumns> expected = (code != null) ? Optional.of(new CodeTableColumns(code, meaning))
				: Optional.empty();
		assertThat(CodeTableColumns.find(List.of(header.split("\\|")))).isEqualTo(expected);
	}

}
