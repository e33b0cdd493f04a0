package io.rollcall.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How to reach a database.
 *
 * @param url the JDBC URL, without user and password
 * @param user the user, or null for the driver's default (the operating system's user)
 * @param password the password, or null for the driver's default ({@code .pgpass})
 */
record ConnectionSettings(String url, String user, String password) {

	private static final String JDBC = "jdbc:postgresql:";

	/**
	 * Added to every URL that does not say otherwise. Without
	 * {@code logServerErrorDetail=false} the driver's exceptions quote whole keys and
	 * rows of the tables, which then reach logs and Spring Batch's EXIT_MESSAGE.
	 */
	private static final Map<String, String> DEFAULTS = Map.of("logServerErrorDetail", "false", "tcpKeepAlive", "true",
			"connectTimeout", "10", "ApplicationName", "rollcall");

	/** What follows a host; an address of version 6 stands in brackets. */
	private static final Pattern PORT = Pattern.compile(":([^:\\]]*)$");

	private static final int LAST_PORT = 65_535;

	/** Names that libpq and the JDBC driver spell differently. */
	private static final Map<String, String> LIBPQ_NAMES = Map.of("connect_timeout", "connectTimeout",
			"application_name", "ApplicationName", "channel_binding", "channelBinding", "require_auth", "requireAuth",
			"gssencmode", "gssEncMode", "target_session_attrs", "targetServerType");

	/**
	 * Understands a URL as people have it at hand.
	 * @param text {@code jdbc:postgresql://host:port/database?...},
	 * {@code postgresql://user:password@host/database} or {@code postgres://...}
	 * @return the settings
	 * @throws DatabaseException when it is none of these; the sentence does not repeat
	 * the text, which may hold a password
	 */
	static ConnectionSettings parse(String text) {
		String url = text.strip();
		String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
		if (plain.startsWith("postgresql://") || plain.startsWith("postgres://")) {
			return parseUri(plain);
		}
		if (url.startsWith(JDBC)) {
			return of(url.substring(JDBC.length()), null, null);
		}
		throw new DatabaseException("URL_UNKNOWN");
	}

	private static ConnectionSettings parseUri(String url) {
		// java.net.URI refuses a raw '%', '#' or ' ' in passwords; people paste such, so
		// the user part is cut out by hand.
		String rest = url.substring(url.indexOf("//") + 2);
		int path = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
		int at = rest.lastIndexOf('@', path);
		String user = null;
		String password = null;
		if (at >= 0) {
			String[] parts = rest.substring(0, at).split(":", 2);
			user = parts[0].isEmpty() ? null : decode(parts[0]);
			password = (parts.length > 1) ? decode(parts[1]) : null;
		}
		return of("//" + rest.substring(at + 1), user, password);
	}

	private static ConnectionSettings of(String address, String user, String password) {
		int query = address.indexOf('?');
		String base = (query < 0) ? address : address.substring(0, query);
		checkHost(base);
		Map<String, String> parameters = new LinkedHashMap<>();
		if (query >= 0) {
			for (String parameter : address.substring(query + 1).split("&")) {
				String[] parts = parameter.split("=", 2);
				if (!parts[0].isEmpty()) {
					parameters.put(LIBPQ_NAMES.getOrDefault(parts[0], parts[0]), (parts.length > 1) ? parts[1] : "");
				}
			}
		}
		String givenUser = parameters.remove("user");
		String givenPassword = parameters.remove("password");
		return withDefaults(base, parameters, (givenUser != null) ? decode(givenUser) : user,
				(givenPassword != null) ? decode(givenPassword) : password);
	}

	private static void checkHost(String base) {
		if (!base.startsWith("//")) {
			return;
		}
		for (String host : base.substring(2).replaceFirst("/.*", "").split(",")) {
			Matcher port = PORT.matcher(host);
			if (port.find() && !(port.group(1).matches("\\d{1,5}") && Integer.parseInt(port.group(1)) <= LAST_PORT)) {
				throw new DatabaseException("URL_UNKNOWN");
			}
		}
		try {
			new URI("postgresql:" + base.replace(",", "."));
		}
		catch (URISyntaxException ex) {
			throw new DatabaseException("URL_UNKNOWN");
		}
	}

	private static ConnectionSettings withDefaults(String base, Map<String, String> given, String user,
			String password) {
		Map<String, String> parameters = new LinkedHashMap<>(given);
		DEFAULTS.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((entry) -> parameters.putIfAbsent(entry.getKey(), entry.getValue()));
		String query = parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining("&"));
		return new ConnectionSettings(JDBC + base + "?" + query, user, password);
	}

	/**
	 * The embedded server's settings. {@code requireAuth} keeps another local user, who
	 * took the port of a server that is gone, from asking for the password in clear.
	 */
	static ConnectionSettings embedded(int port, String database, String user, String password) {
		Map<String, String> parameters = Map.of("requireAuth", "scram-sha-256", "sslmode", "disable", "gssEncMode",
				"disable");
		return withDefaults("//127.0.0.1:" + port + "/" + database, new TreeMap<>(parameters), user, password);
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	/** Fills in what the URL did not name. */
	ConnectionSettings orElse(String otherUser, String otherPassword) {
		return new ConnectionSettings(this.url, (this.user != null) ? this.user : otherUser,
				(this.password != null) ? this.password : otherPassword);
	}

	/** Opens a connection. */
	Connection connect() throws SQLException {
		Properties properties = new Properties();
		if (this.user != null) {
			properties.setProperty("user", this.user);
		}
		if (this.password != null) {
			properties.setProperty("password", this.password);
		}
		return DriverManager.getConnection(this.url, properties);
	}

	/** Where it is, for error sentences: the address without parameters. */
	String place() {
		int query = this.url.indexOf('?');
		return this.url.substring(JDBC.length(), (query < 0) ? this.url.length() : query);
	}

	@Override
	public String toString() {
		return place();
	}

}
