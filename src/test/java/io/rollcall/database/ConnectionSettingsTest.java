package io.rollcall.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConnectionSettingsTest {

	@ParameterizedTest
	@CsvSource({ "postgresql://anna:s%40cret@db.example:5433/rolls, anna, s@cret",
			"postgres://anna:a+b@db.example:5433/rolls, anna, a+b",
			"postgresql://anna:a@b#c d%@db.example:5433/rolls, anna, a@b#c d%",
			"jdbc:postgresql://db.example:5433/rolls?user=anna&password=s%40cret, anna, s@cret",
			"jdbc:postgresql://anna:pw@db.example:5433/rolls, anna, pw", "postgresql://db.example:5433/rolls, ,",
			"'  postgresql://anna@db.example:5433/rolls', anna," })
	void understandsTheUsualForms(String text, String user, String password) {
		ConnectionSettings settings = ConnectionSettings.parse(text);
		assertThat(settings.place()).isEqualTo("//db.example:5433/rolls");
		assertThat(settings.user()).isEqualTo(user);
		assertThat(settings.password()).isEqualTo(password);
	}

	@Test
	void keepsParametersAndTranslatesLibpqNames() {
		assertThat(ConnectionSettings.parse("postgresql://h/d?sslmode=verify-full&connect_timeout=3").url())
			.contains("sslmode=verify-full", "connectTimeout=3")
			.doesNotContain("connectTimeout=10");
	}

	@Test
	void exceptionsOfTheDriverNeverQuoteRows() {
		assertThat(ConnectionSettings.parse("postgresql://h/d").url()).contains("logServerErrorDetail=false");
	}

	@Test
	void neverShowsThePassword() {
		assertThat(ConnectionSettings.parse("postgresql://anna:hidden@h/d")).hasToString("//h/d");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "mysql://anna:hidden@h/d", "localhost", "", "jdbc:h2:mem:hidden", "postgresql://a b/hidden" })
	void refusesWhatIsNoAddressWithoutRepeatingIt(String text) {
		assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> ConnectionSettings.parse(text))
			.withMessageContaining("--database")
			.withMessageNotContaining("hidden");
	}

}
