package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.claims.Claim;
import io.rollcall.identity.PersonName;
import org.jspecify.annotations.Nullable;

/** A claim with its row and with what the sources say of the field. */
final class SubmittedClaim {

	private final FormRow row;

	private final Claim claim;

	private Optional<String> value;

	private final Map<String, Side> sides = new LinkedHashMap<>();

	private final Map<String, String> shown = new LinkedHashMap<>();

	private final List<String> places = new ArrayList<>();

	/**
	 * A claim.
	 * @param value the canonical value, empty when what is claimed is no valid value by
	 * itself
	 */
	SubmittedClaim(FormRow row, Claim claim, Optional<String> value) {
		this.row = row;
		this.claim = claim;
		this.value = value;
	}

	FormRow row() {
		return this.row;
	}

	Claim claim() {
		return this.claim;
	}

	Optional<String> value() {
		return this.value;
	}

	Subject subject() {
		return this.row.subject();
	}

	/** Enters the whole value of a claim that names only a part of it. */
	void complete(Optional<String> whole) {
		this.value = whole;
	}

	void side(Side side, @Nullable String text, String place) {
		this.sides.put(side.role(), side);
		this.shown.put(side.role(), (text != null) ? text : "");
		this.places.add(place);
	}

	Optional<Side> side(String role) {
		return Optional.ofNullable(this.sides.get(role));
	}

	/** What may be shown of a source's value. */
	String shown(String role) {
		return this.shown.getOrDefault(role, "");
	}

	/** The row of the form, then those of the sources. */
	List<String> places() {
		List<String> all = new ArrayList<>(List.of(this.row.place()));
		all.addAll(this.places);
		return all;
	}

	/** Claims with the same text here claim the same. */
	String wanted() {
		return this.value.orElseGet(() -> this.claim.right().text().replaceAll("\\s", ""));
	}

	/** Who claims what field. */
	String about() {
		return subject().key() + "|" + (this.claim.field().isEmpty() ? this.claim.word() : this.claim.field());
	}

	/**
	 * Whether a row that another college filed names somebody else: then what it claims
	 * is probably a student's of that college.
	 */
	boolean isAnothers() {
		String stated = this.row.statedCollege();
		String name = this.row.shown("name");
		return subject().isKnown() && stated != null && !subject().college().isEmpty()
				&& !stated.equals(subject().college()) && !name.isBlank() && !name.contains("*") && !new SameName()
					.agree(PersonName.parse(name).comparison(), PersonName.parse(subject().name()).comparison());
	}

	@Override
	public String toString() {
		return this.row + " " + this.claim;
	}

}
