package io.rollcall.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldsTest {

	@ParameterizedTest
	@CsvFileSource(resources = "published-headers.csv", numLinesToSkip = 1)
	void knowsEveryPublishedHeader(String name, FieldKey key, String headers) {
		Field field = Fields.standard().get(name);
		List<String> known = Stream.of(SourceRole.values())
			.flatMap((role) -> field.headers().in(role).stream())
			.map(HeaderText::normalise)
			.toList();
		assertThat(field.key()).isEqualTo(key);
		assertThat(known).containsAll(Stream.of(headers.split("\\|")).map(HeaderText::normalise).toList());
	}

	@ParameterizedTest
	@EnumSource
	void noHeaderMeansTwoFieldsInOneRole(SourceRole role) {
		Map<String, Field> owners = new HashMap<>();
		for (Field field : Fields.standard().all()) {
			for (String header : field.headers().in(role)) {
				Field other = owners.put(HeaderText.normalise(header), field);
				assertThat(other).as(header).isIn(null, field);
			}
		}
	}

	@Test
	void fieldsOfACodeTableNameIt() {
		assertThat(Fields.standard().all())
			.allMatch((field) -> field.codeTable().isPresent() == (field.type() == FieldType.CODE));
	}

	@Test
	void everyFieldHasWordsInBothLanguages() {
		assertThat(Fields.standard().all()).allMatch((field) -> !field.label("zh").isBlank())
			.allMatch((field) -> !field.label("en").isBlank());
	}

	@Test
	void whatThePrivacyPageCallsSensitiveIsMarkedSo() {
		assertThat(Stream.of("id_no", "birth_date", "ethnic_group", "political_status", "photo_present"))
			.allMatch((name) -> Fields.standard().get(name).privacy() == Privacy.SENSITIVE);
	}

}
