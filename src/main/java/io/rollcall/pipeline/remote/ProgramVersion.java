package io.rollcall.pipeline.remote;

import java.util.Optional;

import io.rollcall.staging.ProgramBuild;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The version of the program that is running: only processes of the very same build do
 * each other's parts.
 */
@Component
public class ProgramVersion {

	private static final int LETTERS_OF_BUILD = 8;

	private final String text;

	/**
	 * The version.
	 * @param build in place of the build's own mark, or empty
	 */
	ProgramVersion(@Value("${rollcall.build:}") String build) {
		String number = Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion()).orElse("-");
		String mark = build.isEmpty() ? ProgramBuild.current() : build;
		this.text = number + "+" + mark.substring(0, Math.min(LETTERS_OF_BUILD, mark.length()));
	}

	@Override
	public String toString() {
		return this.text;
	}

}
