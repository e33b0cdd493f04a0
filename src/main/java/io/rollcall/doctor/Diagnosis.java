package io.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;

import io.rollcall.text.Messages;

/**
 * What was found of an installation, line by line, in the order in which it was looked
 * at.
 */
public final class Diagnosis {

	private final Messages messages;

	private final List<Line> lines = new ArrayList<>();

	Diagnosis(Messages messages) {
		this.messages = messages;
	}

	/** How a thing is. */
	public enum State {

		/** As it should be. */
		GOOD,
		/** It works, and somebody should know. */
		NOTE,
		/** It does not work, or will not. */
		BAD

	}

	/**
	 * One thing.
	 *
	 * @param state how it is
	 * @param text what it is and what to do, without personal data
	 */
	public record Line(State state, String text) {
	}

	/**
	 * The lines.
	 * @return what was found
	 */
	public List<Line> lines() {
		return List.copyOf(this.lines);
	}

	/**
	 * Whether nothing is bad.
	 * @return true when a run can be expected to work
	 */
	public boolean isHealthy() {
		return this.lines.stream().noneMatch((line) -> line.state() == State.BAD);
	}

	Messages messages() {
		return this.messages;
	}

	void good(String key, Object... arguments) {
		add(State.GOOD, key, arguments);
	}

	void note(String key, Object... arguments) {
		add(State.NOTE, key, arguments);
	}

	void bad(String key, Object... arguments) {
		add(State.BAD, key, arguments);
	}

	void sentence(State state, String text) {
		this.lines.add(new Line(state, text));
	}

	private void add(State state, String key, Object... arguments) {
		this.lines.add(new Line(state, this.messages.get("doctor." + key, arguments)));
	}

}
