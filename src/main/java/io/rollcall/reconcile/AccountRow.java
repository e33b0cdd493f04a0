package io.rollcall.reconcile;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.account.AccountLimits;
import io.rollcall.account.AccountProblem;
import io.rollcall.account.AuditClock;
import io.rollcall.account.AuditState;
import io.rollcall.account.PhotoFacts;
import io.rollcall.account.ProblemRecogniser;
import io.rollcall.account.Recognition;
import io.rollcall.account.WorkingDays;
import io.rollcall.campaign.SourceRole;
import org.jspecify.annotations.Nullable;

/** Judges one row of the account problems (docs/rules.md, "Accounts"). */
final class AccountRow {

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final String NUMERALS = "零一二三四五六七八九十";

	private final JudgeContext context;

	private final FormRow row;

	private final AccountJudge.@Nullable Taken taken;

	private final long classmates;

	private final Recognition recognition;

	private final @Nullable AuditState state;

	private final @Nullable LocalDate uploaded;

	private final AuditClock clock;

	/**
	 * A row.
	 * @param taken what the records tell of the student's number, or null
	 * @param classmates how many of the class have looked at their record
	 */
	AccountRow(JudgeContext context, FormRow row, AccountJudge.@Nullable Taken taken, long classmates) {
		this.context = context;
		this.row = row;
		this.taken = taken;
		this.classmates = classmates;
		this.recognition = ProblemRecogniser.recognise(row.text("problem"), row.text("prompt"));
		this.state = AuditState.parse(row.text("audit_state")).orElse(null);
		this.uploaded = FormDates.day(row, "uploaded_on");
		this.clock = new AuditClock(this.uploaded, this.state, context.date(), context.campaign().period().deadline());
	}

	List<Reported> judge() {
		List<Reported> all = new ArrayList<>();
		all.add(this.recognition.problem().map(this::problem).orElseGet(this::unrecognised));
		if (this.uploaded != null && this.clock.isOverdue()) {
			all.add(reported("ACCOUNT_AUDIT_OVERDUE")
				.detail(text("ACCOUNT_AUDIT_OVERDUE", this.uploaded, due(this.clock.due().orElseThrow())))
				.suggest(text("ACCOUNT_AUDIT_OVERDUE.todo", contact())));
		}
		if ((this.uploaded != null || this.state != null) && this.clock.isTooLate()) {
			all.add(reported("ACCOUNT_AUDIT_TOO_LATE")
				.detail(text("ACCOUNT_AUDIT_TOO_LATE", due(this.clock.earliestResult().orElseThrow()),
						this.clock.deadline()))
				.suggest(text("ACCOUNT_AUDIT_TOO_LATE.todo")));
		}
		List<String> used = usedUp();
		if (!used.isEmpty()) {
			all.add(reported("ACCOUNT_LIMIT_REACHED").detail(String.join(comma(), used))
				.suggest(text("ACCOUNT_LIMIT_REACHED.todo", contact())));
		}
		PhotoFacts photos = photos();
		if (!photos.breaches().isEmpty()) {
			List<String> wrong = photos.breaches().stream().sorted().map((each) -> text("photo." + each)).toList();
			all.add(reported("ACCOUNT_EVIDENCE_REFUSED").detail(String.join(comma(), wrong))
				.suggest(text("ACCOUNT_EVIDENCE_REFUSED.todo")));
		}
		return all;
	}

	private Reported problem(AccountProblem problem) {
		Reported reported = reported("ACCOUNT_PROBLEM")
			.detail(problem.title(locale()) + text("stop.mark") + problem.meaning(locale()))
			.detail(text("account.known", text("account.how." + this.recognition.how()),
					Math.round(this.recognition.confidence() * 100)))
			.suggest(text("account.route", problem.route(locale())))
			.suggest(text("account.actor", problem.actor(locale())));
		problem.cost(locale()).ifPresent((cost) -> reported.suggest(text("account.cost", cost)));
		if (!this.recognition.others().isEmpty()) {
			reported.detail(text("account.others",
					String.join(comma(), this.recognition.others().stream().map(AccountProblem::code).toList())));
		}
		describe(reported);
		nextSteps(problem).forEach(reported::suggest);
		reported.suggest(text("account.contact", contact()));
		if (problem.taken() && this.state != AuditState.PASSED) {
			picture(reported);
		}
		return reported;
	}

	private Reported unrecognised() {
		Reported reported = reported("ACCOUNT_PROBLEM_UNRECOGNISED").detail(text("ACCOUNT_PROBLEM_UNRECOGNISED"))
			.suggest(text("ACCOUNT_PROBLEM_UNRECOGNISED.todo"));
		describe(reported);
		return reported;
	}

