package io.rollcall.pipeline.remote;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether this process hands parts out, as somebody says of it. */
@Component
public class PartsSettings {

	/** The property that says it: {@link #REMOTE}, {@link #LOCAL}, or nothing. */
	public static final String PARTS = "rollcall.parts";

	/** The property that says how many minutes a run waits for a worker. */
	public static final String TIMEOUT = "rollcall.part-timeout";

	/** Workers do all parts. */
	public static final String REMOTE = "remote";

	/** Own threads do all parts, also of runs that workers did until now. */
	public static final String LOCAL = "local";

	/** How many minutes a run waits for a worker unless somebody says otherwise. */
	public static final int MINUTES = 60;

	private final String parts;

	private final int minutes;

	PartsSettings(@Value("${" + PARTS + ":}") String parts, @Value("${" + TIMEOUT + ":" + MINUTES + "}") int minutes) {
		this.parts = parts;
		this.minutes = minutes;
	}

	/**
	 * Whether somebody said who does parts.
	 * @return true for workers, false for own threads, empty where a run goes on as it
	 * began
	 */
	Optional<Boolean> remote() {
		return switch (this.parts) {
			case REMOTE -> Optional.of(true);
			case LOCAL -> Optional.of(false);
			default -> Optional.empty();
		};
	}

	/**
	 * Whether this process hands the parts of every run out.
	 * @return true if somebody said so
	 */
	public boolean areRemote() {
		return remote().orElse(false);
	}

	int minutes() {
		return this.minutes;
	}

}
