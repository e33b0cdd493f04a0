package io.rollcall.access;

import java.util.List;

import io.rollcall.access.Accounts.Account;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose things an account sees. */
class ReachTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			REGISTRAR  | ''    | ''          | 10001 | false
			REGISTRAR  | ''    | 10001       | 10001 | true
			REGISTRAR  | 10001 | 10001       | 10001 | true
			REGISTRAR  | 10001 | 10001 10002 | 10001 | true
			REGISTRAR  | 10001 | 10001 10002 | 10002 | false
			REGISTRAR  | 10001 | 10002       | 10002 | false
			REGISTRAR  | 10001 | 10002       | ''    | false
			AUDITOR    | 10001 | 10001       | ''    | true
			AUDITOR    | 10001 | 10001 10002 | ''    | false
			COLLEGE    | ''    | 10001 10002 | 10001 | false
			COLLEGE    | ''    | 10001 10002 | ''    | false
			OPERATOR   | ''    | 10001 10002 | 10002 | true
			OPERATOR   | 10001 | 10001 10002 | 10002 | false
			PROVINCIAL | ''    | 10001       | 10001 | false
			""")
	void coversItsOwnSchool(Role role, String own, String schools, String asked, boolean covered) {
		Account account = new Account("li", role, own, List.of(), false, false, 1, "");
		List<String> codes = schools.isEmpty() ? List.of() : List.of(schools.split(" "));
		assertThat(Reach.of(account, codes).covers(asked)).isEqualTo(covered);
	}

}
