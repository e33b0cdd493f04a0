package io.rollcall.desk;

import java.util.List;
import java.util.Optional;

/**
 * Who reads: the registrar and who sees what he sees, or colleges, which read their own
 * students only.
 *
 * @param registrar whether everything may be read
 * @param colleges the colleges of whom only their own may be read; empty for the
 * registrar
 */
public record Reader(boolean registrar, List<String> colleges) {

	/** The registrar's section, and who looks at its work. */
	public static final Reader REGISTRAR = new Reader(true, List.of());

	public Reader {
		colleges = List.copyOf(colleges);
		if (registrar && !colleges.isEmpty()) {
			throw new IllegalArgumentException("who reads everything has no colleges");
		}
	}

	/**
	 * Colleges.
	 * @param colleges their names
	 * @return who reads their students only
	 */
	public static Reader of(List<String> colleges) {
		return new Reader(false, colleges);
	}

	/**
	 * Whether a college's students may be read.
	 * @param college the college, empty where it is unknown
	 * @return true for the registrar and for the college itself
	 */
	public boolean sees(String college) {
		return this.registrar || !college.isEmpty() && this.colleges.contains(college);
	}

	/**
	 * As whom a student of a college is read.
	 * @param college the student's college, which {@link #sees} holds for
	 * @return the college, empty for the registrar
	 */
	public Optional<String> as(String college) {
		return this.registrar ? Optional.empty() : Optional.of(college);
	}

	/**
	 * As whom everything that may be read is read, one after the other.
	 * @return the colleges, or once empty for the registrar
	 */
	public List<Optional<String>> all() {
		return this.registrar ? List.of(Optional.empty()) : this.colleges.stream().map(Optional::of).toList();
	}

}
