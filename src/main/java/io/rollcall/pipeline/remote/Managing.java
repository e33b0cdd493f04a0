package io.rollcall.pipeline.remote;

import org.springframework.stereotype.Component;

/** Shows workers that a process is there which hands parts out, whenever it has some. */
@Component
public class Managing {

	private final PartsSettings settings;

	private final WorkerStore workers;

	private final ProgramVersion version;

	private final Pulse pulse;

	Managing(PartsSettings settings, WorkerStore workers, ProgramVersion version) {
		this.settings = settings;
		this.workers = workers;
		this.version = version;
		this.pulse = new Pulse(this::show);
	}

	/** To be called every few seconds. */
	public void beat() {
		if (this.settings.areRemote()) {
			this.pulse.beat();
		}
	}

	private void show() {
		this.workers.manage(this.version.toString());
		this.workers.bury();
	}

}
