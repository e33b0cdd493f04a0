package io.rollcall.campaign;

import java.util.Optional;

import io.rollcall.campaign.FileNames.FileName;
import io.rollcall.campaign.FileNames.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNamesTest {

	@ParameterizedTest
	@CsvFileSource(resources = "file-names.csv", numLinesToSkip = 1)
	void decidesByNameWhatIsOpened(String name, String role, Use use, String field) {
		FileName found = FileNames.classify(name, SourceRole.of(role).orElseThrow());
		assertThat(found.use()).isEqualTo(use);
		assertThat(found.field().map(Field::name)).isEqualTo(Optional.ofNullable(field));
	}

}
