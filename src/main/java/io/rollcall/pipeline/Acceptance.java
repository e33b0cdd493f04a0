package io.rollcall.pipeline;

import java.time.Instant;
import java.util.Optional;

import io.rollcall.intake.InputFile;

/**
 * Knows when input files were accepted on a page. Of what somebody put into the folder
 * himself nobody knows more than which run first saw it.
 */
@FunctionalInterface
public interface Acceptance {

	/**
	 * When a file was accepted.
	 * @param campaign the campaign's key
	 * @param file the file, with its role, its path below the role's folder and its hash
	 * @return the time, or empty for a file that no page took in
	 */
	Optional<Instant> at(long campaign, InputFile file);

}
