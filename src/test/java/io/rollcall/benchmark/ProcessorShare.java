package io.rollcall.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A control group of Linux whose processes get a share of one processor between them. It
 * needs root.
 */
final class ProcessorShare implements AutoCloseable {

	private static final Path FIRST = Path.of("/sys/fs/cgroup/cpu");

	private static final Path SECOND = Path.of("/sys/fs/cgroup");

	private static final int PERIOD = 100_000;

	private final Path group;

	private final Path members;

	/**
	 * Makes the group.
	 * @param name its name
	 * @param share of one processor
	 * @throws IOException when this system has no such groups, or none may be made
	 */
	ProcessorShare(String name, double share) throws IOException {
		boolean second = Files.exists(SECOND.resolve("cgroup.controllers"));
		this.group = Files.createDirectories((second ? SECOND : FIRST).resolve(name));
		this.members = this.group.resolve("cgroup.procs");
		long quota = Math.round(share * PERIOD);
		if (second) {
			Files.writeString(this.group.resolve("cpu.max"), quota + " " + PERIOD);
		}
		else {
			Files.writeString(this.group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD));
			Files.writeString(this.group.resolve("cpu.cfs_quota_us"), String.valueOf(quota));
		}
	}

	/** What has to stand before a command for it to run in the group. */
	List<String> prefix() {
		return List.of("sh", "-c", "echo $$ > " + this.members + " && exec \"$@\"", "sh");
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.group);
	}

}
