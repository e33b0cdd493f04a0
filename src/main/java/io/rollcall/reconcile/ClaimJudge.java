package io.rollcall.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.SourceRole;
import io.rollcall.claims.Claim;
import io.rollcall.claims.Evidence;
import io.rollcall.claims.Reason;
import io.rollcall.identity.Masks;
import io.rollcall.intake.StatedValues;
import org.jspecify.annotations.Nullable;

/**
 * Judges one claim: tells its verdict, what that rests on, and what is to be said beside
 * it (docs/rules.md, "Claims").
 */
final class ClaimJudge {

	private static final String REVIEWED_ON = "reviewed_on";

	private final JudgeContext context;

	private final StatedValues values;

	private final boolean platform;

	private final ClaimRules rules;

	/**
	 * A judge of claims.
	 * @param platform whether there is an export of the platform to compare with
	 */
	ClaimJudge(JudgeContext context, StatedValues values, boolean platform) {
		this.context = context;
		this.values = values;
		this.platform = platform;
		this.rules = new ClaimRules(context.campaign());
	}

	/**
	 * Judges a claim.
	 * @param since the business date of the first run that read it, or null for this one
	 */
	List<Reported> judge(SubmittedClaim claim, @Nullable LocalDate since) {
		List<Reported> all = judged(claim, since);
		all.forEach((one) -> one.forRegistrarIf(claim.isAnothers()));
		return all;
	}

	private List<Reported> judged(SubmittedClaim claim, @Nullable LocalDate since) {
		List<Reported> all = new ArrayList<>();
		String verdict = this.rules.verdict(claim);
		all.add(told(verdict, claim));
		lateness(claim, since).ifPresent((detail) -> all.add(beside("CLAIM_LATE", claim).detail(detail)));
		if (!claim.subject().isKnown()) {
			return all;
		}
		otherCollege(claim).ifPresent(all::add);
		if (verdict.equals("CLAIM_SUPPORTED") || verdict.equals("CLAIM_UNSUPPORTED")) {
			if (isStale(claim)) {
				all.add(beside("CLAIM_STALE", claim)
					.detail(text(claim.side("platform").isPresent() ? "CLAIM_STALE" : "CLAIM_STALE.absent")));
			}
			if (!hasEvidence(claim)) {
				all.add(reported("CLAIM_EVIDENCE_MISSING", claim).detail(text("CLAIM_EVIDENCE_MISSING"))
					.claimed(this.context.shown(claim))
					.suggest(text("CLAIM_EVIDENCE_MISSING.todo", needed(claim.claim().field()))));
			}
		}
		return all;
	}

	private Reported told(String verdict, SubmittedClaim claim) {
		Reported reported = reported(verdict, claim).claimed(this.context.shown(claim)).detail(grounds(verdict, claim));
		describe(claim).forEach(reported::detail);
		if (verdict.equals("CLAIM_UNKNOWN_STUDENT") || verdict.equals("CLAIM_INVALID_VALUE")) {
			return reported.suggest(text(verdict + ".todo"));
		}
		Optional<Reason> stated = Claims.reason(claim).filter((reason) -> ClaimRules.counts(reason, verdict));
		String cause = stated.map(Reason::code).orElseGet(() -> this.rules.cause(claim));
		String route = stated.map(Reason::route).orElseGet(() -> this.rules.route(verdict, claim));
		if (stated.isEmpty()) {
			reported.detail(text("cause", text("cause." + cause), cause, route));
		}
		return reported.suggest(text(verdict + ".todo"))
			.suggest(text("route." + route))
			.routed(cause, route)
			.odd(this.rules.odd(claim));
	}

	/** What the verdict rests on. */
	private String grounds(String verdict, SubmittedClaim claim) {
		boolean noRecord = claim.claim().kind() == Claim.Kind.NO_RECORD;
		return switch (verdict) {
			case "CLAIM_SUPPORTED" -> noRecord ? text(verdict + (this.platform ? ".absent" : ".unread"))
					: text(verdict, roles(ClaimRules.OTHERS.stream().filter((role) -> this.rules.agrees(claim, role))));
			case "CLAIM_ALREADY_CORRECT" -> text(noRecord ? verdict + ".found" : verdict);
			case "CLAIM_NOT_CORRECTABLE" ->
				text(this.rules.field(claim).informational() ? verdict + ".field" : verdict);
			case "CLAIM_UNSUPPORTED" -> unsupported(claim);
			case "CLAIM_UNKNOWN_STUDENT" -> text(claim.row().hasBrokenNumbersOnly() ? verdict + ".broken" : verdict);
			default -> text(verdict);
		};
	}

	private String unsupported(SubmittedClaim claim) {
		if (this.rules.field(claim).type() == FieldType.PRESENCE) {
			return text("CLAIM_UNSUPPORTED.picture");
		}
		String differing = roles(Columns.ROLES.stream()
			.filter((role) -> claim.side(role).filter((side) -> !side.isEmpty() && !side.unusable()).isPresent()));
		return differing.isEmpty() ? text("CLAIM_UNSUPPORTED.nothing") : text("CLAIM_UNSUPPORTED", differing);
	}

