package io.rollcall.cases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What answers make of a case. */
class CaseStateTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
			# state,             holds,      answer,     state then,         holds then
			open,                '',         CONFIRMED,  college-confirmed,  CONFIRMED
			open,                '',         REJECTED,   college-rejected,   REJECTED
			open,                '',         PENDING,    open,               PENDING
			open,                '',         UNSURE,     open,               UNSURE
			open,                '',         NO_PROBLEM, open,               NO_PROBLEM
			reopened,            '',         UNSURE,     reopened,           UNSURE
			reopened,            '',         CONFIRMED,  college-confirmed,  CONFIRMED
			college-confirmed,   CONFIRMED,  REJECTED,   college-rejected,   REJECTED
			college-rejected,    REJECTED,   PENDING,    open,               PENDING
			registrar-approved,  CONFIRMED,  REJECTED,   college-rejected,   REJECTED
			registrar-approved,  '',         CONFIRMED,  registrar-approved, CONFIRMED
			registrar-rejected,  CONFIRMED,  CONFIRMED,  registrar-rejected, CONFIRMED
			registrar-rejected,  CONFIRMED,  REJECTED,   registrar-rejected, REJECTED
			sent,                CONFIRMED,  CONFIRMED,  sent,               CONFIRMED
			sent,                CONFIRMED,  REJECTED,   sent,               REJECTED
			known-ok,            NO_PROBLEM, NO_PROBLEM, known-ok,           NO_PROBLEM
			known-ok,            NO_PROBLEM, CONFIRMED,  college-confirmed,  CONFIRMED
			""")
	void aCollegeAnswers(String state, String holds, String answer, String then, String holdsThen) {
		assertThat(new CaseState(state, holds).college(answer, true)).isEqualTo(new CaseState(then, holdsThen));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# state,             holds,      answer,     state then
			registrar-approved,  CONFIRMED,  CONFIRMED,  college-confirmed
			registrar-approved,  '',         CONFIRMED,  college-confirmed
			registrar-rejected,  CONFIRMED,  CONFIRMED,  college-confirmed
			sent,                CONFIRMED,  CONFIRMED,  sent
			""")
	void aCollegeWantsAnotherValue(String state, String holds, String answer, String then) {
		assertThat(new CaseState(state, holds).college(answer, false)).isEqualTo(new CaseState(then, answer));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# state,             holds,      answer,     state then,          holds then
			college-confirmed,   CONFIRMED,  AGREED,     registrar-approved,  CONFIRMED
			college-rejected,    REJECTED,   AGREED,     registrar-rejected,  REJECTED
			open,                NO_PROBLEM, AGREED,     known-ok,            NO_PROBLEM
			open,                PENDING,    AGREED,     open,                PENDING
			open,                UNSURE,     AGREED,     open,                UNSURE
			open,                '',         AGREED,     registrar-approved,  ''
			college-confirmed,   CONFIRMED,  DISAGREED,  registrar-rejected,  CONFIRMED
			college-rejected,    REJECTED,   DISAGREED,  open,                ''
			open,                NO_PROBLEM, DISAGREED,  open,                ''
			open,                UNSURE,     DISAGREED,  open,                ''
			college-confirmed,   CONFIRMED,  RETURNED,   open,                ''
			registrar-approved,  CONFIRMED,  RETURNED,   open,                ''
			""")
	void theRegistrarAnswers(String state, String holds, String answer, String then, String holdsThen) {
		assertThat(new CaseState(state, holds).registrar(answer, false)).isEqualTo(new CaseState(then, holdsThen));
	}

	@ParameterizedTest
	@CsvSource({ "open,''", "open,PENDING", "open,UNSURE", "college-rejected,REJECTED", "college-confirmed,CONFIRMED",
			"open,NO_PROBLEM" })
	void theRegistrarStatesTheValueHimself(String state, String holds) {
		assertThat(new CaseState(state, holds).registrar("AGREED", true))
			.isEqualTo(new CaseState("registrar-approved", holds));
	}

}
