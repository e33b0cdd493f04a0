package io.rollcall.database;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.rollcall.launch.SecondProcess;

/** What this process calls itself towards the server. */
final class ThisProcess {

	/**
	 * PostgreSQL cuts application names at 63 bytes, and the key of a run goes behind.
	 */
	private static final int LONGEST = 48;

	private static final String WORD = "rollcall";

	private ThisProcess() {
	}

	/** The name of what holds locks: the number of the process and its machine. */
	static String name() {
		String name = WORD + " " + SecondProcess.started() + "@" + host();
		return name.substring(0, Math.min(LONGEST, name.length()));
	}

	/** The name of all other sessions of a process. */
	static String sessions(String name) {
		return name.replaceFirst(WORD + " ", WORD + "/");
	}

	static String host() {
		try {
			return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "?");
		}
		catch (UnknownHostException ex) {
			return "?";
		}
	}

}