	private String roles(Stream<String> roles) {
		return roles.map(this.context::role).collect(Collectors.joining(this.context.messages().get("intake.comma")));
	}

	/**
	 * What else the row says: by itself it proves nothing, and the registrar reads it.
	 */
	private List<String> describe(SubmittedClaim claim) {
		List<String> parts = new ArrayList<>();
		if (claim.claim().kind() == Claim.Kind.UNCLEAR) {
			parts.add(claim.claim().word().isEmpty() ? text("claim.noField")
					: text("claim.unknownField", this.context.masked(claim.claim().word())));
		}
		add(parts, "claim.reason", claim.row().shown("difference_reason"));
		add(parts, "claim.evidence", claim.row().shown("evidence"));
		add(parts, "claim.opinion", claim.row().shown("opinion"));
		parts.addAll(FormDates.notes(claim.row(), this.context, SourceRole.DISCREPANCIES, REVIEWED_ON));
		String name = claim.row().shown("name");
		if (claim.subject().isKnown() && !name.isEmpty() && !name.equals(claim.subject().name())
				&& !Masks.inName(name)) {
			parts.add(text("claim.otherName", name));
		}
		return parts;
	}

	private void add(List<String> parts, String key, String said) {
		if (!said.isBlank()) {
			parts.add(text(key, said.strip()));
		}
	}

	private Optional<String> lateness(SubmittedClaim claim, @Nullable LocalDate since) {
		LocalDate deadline = this.context.campaign().period().collegeDeadline();
		if (claim.row().isUnreadable(REVIEWED_ON)) {
			return Optional.empty();
		}
		LocalDate day = FormDates.day(claim.row(), REVIEWED_ON);
		if (day != null) {
			return day.isAfter(deadline) ? Optional.of(text("CLAIM_LATE.dated", day, deadline)) : Optional.empty();
		}
		LocalDate first = (since != null) ? since : this.context.date();
		return first.isAfter(deadline) ? Optional.of(text("CLAIM_LATE.seen", first, deadline)) : Optional.empty();
	}

	private Optional<Reported> otherCollege(SubmittedClaim claim) {
		String stated = claim.row().statedCollege();
		if (stated == null || claim.subject().college().isEmpty() || stated.equals(claim.subject().college())) {
			return Optional.empty();
		}
		return Optional.of(beside("CLAIM_OTHER_COLLEGE", claim).detail(text("CLAIM_OTHER_COLLEGE"))
			.privateDetail(text("CLAIM_OTHER_COLLEGE.filed", stated)));
	}

	/** Whether the claim quotes a value that the platform does not show. */
	private boolean isStale(SubmittedClaim claim) {
		Claim made = claim.claim();
		if (made.kind() != Claim.Kind.VALUE || made.said().isBlank() || !this.platform
				|| this.rules.field(claim).type() == FieldType.PRESENCE) {
			return false;
		}
		if (Masks.inName(made.said().text())) {
			return false;
		}
		Optional<Side> actual = claim.side("platform");
		String shown = claim.shown("platform").strip();
		String said = made.said().text().strip();
		if (said.equals(shown)
				|| actual.isPresent() && actual.get().isEmpty() && said.matches("[(（]?(空|无|未填|空白|没有)[)）]?")) {
			return false;
		}
		Optional<String> canonical = this.values.canonical(made.field(), said, made.said().numeric());
		if (canonical.isEmpty()) {
			// Of a number people write how it differs, or hide most of it.
			return this.rules.field(claim).type() != FieldType.ID_NO && !isPart(said, shown);
		}
		Side quoted = new Side("said", canonical.get(), false, null, null);
		return actual.isEmpty() || !actual.get().unusable()
				&& (actual.get().isEmpty() || FieldComparison.compare(this.rules.field(claim), actual.get(), quoted)
					.level() != Verdict.Level.EQUAL);
	}

	private static boolean isPart(String said, String shown) {
		return !shown.isEmpty() && said.contains(shown);
	}

	private String needed(String field) {
		return Evidence.needed(field)
			.stream()
			.map((kind) -> text("evidence." + kind))
			.collect(Collectors.joining(this.context.messages().get("intake.comma")));
	}

	private Reported beside(String code, SubmittedClaim claim) {
		return reported(code, claim).claimed(this.context.shown(claim)).suggest(text(code + ".todo"));
	}

	static boolean hasEvidence(SubmittedClaim claim) {
		return Evidence.isNamed(claim.row().text("evidence"));
	}

	/** A finding about a claim with what the sources say. */
	static Reported reported(String code, SubmittedClaim claim) {
		String field = code.equals("CLAIM_UNKNOWN_STUDENT") ? "" : claim.claim().field();
		boolean missing = claim.claim().kind() == Claim.Kind.NO_RECORD && claim.subject().isKnown();
		return new Reported(code, claim.subject(), field).about(missing ? "MISSING_IN_PLATFORM" : "")
			.at(claim.places())
			.values(new Reported.SourceTexts(claim.shown("roster"), claim.shown("platform"), claim.shown("admission")));
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
