package io.rollcall.portal.sso;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import io.rollcall.portal.WrongSetting;

/** Addresses that passwords and tickets may travel to: by TLS, or within this machine. */
final class SafeAddress {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

	private SafeAddress() {
	}

	/**
	 * An address as it was set, without a slash at its end.
	 * @throws WrongSetting when it is none, or not a safe one
	 */
	static String checked(String setting, String address) {
		if (address == null || address.isBlank()) {
			throw new WrongSetting("missing", setting);
		}
		URI uri = parsed(address).orElseThrow(() -> new WrongSetting("address", setting));
		if (uri.getUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
			throw new WrongSetting("address", setting);
		}
		if (!isSafe(address)) {
			throw new WrongSetting("tls", setting);
		}
		return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

	/** Whether it begins with {@code https} or names this machine. */
	static boolean isSafe(String address) {
		return parsed(address)
			.filter((uri) -> uri.getScheme().equalsIgnoreCase("https")
					|| uri.getScheme().equalsIgnoreCase("http") && LOOPBACK.matcher(uri.getHost()).matches())
			.isPresent();
	}

	private static Optional<URI> parsed(String address) {
		try {
			return Optional.of(URI.create(address.strip()))
				.filter((uri) -> uri.getScheme() != null && uri.getHost() != null);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
