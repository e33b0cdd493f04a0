package io.rollcall.reconcile;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What one source says of one field of a student.
 *
 * @param role the source
 * @param value the canonical value, or null when the source left it empty or says
 * something that cannot be compared
 * @param unusable whether it says something that cannot be compared
 * @param shape how the cell as written differs from the canonical value, before a colon
 * the kinds and behind it the cell's text; null when it does not
 * @param documentType the stated document type, for ID numbers, or null
 */
record Side(String role, @Nullable String value, boolean unusable, @Nullable String shape,
		@Nullable String documentType) {

	boolean isEmpty() {
		return this.value == null && !this.unusable;
	}

	Set<String> kinds() {
		return (this.shape == null) ? Set.of()
				: new TreeSet<>(Arrays.asList(this.shape.substring(0, this.shape.indexOf(':')).split(",")));
	}

	/** The canonical value, empty where there is none. */
	String text() {
		return (this.value == null) ? "" : this.value;
	}

	/** The cell's text where it was kept, else the canonical value. */
	String written() {
		return (this.shape == null) ? text() : this.shape.substring(this.shape.indexOf(':') + 1);
	}

	@Override
	public String toString() {
		return this.role;
	}

}
