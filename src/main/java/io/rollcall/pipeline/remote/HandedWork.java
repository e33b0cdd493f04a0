package io.rollcall.pipeline.remote;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.rollcall.run.HandedPart;

/** A part that a thread of this worker does. */
final class HandedWork implements HandedPart {

	private final PartStore parts;

	private final long execution;

	private final UUID take;

	private final List<String> outputs = new CopyOnWriteArrayList<>();

	private final Thread thread = Thread.currentThread();

	private volatile long rows;

	/** When it last gave a sign. */
	private volatile long moved = System.nanoTime();

	private volatile boolean wanted = true;

	HandedWork(PartStore parts, long execution, UUID take) {
		this.parts = parts;
		this.execution = execution;
		this.take = take;
	}

	long execution() {
		return this.execution;
	}

	UUID take() {
		return this.take;
	}

	long rows() {
		return this.rows;
	}

	/** Size and path of each file that is in its place. */
	List<String> outputs() {
		return this.outputs;
	}

	/** Who does it. */
	Thread thread() {
		return this.thread;
	}

	/** How long it has not got on. */
	Duration silence() {
		return Duration.ofNanos(System.nanoTime() - this.moved);
	}

	/** Whether it has not got on for so long that it will not any more. */
	boolean isStuck(Duration patience) {
		return silence().compareTo(patience) >= 0;
	}

	/** Has it left as soon as possible. */
	void leave() {
		this.wanted = false;
	}

	@Override
	public boolean isForeign() {
		return true;
	}

	@Override
	public void hold() {
		this.parts.hold(this.execution, this.take);
		move();
	}

	@Override
	public boolean isWanted() {
		// Whoever does it asks at every row.
		move();
		return this.wanted;
	}

	@Override
	public void read(long rowsSoFar) {
		this.rows = rowsSoFar;
		move();
	}

	@Override
	public void wrote(String path, long bytes) {
		this.outputs.add(bytes + " " + path);
		move();
	}

	private void move() {
		this.moved = System.nanoTime();
	}

}
