package io.rollcall.run;

/**
 * A part of a run as whoever does it sees it: as work of this process, or as something
 * that another process handed out and may want back.
 */
public interface HandedPart {

	/** A part of a run that this process carries through by itself. */
	HandedPart OWN = new HandedPart() {
	};

	/**
	 * Whether another process handed it out.
	 * @return true in a worker
	 */
	default boolean isForeign() {
		return false;
	}

	/**
	 * Makes sure, in the transaction of the part, that it is still this thread's, and
	 * keeps it so until the end of the transaction.
	 * @throws RunFailure when somebody took it back
	 */
	default void hold() {
	}

	/**
	 * Whether somebody still waits for it.
	 * @return false when it is to be left as soon as possible
	 */
	default boolean isWanted() {
		return true;
	}

	/**
	 * Tells how much of it is done.
	 * @param rows rows read so far
	 */
	default void read(long rows) {
	}

	/**
	 * Tells of a file that is in its place now.
	 * @param path its path below the folder of the run's reports, with {@code /}
	 * @param bytes its size
	 */
	default void wrote(String path, long bytes) {
	}

}
