package io.rollcall.campaign;

import java.util.Optional;

import io.rollcall.campaign.ForbiddenHeaders.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class ForbiddenHeadersTest {

	@ParameterizedTest
	@CsvFileSource(resources = "forbidden-headers.csv", numLinesToSkip = 1)
	void knowsWhatMustNotBeCollected(String header, String category) {
		assertThat(ForbiddenHeaders.of(header).map(Category::name)).isEqualTo(Optional.ofNullable(category));
	}

	@Test
	void credentialsPicturesHealthAndScoresAreNeverDeclarable() {
		assertThat(FieldCatalogue.forbidden()).filteredOn((entry) -> !entry.declarable())
			.extracting("name")
			.containsExactly("credentials", "pictures", "health", "scores");
	}

}
