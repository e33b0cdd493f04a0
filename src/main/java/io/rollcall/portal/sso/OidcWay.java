package io.rollcall.portal.sso;

import java.io.IOException;
import java.net.HttpRetryException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import io.rollcall.portal.SignedIn.Way;
import io.rollcall.portal.sso.SignOnFailure.Kind;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * Sign-on by OpenID Connect: authorization code with state, nonce and PKCE. No token is
 * kept here; the ID token, which providers want back when somebody signs out, is kept by
 * his own browser for that one page.
 */
final class OidcWay implements SignOnWay {

	private static final Logger LOGGER = LoggerFactory.getLogger(OidcWay.class);

	private static final String COOKIE = "sign-on";

	/** Browsers keep no larger cookies. */
	private static final int LONGEST = 3800;

	/** After the provider did not answer it is left alone for so long. */
	private static final long REST = Duration.ofSeconds(10).toNanos();

	private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");

	private final OidcSettings settings;

	private final String address;

	private final Calls calls = new Calls();

	private final HttpSessionOAuth2AuthorizationRequestRepository begun = new HttpSessionOAuth2AuthorizationRequestRepository();

	private final ReentrantLock asking = new ReentrantLock();

	private volatile OidcProvider found;

	private volatile Long failed;

	OidcWay(OidcSettings settings, String address) {
		this.settings = settings.checked();
		this.address = address;
	}

	@Override
	public Way way() {
		return Way.OIDC;
	}

	@Override
	public Optional<String> name() {
		return Optional.of(this.settings.name()).filter((name) -> !name.isBlank());
	}

	@Override
	public String begin(HttpServletRequest request, HttpServletResponse response) throws SignOnFailure {
		OAuth2AuthorizationRequest asked = provider().requests().resolve(request, "oidc");
		this.begun.saveAuthorizationRequest(asked, request, response);
		return asked.getAuthorizationRequestUri();
	}

	@Override
	public Vouched vouch(HttpServletRequest request, HttpServletResponse response) throws SignOnFailure {
		OAuth2AuthorizationRequest asked = this.begun.removeAuthorizationRequest(request, response);
		if (asked == null) {
			throw new SignOnFailure(Kind.STRAY);
		}
		String code = request.getParameter("code");
		if (code == null || code.isBlank()) {
			throw new SignOnFailure(Kind.BROKEN);
		}
		OidcProvider provider = provider();
		OAuth2AuthorizationResponse answered = OAuth2AuthorizationResponse.success(code)
			.redirectUri(asked.getRedirectUri())
			.state(request.getParameter("state"))
			.build();
		OidcUser user = user(provider, new OAuth2LoginAuthenticationToken(provider.client(),
				new OAuth2AuthorizationExchange(asked, answered)));
		// A number would have lost its leading zeros on the way.
		if (!(user.getClaims().get(this.settings.staffNumberClaim()) instanceof String number)) {
			LOGGER.warn("The provider tells no text in the claim of the staff number");
			throw new SignOnFailure(Kind.BROKEN);
		}
		return new Vouched(number, user.getIdToken().getTokenValue());
	}

	private OidcUser user(OidcProvider provider, OAuth2LoginAuthenticationToken asked) throws SignOnFailure {
		try {
			return this.calls.make(() -> (OidcUser) provider.codes().authenticate(asked).getPrincipal());
		}
		catch (Exception ex) {
			throw failure(ex);
		}
	}

	@Override
	public void keep(Vouched vouched, HttpServletRequest request, HttpServletResponse response) {
		if (vouched.proof().length() <= LONGEST) {
			set(request, response, vouched.proof(), Duration.ofSeconds(-1));
		}
	}

	@Override
	public Optional<String> leave(HttpServletRequest request, HttpServletResponse response) {
		Optional<String> token = Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
		if (token.isPresent()) {
			set(request, response, "", Duration.ZERO);
		}
		try {
			return provider().endSession().map((page) -> leave(page, token));
		}
		catch (SignOnFailure ex) {
			return Optional.empty();
		}
	}

	private String leave(String page, Optional<String> token) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(page);
		token.ifPresent((hint) -> uri.queryParam("id_token_hint", "{hint}"));
		return uri.queryParam("client_id", "{client}")
			.queryParam("post_logout_redirect_uri", "{back}")
			.encode()
			.build(java.util.Map.of("hint", token.orElse(""), "client", this.settings.clientId(), "back",
					this.address + "/login"))
			.toString();
	}

	/** The provider, asked at its first use. One asks, the others do not wait. */
	private OidcProvider provider() throws SignOnFailure {
		OidcProvider known = this.found;
		if (known != null) {
			return known;
		}
		Long last = this.failed;
		if (last != null && System.nanoTime() - last < REST || !this.asking.tryLock()) {
			throw new SignOnFailure(Kind.AWAY);
		}
		try {
			if (this.found == null) {
				this.found = OidcProvider.discover(this.settings, this.address + path() + "/back");
			}
			return this.found;
		}
		catch (RuntimeException ex) {
			this.failed = System.nanoTime();
			LOGGER.warn("The provider of single sign-on cannot be used: {}", ex.getClass().getSimpleName());
			throw new SignOnFailure(Kind.AWAY, ex);
		}
		finally {
			this.asking.unlock();
		}
	}

	/** What the exchange failed by, without anything that somebody could have typed. */
	private static SignOnFailure failure(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SignOnFailure known) {
				return known;
			}
			// The other is how a wrong secret of the client looks.
			if (cause instanceof IOException && !(cause instanceof HttpRetryException)) {
				LOGGER.warn("The provider of single sign-on does not answer: {}", cause.getClass().getSimpleName());
				return new SignOnFailure(Kind.AWAY, failure);
			}
		}
		String word = (failure instanceof OAuth2AuthenticationException known) ? known.getError().getErrorCode() : "";
		LOGGER.warn("A sign-on was not completed: {} {}", failure.getClass().getSimpleName(),
				WORD.matcher(word).matches() ? word : "");
		return new SignOnFailure(Kind.BROKEN, failure);
	}

	private void set(HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, value)
					.path(out())
					.maxAge(kept)
					.httpOnly(true)
					.sameSite("Lax")
					.secure(request.isSecure())
					.build()
					.toString());
	}

}
