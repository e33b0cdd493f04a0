package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldKey;

/**
 * A field with what there is to say of it.
 *
 * @param roles the sources that have the field
 * @param sides those that are spoken of
 * @param foreign whether it is there only because of a record that is probably another
 * student's
 */
record Difference(Field field, List<String> roles, List<Side> sides, Verdict verdict, boolean foreign) {

	boolean isGrave() {
		return this.verdict.level() == Verdict.Level.DIFFERS && this.field.key() == FieldKey.YES;
	}

	/** Whether it is a matter of how the value is shown. */
	boolean isDisplay() {
		return this.verdict.level() == Verdict.Level.FORMAT_ONLY || this.verdict.level() == Verdict.Level.GLYPH
				|| this.verdict.level() == Verdict.Level.TRUNCATED;
	}

	/** The sides that hold something to compare. */
	List<Side> filled() {
		return this.sides.stream().filter((side) -> !side.isEmpty() && !side.unusable()).toList();
	}

	/** The pairs of sources that differ. */
	List<List<Side>> differing() {
		List<Side> filled = filled();
		List<List<Side>> pairs = new ArrayList<>();
		for (int i = 0; i < filled.size(); i++) {
			for (int j = i + 1; j < filled.size(); j++) {
				if (!OddOneOut.agree(this.field, filled.get(i), filled.get(j))) {
					pairs.add(List.of(filled.get(i), filled.get(j)));
				}
			}
		}
		return pairs;
	}

	@Override
	public String toString() {
		return this.field.name() + " " + this.verdict.level();
	}

}
