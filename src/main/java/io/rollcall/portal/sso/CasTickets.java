package io.rollcall.portal.sso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.portal.Sessions;
import io.rollcall.portal.SignedIn.Way;
import jakarta.servlet.http.HttpSession;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which session came by which ticket, so that a CAS server can end it (single log-out).
 * The name of an attribute of the session tells the ticket's hash: it goes with the
 * session, and the database can look for it.
 */
final class CasTickets {

	private static final Pattern TICKET = Pattern
		.compile("<(?:\\w+:)?SessionIndex>\\s*([\\x21-\\x3b\\x3d-\\x7e]{1,512})\\s*</");

	private static final int LONGEST = 10_000;

	private final JdbcClient jdbc;

	private final Sessions sessions;

	private final Accounts accounts;

	private final AuditLog audit;

	CasTickets(JdbcClient jdbc, Sessions sessions, Accounts accounts, AuditLog audit) {
		this.jdbc = jdbc;
		this.sessions = sessions;
		this.accounts = accounts;
		this.audit = audit;
	}

	/** Keeps by which ticket a session came. */
	void keep(String ticket, HttpSession session) {
		session.setAttribute(attribute(ticket), true);
	}

	/** A session that has ended. */
	private record Ended(String id, String account) {
	}

	/**
	 * Ends the session that came by the ticket which a server says is over.
	 * @param message the server's {@code LogoutRequest} (SAML), of which only the
	 * {@code SessionIndex} is read
	 * @param address the address of who says so
	 */
	void end(String message, String address) {
		Matcher ticket = TICKET.matcher((message.length() <= LONGEST) ? message : "");
		if (!ticket.find()) {
			return;
		}
		List<Ended> ended = this.jdbc.sql("""
				select s.session_id, s.principal_name from spring_session s
				  join spring_session_attributes a on a.session_primary_id = s.primary_id
				 where a.attribute_name = ?
				""")
			.param(attribute(ticket.group(1)))
			.query((row, index) -> new Ended(row.getString("session_id"), row.getString("principal_name")))
			.list();
		for (Ended session : ended) {
			this.sessions.end(session.id());
			this.accounts.find(session.account())
				.ifPresent((account) -> this.audit.write(new Actor(account.name(), account.role().word(), address),
						"sign-out", "", "", Way.CAS.word(), "done"));
		}
	}

	private static String attribute(String ticket) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return "sign-on.cas." + HexFormat.of().formatHex(digest.digest(ticket.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