	/** What the row says, and whose row it is where no source knows the student. */
	private void describe(Reported reported) {
		for (String column : List.of("problem", "prompt")) {
			String said = this.row.shown(column).strip();
			if (!said.isEmpty()) {
				reported.detail(text("account." + column, this.context.masked(said)));
			}
		}
		FormDates.notes(this.row, this.context, SourceRole.ACCOUNTS, "happened_on", "uploaded_on")
			.forEach(reported::detail);
		if (this.state != null) {
			reported.detail(text("account.state", this.state.text(locale())));
		}
		if (photos().boundary()) {
			reported.detail(text("photo.boundary"));
		}
		if (!photos().unreadable().isEmpty()) {
			reported.detail(text("photo.unreadable"));
		}
		if (!this.row.subject().isKnown()) {
			reported.detail(text(this.row.hasBrokenNumbersOnly() ? "account.unknown.broken" : "account.unknown"));
		}
	}

	/** What this student should do today. */
	private List<String> nextSteps(AccountProblem problem) {
		if (this.state == AuditState.PASSED) {
			return List.of(text("next.passed"));
		}
		if (!problem.taken()) {
			return List.of();
		}
		List<String> steps = new ArrayList<>(List.of(text("next.ask")));
		int helps = AccountLimits.HELP_DAY - count("helps_today").orElse(0);
		if (helps > 0) {
			steps.add((this.classmates > 0) ? text("next.help", this.classmates, helps)
					: text("next.help.nobody", helps));
		}
		int uploads = Math.min(AccountLimits.UPLOAD_DAY - count("uploads_today").orElse(0),
				AccountLimits.UPLOAD_TOTAL - count("uploads_total").orElse(0));
		if (this.state == AuditState.PENDING) {
			this.clock.due().ifPresent((due) -> steps.add(text("next.wait", due(due))));
		}
		else if (this.context.date().isAfter(this.clock.lastSafeUpload())) {
			steps.add(text("next.late", this.clock.lastSafeUpload()));
		}
		else if (uploads > 0) {
			steps.add(text("next.upload", uploads, this.clock.lastSafeUpload()));
		}
		return steps;
	}

	/**
	 * The registrar's one picture of the number: what records and accounts tell together.
	 */
	private void picture(Reported reported) {
		String code = (this.taken == null) ? "none" : this.taken.code()
				+ (this.taken.code().equals("ID_SHARED") && this.taken.doubtful() ? ".doubtful" : "");
		reported.privateDetail(text("picture", text("picture." + code)))
			.group((this.taken != null && !this.taken.group().isEmpty()) ? this.taken.group()
					: this.context.clue().apply("account", this.row.subject().key()));
	}

	private List<String> usedUp() {
		List<String> used = new ArrayList<>();
		limit(used, "uploads_total", AccountLimits.UPLOAD_TOTAL);
		limit(used, "uploads_today", AccountLimits.UPLOAD_DAY);
		limit(used, "helps_today", AccountLimits.HELP_DAY);
		return used;
	}

	private void limit(List<String> used, String column, int limit) {
		count(column).ifPresent((count) -> {
			if (count >= limit) {
				used.add(text("limit." + column, count, limit));
			}
		});
	}

	/** A count as people write it: 3, 3次, ３, 三次. */
	private OptionalInt count(String column) {
		String said = Normalizer.normalize(this.row.text(column), Normalizer.Form.NFKC);
		Matcher matcher = NUMBER.matcher(said);
		if (matcher.find() && matcher.group().length() < 5) {
			return OptionalInt.of(Integer.parseInt(matcher.group()));
		}
		return said.chars().map(NUMERALS::indexOf).filter((value) -> value >= 0).findFirst();
	}

	private PhotoFacts photos() {
		return PhotoFacts.parse(this.row.text("photo_count"), this.row.text("photo_type"), this.row.text("photo_size"));
	}

	private Reported reported(String code) {
		String field = this.recognition.problem().map(AccountProblem::code).orElse("");
		return new Reported(code, this.row.subject(), field).at(List.of(this.row.place()))
			.stated(this.row.fingerprint());
	}

	private String due(WorkingDays.Due due) {
		return due.provisional() ? text("due.provisional", due.day()) : due.day().toString();
	}

	private String contact() {
		return this.context.campaign()
			.accountContact()
			.orElseGet(() -> AccountLimits.CONTACT_PHONE + comma() + AccountLimits.CONTACT_MAIL);
	}

	private Locale locale() {
		return this.context.messages().locale();
	}

	private String comma() {
		return this.context.messages().get("intake.comma");
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

	@Override
	public String toString() {
		return this.row.toString();
	}

}
