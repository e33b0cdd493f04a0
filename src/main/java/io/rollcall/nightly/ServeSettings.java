package io.rollcall.nightly;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What {@code serve} was told.
 *
 * @param jobs the folder of job files
 * @param input the input folder
 * @param output the output folder
 * @param scheduling whether runs start by the clock
 * @param runsAtOnce how many runs, each of another campaign, are carried through at once
 */
public record ServeSettings(Path jobs, Path input, Path output, boolean scheduling, int runsAtOnce) {

	/** Unless somebody says otherwise. */
	public static final int USUAL_RUNS_AT_ONCE = 2;

	public ServeSettings {
		Objects.requireNonNull(jobs);
		Objects.requireNonNull(input);
		Objects.requireNonNull(output);
	}

	Schedules.Place place() {
		return new Schedules.Place(this.input, this.output);
	}

}
