package io.rollcall.pipeline.remote;

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

	private volatile long rows;

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
	}

	@Override
	public boolean isWanted() {
		return this.wanted;
	}

	@Override
	public void read(long rowsSoFar) {
		this.rows = rowsSoFar;
	}

	@Override
	public void wrote(String path, long bytes) {
		this.outputs.add(bytes + " " + path);
	}

}
