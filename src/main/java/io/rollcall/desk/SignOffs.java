package io.rollcall.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.College;
import io.rollcall.results.CollegeStates.State;
import io.rollcall.results.CollegeStates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements of colleges that their students are checked, each for a published run. A
 * statement holds as long as the newest published run shows the college's students and
 * cases as that run did; nothing is ever changed or deleted.
 */
@Service
public class SignOffs {

	/** Stands for the whole school in place of a college. */
	public static final String SCHOOL = "";

	/** The name of the newest published run. */
	private static final String LATEST = "latest";

	private static final int LONGEST_REASON = 500;

	private final SignOffStore store;

	private final CollegeStates states;

	private final AuditLog audit;

	private final InstantSource clock;

	SignOffs(SignOffStore store, CollegeStates states, AuditLog audit, InstantSource clock) {
		this.store = store;
		this.states = states;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whether a statement was made and still holds. */
	public enum Standing {

		/** 已签. */
		SIGNED,
		/** 需重签: students or cases differ since. */
		AGAIN,
		/** 未签. */
		NONE

	}

	/**
	 * Where a college, or the school, stands.
	 *
	 * @param college the college, or {@link #SCHOOL}
	 * @param students its students in the newest published run
	 * @param openCases cases that have to be acted on and are not answered
	 * @param standing whether it has signed
	 * @param last the last statement
	 */
	public record Row(String college, long students, long openCases, Standing standing, Optional<SignOff> last) {
	}

	/**
	 * All colleges of a campaign.
	 *
	 * @param run the newest published run
	 * @param measured false where that run is of a version that took nothing down, so
	 * that nobody can sign for it
	 * @param colleges the colleges in the order of the job file
	 * @param school the school
	 * @param missing the colleges with students whose statement is missing or holds no
	 * longer
	 */
	public record Overview(PublishedRun run, boolean measured, List<Row> colleges, Row school, List<String> missing) {

		/**
		 * Where a college stands.
		 * @param college the college, or {@link SignOffs#SCHOOL}
		 * @return its row; empty for an unknown one
		 */
		public Optional<Row> row(String college) {
			return college.equals(SCHOOL) ? Optional.of(this.school)
					: this.colleges.stream().filter((row) -> row.college().equals(college)).findFirst();
		}

	}

	/**
	 * Where all colleges of a campaign stand.
	 * @param campaign the campaign's key
	 * @param job what its job file says
	 * @return the overview; empty before a run is published
	 */
	public Optional<Overview> overview(long campaign, Campaign job) {
		return this.store.newest(campaign).map((run) -> overview(campaign, job, run));
	}

	private Overview overview(long campaign, Campaign job, PublishedRun run) {
		Map<String, State> known = this.states.of(run.id());
		Map<String, SignOff> last = this.store.last(campaign);
		List<Row> rows = new ArrayList<>();
		List<String> missing = new ArrayList<>();
		for (College college : job.colleges().all()) {
			State state = known.getOrDefault(college.name(), State.NOTHING);
			Optional<SignOff> signed = Optional.ofNullable(last.get(college.name()));
			Row row = new Row(college.name(), state.students(), state.openCases(), standing(signed, state), signed);
			rows.add(row);
			if (state.students() > 0 && row.standing() != Standing.SIGNED) {
				missing.add(college.name());
			}
		}
		State school = CollegeStates.together(known);
		Optional<SignOff> signed = Optional.ofNullable(last.get(SCHOOL));
		Row whole = new Row(SCHOOL, school.students(), this.store.openCases(campaign, run.id()),
				standing(signed, school), signed);
		return new Overview(run, !known.isEmpty(), rows, whole, missing);
	}

	private static Standing standing(Optional<SignOff> signed, State state) {
		return signed.map((last) -> last.fingerprint().equals(state.fingerprint()) ? Standing.SIGNED : Standing.AGAIN)
			.orElse(Standing.NONE);
	}

	/**
	 * Cases of a run that have to be acted on and are not answered.
	 * @param campaign the campaign's key
	 * @param run the run's key
	 * @param college whose, as that college may see them; empty for the registrar's view
	 * of all
	 * @param most how many
	 * @return the oldest first
	 */
	public List<OpenCase> openCases(long campaign, long run, Optional<String> college, int most) {
		return this.store.openCaseList(campaign, run, college, most);
	}

	/**
	 * The statements for a college or the school, the newest first.
	 * @param campaign the campaign's key
	 * @param college the college, or {@link #SCHOOL}
	 * @param most how many
	 * @return the statements
	 */
	public List<SignOff> history(long campaign, String college, int most) {
		return this.store.history(campaign, college, most);
	}

	/**
	 * What somebody states.
	 *
	 * @param run the run's name, {@code <date>-<n>} or {@code latest}
	 * @param college the college, or {@link SignOffs#SCHOOL}
	 * @param reason why, where cases are open; else empty
	 */
	public record Wish(String run, String college, String reason) {
	}

	/**
	 * States that students are checked. Said again of the same run with the same reason
	 * while it holds, it is as said once.
	 * @param campaign the campaign's key
	 * @param job what its job file says
	 * @param wish what is stated
	 * @param actor who states it
	 * @throws DeskFailure when there is no such college or published run; the campaign is
	 * closed, the run is held, or a newer one shows something else; for the school, when
	 * a college with students has not signed; when cases are open and no reason is given
	 */
	@Transactional
	public void sign(long campaign, Campaign job, Wish wish, Actor actor) {
		boolean school = wish.college().equals(SCHOOL);
		if (!school && job.colleges().all().stream().noneMatch((known) -> known.name().equals(wish.college()))) {
			throw DeskFailure.missing();
		}
		boolean closed = this.store.lock(campaign);
		Optional<PublishedRun> found = wish.run().isBlank() ? Optional.empty()
				: Optional.of(published(campaign, wish.run()));
		if (closed) {
			throw DeskFailure.conflict("signoff.closed");
		}
		PublishedRun run = found.orElseThrow(() -> DeskFailure.wrong("run", "signoff.wrong.run"));
		PublishedRun newest = this.store.newest(campaign).orElseThrow(DeskFailure::missing);
		Overview overview = overview(campaign, job, newest);
		State state = state(newest.id(), wish.college());
		if (!overview.measured()) {
			throw DeskFailure.conflict("signoff.unmeasured");
		}
		if (run.id() != newest.id() && !state(run.id(), wish.college()).fingerprint().equals(state.fingerprint())) {
			throw DeskFailure.conflict("signoff.newer", run.name(), newest.name());
		}
		if (school && !overview.missing().isEmpty()) {
			throw DeskFailure.conflict("signoff.missing", String.join("、", overview.missing()));
		}
		String reason = reason(wish, school ? this.store.openCases(campaign, run.id()) : state.openCases());
		Row row = overview.row(wish.college()).orElseThrow(DeskFailure::missing);
		boolean said = row.standing() == Standing.SIGNED && row.last()
			.filter((last) -> last.run().equals(run.name()) && last.reason().equals(reason))
			.isPresent();
		if (!said) {
			this.store.add(campaign, run, wish.college(), state, reason, actor, this.clock.instant());
		}
		this.audit.write(actor, "sign-off", job.name(), run.name(), school ? "*" : wish.college(), "done");
	}

	private State state(long run, String college) {
		Map<String, State> known = this.states.of(run);
		return college.equals(SCHOOL) ? CollegeStates.together(known) : known.getOrDefault(college, State.NOTHING);
	}

	private static String reason(Wish wish, long open) {
		String reason = wish.reason().strip();
		if (open > 0 && reason.isEmpty()) {
			throw DeskFailure.wrong("reason", "signoff.wrong.reason", open);
		}
		if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
			throw DeskFailure.wrong("reason", "signoff.wrong.long", LONGEST_REASON);
		}
		return reason.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "");
	}

	/**
	 * What is not published yet, or failed, cannot be signed for any more than nothing.
	 */
	private PublishedRun published(long campaign, String name) {
		Optional<PublishedRun> found = name.equals(LATEST) ? this.store.newest(campaign)
				: this.store.find(campaign, name);
		PublishedRun run = found.orElseThrow(DeskFailure::missing);
		if (Set.of("held", "dropped").contains(run.status())) {
			throw DeskFailure.conflict("signoff." + run.status(), run.name());
		}
		if (!run.status().equals("published")) {
			throw DeskFailure.missing();
		}
		return run;
	}

}
