package io.rollcall.identity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Values of a campaign's own fields, and dates that the calendar does not have. */
class WrittenValuesTest {

	@ParameterizedTest
	@CsvSource({ "19705302,19705302", "1850-2-3,18500203", "１９７０５３０２,19705302", "2002年2月30日,20020230",
			"19705302.0,19705302" })
	void theDigitsOfADate(String raw, String digits) {
		assertThat(ParsedDate.digitsAsWritten(raw)).isEqualTo(digits);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "无", "202013", "03/02/2001", "1970530212" })
	void noDigitsOfADate(String raw) {
		assertThat(ParsedDate.digitsAsWritten(raw)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "postcode,0800,800", "postcode,800,800", "phone,13800001111,13800001111", "score,-1.50,-1.5",
			"study_length,4年,4", "study_length,两年,2", "study_length,两年半,2.5", "study_length,二年半,2.5",
			"study_length,2年半,2.5", "study_length,三年半制,3.5", "study_length,两年制,2", "study_length,五,5",
			"study_length,4.0,4" })
	void aNumberOfAField(String field, String raw, String canonical) {
		assertThat(NumberValue.of(field, raw).text()).isEqualTo(canonical);
		assertThat(NumberValue.of(field, raw).status()).isEqualTo(NumberValue.Status.VALID);
	}

	@ParameterizedTest
	@CsvSource({ "study_length,800", "study_length,半年", "study_length,九年半", "postcode,12a", "postcode,SW1" })
	void noNumberOfAField(String field, String raw) {
		assertThat(NumberValue.of(field, raw).status()).isEqualTo(NumberValue.Status.NOT_ALLOWED);
	}

}
