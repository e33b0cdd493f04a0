package io.rollcall.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The page that a stranger asked for, kept by his browser: he has no session yet. Only
 * path and query are kept and only such are led to: what a browser sends along may name
 * another host.
 */
public final class AskedPage {

	private static final String COOKIE = "asked";

	/** Long enough to sign in. */
	private static final Duration KEPT = Duration.ofHours(1);

	/** Browsers keep no larger cookies. */
	private static final int LONGEST = 2000;

	/** A path of this portal: a browser reads two slashes, or a back slash, as a host. */
	private static final Pattern OWN = Pattern.compile("/(?:[A-Za-z0-9%._~!$&'()*+,;=:@-][\\x21-\\x5b\\x5d-\\x7e]*)?");

	/** Keeps the page that is asked for. */
	void keep(HttpServletRequest request, HttpServletResponse response) {
		String query = request.getQueryString();
		String page = request.getRequestURI() + ((query != null) ? "?" + query : "");
		if (page.length() <= LONGEST && OWN.matcher(page).matches()) {
			set(request, response,
					Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8)),
					KEPT);
		}
	}

	/**
	 * Where to go after the sign-in, once.
	 * @param request the request that signs in
	 * @param response its answer, which makes the browser forget the page
	 * @return a path with its query; the beginning where none was asked for
	 */
	public String take(HttpServletRequest request, HttpServletResponse response) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie == null) {
			return "/";
		}
		set(request, response, "", Duration.ZERO);
		return decoded(cookie.getValue()).filter((page) -> OWN.matcher(page).matches()).orElse("/");
	}

	private static Optional<String> decoded(String value) {
		try {
			return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, value)
					.path("/login")
					.maxAge(kept)
					.httpOnly(true)
					.sameSite("Lax")
					.secure(request.isSecure())
					.build()
					.toString());
	}

}
