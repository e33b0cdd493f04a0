package io.rollcall.run;

import java.util.Optional;

/** Knows what opens the workbooks of a run. */
@FunctionalInterface
public interface WorkbookPasswords {

	/**
	 * The password of a run's workbooks.
	 * @param context the run
	 * @return the password, empty where workbooks have none
	 * @throws RunFailure when there should be one and it cannot be read
	 */
	Optional<String> of(RunContext context);

}
