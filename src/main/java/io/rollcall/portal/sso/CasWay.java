package io.rollcall.portal.sso;

import java.net.HttpURLConnection;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import io.rollcall.portal.SignedIn.Way;
import io.rollcall.portal.sso.SignOnFailure.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.apereo.cas.client.authentication.AttributePrincipal;
import org.apereo.cas.client.ssl.HttpURLConnectionFactory;
import org.apereo.cas.client.validation.Cas20ServiceTicketValidator;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.apereo.cas.client.validation.TicketValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-on by CAS (protocol 2 or 3). The service is always this portal's own address, and
 * a ticket counts only in a browser that began here: CAS knows no state that would tell.
 */
final class CasWay implements SignOnWay {

	private static final Logger LOGGER = LoggerFactory.getLogger(CasWay.class);

	private static final String BEGUN = "sign-on.cas";

	private static final Pattern TICKET = Pattern.compile("[\\x21-\\x7e]{1,512}");

	private final CasSettings settings;

	private final String address;

	private final CasTickets tickets;

	private final Cas20ServiceTicketValidator validator;

	private final Calls calls = new Calls();

	CasWay(CasSettings settings, String address, CasTickets tickets) {
		this.settings = settings.checked();
		this.address = address;
		this.tickets = tickets;
		String server = this.settings.server();
		this.validator = (settings.version() == 2) ? new Cas20ServiceTicketValidator(server)
				: new Cas30ServiceTicketValidator(server);
		this.validator.setEncoding(StandardCharsets.UTF_8.name());
		this.validator.setURLConnectionFactory(new Patience());
	}

	@Override
	public Way way() {
		return Way.CAS;
	}

	@Override
	public Optional<String> name() {
		return Optional.of(this.settings.name()).filter((name) -> !name.isBlank());
	}

	@Override
	public String begin(HttpServletRequest request, HttpServletResponse response) {
		request.getSession().setAttribute(BEGUN, true);
		return this.settings.server() + "/login?service=" + encoded(service());
	}

	@Override
	public Vouched vouch(HttpServletRequest request, HttpServletResponse response) throws SignOnFailure {
		HttpSession session = request.getSession(false);
		if (session == null || session.getAttribute(BEGUN) == null) {
			throw new SignOnFailure(Kind.STRAY);
		}
		session.removeAttribute(BEGUN);
		String ticket = request.getParameter("ticket");
		if (ticket == null || !TICKET.matcher(ticket).matches()) {
			throw new SignOnFailure(Kind.BROKEN);
		}
		AttributePrincipal user = user(ticket);
		Object number = this.settings.staffNumberAttribute().isEmpty() ? user.getName()
				: user.getAttributes().get(this.settings.staffNumberAttribute());
		if (!(number instanceof String text)) {
			LOGGER.warn("The CAS server tells no text in the attribute of the staff number");
			throw new SignOnFailure(Kind.BROKEN);
		}
		return new Vouched(text, ticket);
	}

	private AttributePrincipal user(String ticket) throws SignOnFailure {
		try {
			return this.calls.make(() -> this.validator.validate(ticket, service()).getPrincipal());
		}
		catch (SignOnFailure ex) {
			throw ex;
		}
		catch (TicketValidationException ex) {
			LOGGER.warn("The CAS server does not know a ticket");
			throw new SignOnFailure(Kind.BROKEN, ex);
		}
		catch (Exception ex) {
			LOGGER.warn("The CAS server does not answer: {}",
					((ex.getCause() != null) ? ex.getCause() : ex).getClass().getSimpleName());
			throw new SignOnFailure(Kind.AWAY, ex);
		}
	}

	@Override
	public void keep(Vouched vouched, HttpServletRequest request, HttpServletResponse response) {
		this.tickets.keep(vouched.proof(), request.getSession());
	}

	@Override
	public Optional<String> leave(HttpServletRequest request, HttpServletResponse response) {
		return Optional.of(this.settings.server() + "/logout?service=" + encoded(this.address + "/login"));
	}

	private String service() {
		return this.address + path() + "/back";
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** Does not wait for ever, and is not led elsewhere. */
	private static final class Patience implements HttpURLConnectionFactory {

		@Override
		public HttpURLConnection buildHttpURLConnection(URLConnection connection) {
			HttpURLConnection http = (HttpURLConnection) connection;
			http.setConnectTimeout((int) Calls.CONNECT.toMillis());
			http.setReadTimeout((int) Calls.READ.toMillis());
			http.setInstanceFollowRedirects(false);
			return http;
		}

	}

}
