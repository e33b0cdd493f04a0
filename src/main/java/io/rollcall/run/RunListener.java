package io.rollcall.run;

import java.util.Locale;

/** Hears how a run gets on. Steps call it from several threads at once. */
public interface RunListener {

	/** Hears nothing. */
	RunListener NONE = new RunListener() {
	};

	/**
	 * A step begins.
	 * @param step the step
	 */
	default void stepStarted(Step step) {
	}

	/**
	 * A step got on.
	 * @param step the step
	 * @param done how much is done, in the step's own unit (rows, statements, files)
	 * @param total how much there is to do, estimated while it is not known
	 */
	default void progress(Step step, long done, long total) {
	}

	/**
	 * A step ended.
	 * @param step the step
	 * @param done how much was done
	 */
	default void stepEnded(Step step, long done) {
	}

	/**
	 * Parts of a step lie there that no worker has taken for a while.
	 * @param step the step
	 * @param waiting true from then on, false when somebody has taken one
	 */
	default void waiting(Step step, boolean waiting) {
	}

	/** The run ended, published or not; also when a step was left half done. */
	default void runEnded() {
	}

	/** The steps of a run, in their order. */
	enum Step {

		/** Freeze the list of files; unit: files. */
		FREEZE,
		/** Load; unit: rows. */
		LOAD,
		/** Judge; unit: statements. */
		JUDGE,
		/** Write the reports; unit: files. */
		REPORT,
		/** Move the reports into place; unit: files. */
		PUBLISH;

		/**
		 * The word for machines.
		 * @return as in the database
		 */
		public String column() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
