package io.rollcall.run;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What made a run begin.
 *
 * @param trigger the kind of cause
 * @param due the due time that the run answers, empty unless the clock started it
 * @param by the account that asked for it, or the operating system's user
 */
public record RunOrigin(Trigger trigger, Optional<Instant> due, String by) {

	public RunOrigin {
		Objects.requireNonNull(trigger);
		Objects.requireNonNull(due);
		Objects.requireNonNull(by);
	}

	/** Kinds of causes. */
	public enum Trigger {

		/** It was due. */
		SCHEDULE,
		/** It was due while nobody served, and is made up for. */
		MISSED,
		/** Somebody typed a command. */
		COMMAND,
		/** Somebody pressed a button. */
		PORTAL,
		/** A run was asked for once more. */
		RERUN;

		/**
		 * The word for machines.
		 * @return as in {@code summary.json}
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Trigger of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

	}

	/**
	 * A command of the operating system's user.
	 * @return the origin
	 */
	public static RunOrigin command() {
		return new RunOrigin(Trigger.COMMAND, Optional.empty(), System.getProperty("user.name", ""));
	}

}
