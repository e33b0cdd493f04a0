package io.rollcall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.launch.OperatingSystem;

/**
 * Where the server of a home was started: which boot of which machine, which container,
 * or where the system tells neither, which machine. Two containers may share a folder,
 * but neither sees the other's processes; starting a second server beside an unseen one
 * would destroy the data.
 */
final class ServerPlace {

	private final Path file;

	ServerPlace(Path home) {
		this.file = home.resolve("server.place");
	}

	boolean isHere() {
		try {
			return !Files.exists(this.file) || Files.readString(this.file).strip().equals(here());
		}
		catch (IOException ex) {
			throw Home.unusable(this.file, ex);
		}
	}

	void remember() {
		try {
			Home.createFile(this.file);
			Files.writeString(this.file, here() + "\n");
		}
		catch (IOException ex) {
			throw Home.unusable(this.file, ex);
		}
	}

	private static String here() throws IOException {
		if (OperatingSystem.current() != OperatingSystem.LINUX) {
			return System.getProperty("os.name") + " " + ThisProcess.host();
		}
		return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
				+ Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
	}

}
