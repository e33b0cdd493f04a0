package io.rollcall.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

import io.rollcall.cases.CaseEvents.About;
import io.rollcall.cases.ReturnedRow.Given;

/**
 * A case that somebody answers, as it stands while the night's answers are entered one
 * after the other.
 */
final class CaseFile {

	/** An answer that holds, with where it came from. */
	record Held(Given given, String desk, String reference, String turn) {

		static final Held NOTHING = new Held(new Given("", "", "", "", "", null, ""), "", "", "");

		/** Nothing, of which a later answer still is known to have come. */
		Held cleared() {
			return new Held(NOTHING.given(), "", "", this.turn);
		}

		@Override
		public String toString() {
			return this.given.answer();
		}

	}

	private final About about;

	private final String otherId;

	private final String proposal;

	private final String offer;

	private final String platform;

	private final String proposedRoute;

	private CaseState state;

	private Held college;

	private Held registrar;

	private String approved;

	private LocalDate approvedOn;

	private String replaced;

	private String route;

	private LocalDate sentOn;

	private String note;

	/** The college's answer that the registrar sent back. */
	private Held setAside;

	private CaseFile(ResultSet row) throws SQLException {
		this.about = About.of(row);
		this.otherId = row.getString("other_id");
		this.proposal = row.getString("proposed_clear");
		this.offer = row.getString("offered_clear");
		this.platform = row.getString("platform_value");
		this.proposedRoute = row.getString("proposed_route");
		this.state = new CaseState(row.getString("state"), row.getString("answer"));
		this.college = new Held(
				new Given(row.getString("answer"), row.getString("answer_value"), row.getString("evidence"), "",
						row.getString("answered_by"), row.getObject("answered_on", LocalDate.class),
						row.getString("answer_note")),
				row.getString("answer_college"), row.getString("answer_ref"), row.getString("answer_turn"));
		this.registrar = new Held(
				new Given(row.getString("review"), row.getString("review_value"), "", row.getString("review_route"),
						row.getString("reviewed_by"), row.getObject("reviewed_on", LocalDate.class),
						row.getString("review_note")),
				ReturnedRow.REGISTRAR, row.getString("review_ref"), row.getString("review_turn"));
		this.approved = row.getString("approved");
		this.approvedOn = row.getObject("approved_on", LocalDate.class);
		this.replaced = row.getString("replaced");
		this.route = row.getString("route");
		this.sentOn = row.getObject("sent_on", LocalDate.class);
		this.note = row.getString("note");
		this.setAside = SetAside.of(row.getString("set_aside"));
	}

	static CaseFile of(ResultSet row) throws SQLException {
		return new CaseFile(row);
	}

	About about() {
		return this.about;
	}

	String id() {
		return this.about.caseId();
	}

	/** The case of the other side of a probable link, or empty. */
	String otherId() {
		return this.otherId;
	}

	CaseState state() {
		return this.state;
	}

	Held college() {
		return this.college;
	}

	Held registrar() {
		return this.registrar;
	}

	String approved() {
		return this.approved;
	}

	LocalDate approvedOn() {
		return this.approvedOn;
	}

	String replaced() {
		return this.replaced;
	}

	String route() {
		return this.route;
	}

	/**
	 * Gives an approval of the version that knew no routes the one that follows from it.
	 */
	void route(Routes routes) {
		if (!this.approved.isEmpty() && this.route.isEmpty()) {
			this.route = routes.of(this, this.approved, this.registrar.given().route());
		}
	}

	LocalDate sentOn() {
		return this.sentOn;
	}

	String note() {
		return this.note;
	}

	/** Notes what has to be told of the case beside its state. */
	void note(String what) {
		this.note = what;
	}

	/**
	 * The college's answer that the registrar sent back, as long as he may take that
	 * back.
	 */
	Optional<Held> setAside() {
		return Optional.ofNullable(this.setAside);
	}

	/** The value that the platform shows, or empty. */
	String platform() {
		return this.platform;
	}

	/** The route that the gravest finding proposes, or empty. */
	String proposedRoute() {
		return this.proposedRoute;
	}

	boolean isOpen() {
		return !this.state.state().equals("closed");
	}

	/** What agreeing approves: nothing beside an answer that asks for no correction. */
	String proposed() {
		if (!this.approved.isEmpty()) {
			return this.approved;
		}
		return switch (this.state.answer()) {
			case "" -> this.proposal;
			case "CONFIRMED" -> this.college.given().value();
			default -> "";
		};
	}

	/** What a college confirms that gives no value of its own. */
	String offered() {
		if (!this.approved.isEmpty()) {
			return this.approved;
		}
		return this.state.answer().equals("CONFIRMED") ? this.college.given().value() : this.offer;
	}

	/**
	 * Enters a college's answer; returns whether it takes the registrar's decision back.
	 */
	boolean answer(Held answer) {
		String value = answer.given().value();
		boolean agrees = value.equals(this.approved)
				|| this.state.answer().equals(answer.given().answer()) && value.equals(this.college.given().value());
		CaseState now = this.state.college(answer.given().answer(), agrees);
		boolean takesBack = this.state.isSettled() && !now.state().equals(this.state.state());
		this.college = answer;
		this.setAside = null;
		this.state = now;
		if (takesBack) {
			withdraw();
		}
		return takesBack;
	}

	/** Enters the registrar's answer that approves nothing. */
	void decide(Held answer) {
		CaseState now = this.state.registrar(answer.given().answer(), false);
		withdraw();
		if (now.answer().isEmpty()) {
			this.setAside = this.state.answer().isEmpty() ? this.setAside : this.college;
			this.college = this.college.cleared();
		}
		this.state = now;
		this.registrar = answer;
		if (answer.given().answer().equals("RETURNED")) {
			this.note = "returned";
		}
	}

	/** Enters the registrar's approval of a value; empty for what is no field. */
	void approve(Held answer, String value, String newRoute, LocalDate on) {
		CaseState now = this.state.registrar(answer.given().answer(), !answer.given().value().isEmpty());
		boolean again = value.equals(this.approved) && this.state.state().equals(CaseState.APPROVED);
		if (!again) {
			withdraw();
			this.setAside = null;
			this.approvedOn = on;
			this.replaced = this.platform;
		}
		this.approved = value;
		this.route = newRoute;
		this.registrar = answer;
		this.state = now;
	}

	/**
	 * Enters that the registrar takes his decision back: the case is what the college's
	 * answer made it.
	 */
	void takeBack(Held answer) {
		if (this.setAside != null) {
			this.college = this.setAside;
			this.setAside = null;
		}
		String given = this.college.given().answer();
		CaseState open = new CaseState(CaseState.OPEN, "");
		this.state = given.isEmpty() ? open : open.college(given, true);
		withdraw();
		this.registrar = answer.cleared();
	}

	/** Whether the registrar decided something that he can take back. */
	boolean isDecided() {
		boolean decided = !this.registrar.given().answer().isEmpty() || this.state.isSettled();
		return decided && !this.state.state().equals(CaseState.SENT);
	}

	/** The registrar handed it in. */
	void send(LocalDate on) {
		this.state = new CaseState(CaseState.SENT, this.state.answer());
		this.sentOn = on;
		this.note = "";
	}

	private void withdraw() {
		this.registrar = this.registrar.cleared();
		this.approved = "";
		this.approvedOn = null;
		this.replaced = "";
		this.route = "";
		this.note = "";
	}

	@Override
	public String toString() {
		return this.about.toString();
	}

}
