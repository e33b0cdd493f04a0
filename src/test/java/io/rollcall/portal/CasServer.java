package io.rollcall.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A CAS server that speaks the protocol as far as a portal sees it. Who signs in is told
 * by a header of the browser's request; a ticket holds once and for its service only.
 */
final class CasServer implements AutoCloseable {

	/** The header that says who signs in at the server's page. */
	static final String USER = "X-User";

	private final HttpServer server;

	private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

	private final AtomicInteger count = new AtomicInteger();

	CasServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/cas/login", this::login);
		this.server.createContext("/cas/p3/serviceValidate", this::validate);
		this.server.createContext("/cas/serviceValidate", this::validate);
		this.server.createContext("/cas/logout",
				(exchange) -> answer(exchange, 302, "Location", query(exchange).get("service"), ""));
		this.server.start();
	}

	private record Ticket(String user, String service) {
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/cas";
	}

	/** A ticket as the server gives it to a browser. */
	String ticket(String user, String service) {
		String ticket = "ST-" + this.count.incrementAndGet() + "-abcDEF-cas";
		this.tickets.put(ticket, new Ticket(user, service));
		return ticket;
	}

	/** Tells a service that the sign-on of a ticket is over. */
	int end(String service, String ticket) {
		String message = """
				<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="LR-1" Version="2.0" IssueInstant="2020-11-10T00:00:00Z">
				<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>
				<samlp:SessionIndex>%s</samlp:SessionIndex></samlp:LogoutRequest>"""
			.formatted(ticket);
		HttpRequest request = HttpRequest.newBuilder(URI.create(service))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers
				.ofString("logoutRequest=" + URLEncoder.encode(message, StandardCharsets.UTF_8)))
			.build();
		try {
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void login(HttpExchange exchange) throws IOException {
		String service = query(exchange).get("service");
		String ticket = ticket(exchange.getRequestHeaders().getFirst(USER), service);
		answer(exchange, 302, "Location", service + "?ticket=" + ticket, "");
	}

	private void validate(HttpExchange exchange) throws IOException {
		Ticket ticket = this.tickets.remove(query(exchange).getOrDefault("ticket", ""));
		boolean right = ticket != null && ticket.service().equals(query(exchange).get("service"));
		String body = right
				? """
						<cas:authenticationSuccess><cas:user>%s</cas:user><cas:attributes><cas:employee>%s</cas:employee>
						<cas:role>registrar</cas:role></cas:attributes></cas:authenticationSuccess>"""
					.formatted(ticket.user(), ticket.user())
				: "<cas:authenticationFailure code=\"INVALID_TICKET\">no</cas:authenticationFailure>";
		answer(exchange, 200, "Content-Type", "application/xml;charset=UTF-8",
				"<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">" + body + "</cas:serviceResponse>");
	}

	private static void answer(HttpExchange exchange, int status, String header, String value, String body)
			throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set(header, value);
		exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private static Map<String, String> query(HttpExchange exchange) {
		Map<String, String> query = new HashMap<>();
		for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
			String[] parts = pair.split("=", 2);
			query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return query;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
