package io.rollcall.setup;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.SourceRole;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/** What unknown headers are taken for. */
class HeaderGuessesTest {

	static List<Case> cases() throws IOException {
		return Cases.read(HeaderGuessesTest.class, "/setup/headers.yml", new TypeReference<>() {
		});
	}

	record Case(String header, List<String> values, String field, boolean sure, Optional<String> in) {

		@Override
		public String toString() {
			return this.header;
		}

	}

	@ParameterizedTest
	@MethodSource("cases")
	void aHeaderIsGuessedByItsTextAndItsValues(Case one) {
		SheetLook sheet = new SheetLook("", new Row("", 0, List.of(Cell.ofText(one.header()))));
		for (int i = 0; i < one.values().size(); i++) {
			sheet.row(new Row("", i + 1, List.of(Cell.ofText(one.values().get(i)))));
		}
		sheet.end();
		SourceRole role = one.in().flatMap(SourceRole::of).orElse(SourceRole.ROSTER);
		List<HeaderGuess> guesses = new HeaderGuesses(Trial.neutral(), role).of(sheet,
				sheet.mapping(Trial.neutral(), role).orElseThrow());
		if (one.field().isEmpty()) {
			assertThat(guesses).isEmpty();
		}
		else {
			assertThat(guesses).singleElement().satisfies((guess) -> {
				assertThat(guess.field().name()).isEqualTo(one.field());
				assertThat(guess.sure()).isEqualTo(one.sure());
			});
		}
	}

}
