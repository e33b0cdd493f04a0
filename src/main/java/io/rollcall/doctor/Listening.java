package io.rollcall.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Optional;

/**
 * A place where {@code serve} would listen.
 *
 * @param address an address of this machine, as it was written
 * @param port its port, as it was written
 */
public record Listening(String address, String port) {

	private static final int LAST_PORT = 65_535;

	/** Whether there is anything to look at: the system chooses, or nobody listens. */
	boolean isOpen() {
		return this.port.equals("0") || this.port.equals("-1");
	}

	/** The port, empty when it is none. */
	Optional<Integer> number() {
		return this.port.matches("\\d{1,5}")
				? Optional.of(Integer.parseInt(this.port)).filter((number) -> number <= LAST_PORT) : Optional.empty();
	}

	/** The address, empty when it is none of this machine. */
	Optional<InetAddress> here() {
		try {
			InetAddress named = InetAddress.getByName(this.address);
			return (named.isAnyLocalAddress() || NetworkInterface.getByInetAddress(named) != null) ? Optional.of(named)
					: Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

}
