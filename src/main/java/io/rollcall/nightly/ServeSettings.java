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
 */
public record ServeSettings(Path jobs, Path input, Path output, boolean scheduling) {

	public ServeSettings {
		Objects.requireNonNull(jobs);
		Objects.requireNonNull(input);
		Objects.requireNonNull(output);
	}

	Schedules.Place place() {
		return new Schedules.Place(this.input, this.output);
	}

}
