package io.rollcall.portal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.rollcall.access.Accounts.Account;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of pages: the account's, else what this browser chose last, else Chinese.
 */
final class Languages implements LocaleResolver {

	/** The languages that there are. */
	static final Set<String> ALL = Set.of("zh", "en");

	private static final String COOKIE = "lang";

	private static final Duration KEPT = Duration.ofDays(400);

	/** The language of a request's page. */
	String of(HttpServletRequest request, Optional<Account> account) {
		return account.map(Account::language)
			.filter(ALL::contains)
			.or(() -> Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
				.map(Cookie::getValue)
				.filter(ALL::contains))
			.orElse("zh");
	}

	/**
	 * Lets the browser remember a language, for the page on which nobody is known yet.
	 */
	static void remember(HttpServletRequest request, HttpServletResponse response, String language) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, language)
					.path("/")
					.maxAge(KEPT)
					.httpOnly(true)
					.sameSite("Lax")
					.secure(request.isSecure())
					.build()
					.toString());
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		Object frame = request.getAttribute(Frame.ATTRIBUTE);
		return (frame instanceof Frame known && known.language().equals("en")) ? Locale.ENGLISH : Locale.CHINESE;
	}

	@Override
	public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		throw new UnsupportedOperationException("The account keeps the language");
	}

}
