package io.rollcall.portal;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Paths that one reader may take for one thing and the next for another. There is nothing
 * at any of them, and they are judged in the same order as all that does not exist: what
 * is odd in them is replaced before anybody reads them.
 */
final class OddPaths extends StrictHttpFirewall {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

	private static final String NOTHING = "-";

	OddPaths() {
		// Which methods there are is judged with the address.
		setUnsafeAllowAnyHttpMethod(true);
	}

	@Override
	public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
		try {
			return super.getFirewalledRequest(request);
		}
		catch (RequestRejectedException ex) {
			return super.getFirewalledRequest(new Nowhere(request));
		}
	}

	/** An odd path's place in the table, where nothing is. */
	static String plain(String path) {
		String plain = Arrays.stream(path.split("/", -1))
			.skip(1)
			.map((segment) -> PLAIN.matcher(segment).matches() ? segment : NOTHING)
			.collect(Collectors.joining("/", "/", ""));
		return Addresses.isOpen(plain) ? "/" + NOTHING : plain;
	}

	private static final class Nowhere extends HttpServletRequestWrapper {

		private final String path;

		Nowhere(HttpServletRequest request) {
			super(request);
			this.path = plain(request.getRequestURI());
		}

		@Override
		public String getRequestURI() {
			return this.path;
		}

		@Override
		public StringBuffer getRequestURL() {
			return new StringBuffer(this.path);
		}

		@Override
		public String getServletPath() {
			return this.path;
		}

		@Override
		public String getPathInfo() {
			return null;
		}

	}

}
