package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.claims.Claim;
import io.rollcall.claims.Reason;

/**
 * What a claim comes to: its verdict, the first that holds, who is probably wrong and
 * which way a correction goes (docs/rules.md, "Claims").
 */
final class ClaimRules {

	/** The sources that can bear out a claim. */
	static final List<String> OTHERS = List.of("roster", "admission");

	private final Campaign campaign;

	ClaimRules(Campaign campaign) {
		this.campaign = campaign;
	}

	String verdict(SubmittedClaim claim) {
		if (!claim.subject().isKnown()) {
			return "CLAIM_UNKNOWN_STUDENT";
		}
		if (claim.claim().kind() == Claim.Kind.NO_RECORD) {
			return claim.side("platform").isPresent() ? "CLAIM_ALREADY_CORRECT" : "CLAIM_SUPPORTED";
		}
		if (claim.claim().kind() == Claim.Kind.UNCLEAR || claim.value().isEmpty()) {
			return "CLAIM_INVALID_VALUE";
		}
		if (field(claim).informational() || Claims.reason(claim).filter(Reason::isPersonalChange).isPresent()) {
			return "CLAIM_NOT_CORRECTABLE";
		}
		if (field(claim).type() == FieldType.PRESENCE) {
			return "CLAIM_UNSUPPORTED";
		}
		if (agrees(claim, "platform")) {
			return "CLAIM_ALREADY_CORRECT";
		}
		return OTHERS.stream().anyMatch((role) -> agrees(claim, role)) ? "CLAIM_SUPPORTED" : "CLAIM_UNSUPPORTED";
	}

	/**
	 * Who stands alone against all who say something of the field, the student included.
	 */
	String odd(SubmittedClaim claim) {
		if (claim.claim().kind() != Claim.Kind.VALUE || claim.value().isEmpty()
				|| field(claim).type() == FieldType.PRESENCE) {
			return "";
		}
		List<Side> sides = new ArrayList<>(List.of(stated(claim)));
		Stream.of("roster", "platform", "admission").flatMap((role) -> claim.side(role).stream()).forEach(sides::add);
		return OddOneOut.majority(field(claim), sides).map(Side::role).orElse("");
	}

	Field field(SubmittedClaim claim) {
		return this.campaign.fields().get(claim.claim().field());
	}

	/** Whether a source says what the student says. */
	boolean agrees(SubmittedClaim claim, String role) {
		return claim.side(role)
			.filter((side) -> !side.isEmpty() && !side.unusable())
			.filter((side) -> FieldComparison.compare(field(claim), stated(claim), side).level() == Verdict.Level.EQUAL)
			.isPresent();
	}

	private static Side stated(SubmittedClaim claim) {
		return new Side("claim", claim.value().orElseThrow(), false, null, null);
	}

	/**
	 * Whether a stated reason decides: not where the sources themselves show who is
	 * wrong, and of fields that nobody corrects only a personal change.
	 */
	static boolean counts(Reason reason, String verdict) {
		return switch (verdict) {
			case "CLAIM_UNSUPPORTED" -> true;
			case "CLAIM_NOT_CORRECTABLE" -> reason.isPersonalChange();
			default -> false;
		};
	}

	/** Who is probably wrong, by who agrees with the student. */
	String cause(SubmittedClaim claim) {
		if (claim.claim().kind() == Claim.Kind.NO_RECORD) {
			return "CAUSE-NOTFOUND";
		}
		if (field(claim).type() == FieldType.PRESENCE) {
			return "CAUSE-PHOTO";
		}
		if (claim.value().isEmpty() || agrees(claim, "platform")) {
			return "CAUSE-UNKNOWN";
		}
		if (agrees(claim, "admission")) {
			return "CAUSE-UPLOAD";
		}
		boolean admitted = claim.side("admission").filter((side) -> side.value() != null).isPresent();
		return (admitted && agrees(claim, "roster")) ? "CAUSE-ADMISSION" : "CAUSE-UNKNOWN";
	}

	String route(String verdict, SubmittedClaim claim) {
		if (verdict.equals("CLAIM_ALREADY_CORRECT")) {
			return (claim.claim().kind() == Claim.Kind.NO_RECORD) ? "ROUTE-ACCOUNT" : "ROUTE-NONE";
		}
		if (verdict.equals("CLAIM_NOT_CORRECTABLE")) {
			return "ROUTE-NONE";
		}
		return switch (cause(claim)) {
			case "CAUSE-NOTFOUND" -> "ROUTE-REGISTER";
			case "CAUSE-PHOTO" -> "ROUTE-PHOTO";
			case "CAUSE-ADMISSION" -> "ROUTE-SOURCE-PROVINCE";
			case "CAUSE-UPLOAD" -> field(claim).provinceControlled() ? "ROUTE-PROVINCE" : "ROUTE-PLATFORM";
			default -> "ROUTE-EVIDENCE";
		};
	}

}
