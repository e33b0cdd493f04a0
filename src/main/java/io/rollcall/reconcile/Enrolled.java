package io.rollcall.reconcile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.rollcall.identity.Departure;

/** What the list of enrolled students says of a new student's ID number. */
final class Enrolled {

	private final Set<String> same = new LinkedHashSet<>();

	private final Set<String> other = new LinkedHashSet<>();

	private final Set<String> states = new LinkedHashSet<>();

	private boolean present;

	private boolean own;

	/**
	 * Takes a row with the student's ID number.
	 * @param sameName whether it has his name too
	 * @param place where it stands
	 * @param ownRecord whether the number stands in a record of his own, and not only in
	 * one that is probably another student's
	 * @param said what its status columns say
	 */
	void add(boolean sameName, String place, boolean ownRecord, String... said) {
		(sameName ? this.same : this.other).add(place);
		this.own |= ownRecord;
		if (sameName) {
			this.states.addAll(List.of(said));
			this.present |= !Departure.isTold(List.of(said));
		}
	}

	Collection<String> samePlaces() {
		return this.same;
	}

	Collection<String> otherPlaces() {
		Set<String> others = new LinkedHashSet<>(this.other);
		others.removeAll(this.same);
		return others;
	}

	/** What the rows with his name say of the student's state, in their order. */
	Collection<String> states() {
		return this.states;
	}

	/** Whether every row with his name says that its student has left. */
	boolean hasLeft() {
		return !this.present;
	}

	boolean isOwn() {
		return this.own;
	}

	@Override
	public String toString() {
		return this.same.size() + " rows with the name, " + this.other.size() + " with another";
	}

}
