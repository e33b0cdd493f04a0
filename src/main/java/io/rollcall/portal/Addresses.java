package io.rollcall.portal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rollcall.access.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static io.rollcall.access.Role.AUDITOR;
import static io.rollcall.access.Role.COLLEGE;
import static io.rollcall.access.Role.OPERATOR;
import static io.rollcall.access.Role.PROVINCIAL;
import static io.rollcall.access.Role.REGISTRAR;

/**
 * Every address of the portal with the methods that it has and the roles that may use
 * them (contract, sections 7 and 8). What is not in this table does not exist.
 */
public final class Addresses {

	/** Where a CAS server sends people back, and says that they signed out. */
	private static final String TICKETS = "/login/cas/back";

	private static final Set<Role> ALL = EnumSet.allOf(Role.class);

	private static final Set<Role> R = EnumSet.of(REGISTRAR);

	private static final Set<Role> RA = EnumSet.of(REGISTRAR, AUDITOR);

	private static final Set<Role> RC = EnumSet.of(REGISTRAR, COLLEGE);

	private static final Set<Role> RO = EnumSet.of(REGISTRAR, OPERATOR);

	private static final Set<Role> RAC = EnumSet.of(REGISTRAR, AUDITOR, COLLEGE);

	private static final Set<Role> RAO = EnumSet.of(REGISTRAR, AUDITOR, OPERATOR);

	private static final List<Address> TABLE = table();

	private Addresses() {
	}

	/**
	 * One address and method.
	 *
	 * @param pattern the path
	 * @param method {@code GET}, which is HEAD as well, or {@code POST}
	 * @param roles who may use it
	 * @param open whether strangers may use it as well
	 */
	public record Address(PathPattern pattern, String method, Set<Role> roles, boolean open) {

		boolean matches(String path) {
			return this.pattern.matches(PathContainer.parsePath(path));
		}

		boolean takes(String asked) {
			return this.method.equals(asked.equals("HEAD") ? "GET" : asked);
		}

	}

	/**
	 * The whole table.
	 * @return every address, each method by itself
	 */
	public static List<Address> all() {
		return TABLE;
	}

	/** Whether strangers may ask for a path, with whatever method. */
	static boolean isOpen(String path) {
		return TABLE.stream().anyMatch((address) -> address.open() && address.matches(path));
	}

	/** Whether a machine posts to a path, which has no session and no token. */
	static boolean isForMachines(String path) {
		return path.equals(TICKETS);
	}

	/**
	 * Whether a role may use an address. A method that the address does not have is
	 * judged as the one that it has: that the method is wrong is told to those who may
	 * use the address at all.
	 */
	static boolean allows(String path, String method, Role role) {
		List<Address> found = TABLE.stream().filter((address) -> address.matches(path)).toList();
		List<Address> exact = found.stream().filter((address) -> address.takes(method)).toList();
		List<Address> judged = exact.isEmpty() ? found : exact;
		return judged.isEmpty() || judged.stream().anyMatch((address) -> address.roles().contains(role));
	}

	/** The address as the table has it, for logs: what was typed may name somebody. */
	static Optional<String> name(String path) {
		return TABLE.stream()
			.filter((address) -> address.matches(path))
			.map((address) -> address.pattern().getPatternString())
			.findFirst();
	}

	private static List<Address> table() {
		List<Address> table = new ArrayList<>();
		open(table);
		everybody(table);
		runs(table);
		students(table);
		add(table, "GET", RC, "/campaigns/{campaign}/uploads/forms/{role}");
		add(table, "GET POST", R, "/users");
		add(table, "POST", R, "/users/{name}/change", "/users/{name}/password", "/users/{name}/disable",
				"/users/{name}/enable");
		add(table, "GET", RA, "/audit", "/audit.csv");
		add(table, "GET", EnumSet.of(PROVINCIAL), "/province");
		return List.copyOf(table);
	}

	private static void open(List<Address> table) {
		PathPatternParser parser = PathPatternParser.defaultInstance;
		for (String path : List.of("/assets/**", "/actuator/health", "/actuator/health/readiness", "/login",
				"/login/oidc", "/login/oidc/back", "/login/oidc/out", "/login/cas", TICKETS, "/login/cas/out")) {
			table.add(new Address(parser.parse(path), "GET", ALL, true));
		}
		table.add(new Address(parser.parse("/login"), "POST", ALL, true));
		table.add(new Address(parser.parse(TICKETS), "POST", ALL, true));
	}

	private static void everybody(List<Address> table) {
		add(table, "GET", ALL, "/");
		add(table, "GET POST", ALL, "/account/password");
		add(table, "POST", ALL, "/account/language", "/logout");
	}

	private static void runs(List<Address> table) {
		String campaign = "/campaigns/{campaign}";
		String run = campaign + "/runs/{run}";
		add(table, "GET", RAO, campaign, campaign + "/runs", run, run + "/events");
		add(table, "POST", RO, campaign + "/runs", run + "/rerun", run + "/stop", run + "/resume",
				campaign + "/schedule");
		add(table, "POST", R, run + "/release", run + "/drop", run + "/colleges", run + "/corrections-sent",
				campaign + "/close", campaign + "/reopen");
		add(table, "GET", RAC, run + "/files/{*path}");
	}

	private static void students(List<Address> table) {
		String campaign = "/campaigns/{campaign}";
		add(table, "GET", RAC, campaign + "/college", campaign + "/cases/{ref}", campaign + "/students/{ref}",
				campaign + "/sign-off");
		add(table, "GET POST", RAC, campaign + "/cases", campaign + "/students");
		add(table, "POST", RC, campaign + "/cases/answers", campaign + "/sign-off");
		add(table, "GET POST", RC, campaign + "/uploads");
		add(table, "GET", RC, campaign + "/uploads/{id}");
		add(table, "POST", RC, campaign + "/uploads/{id}/accept", campaign + "/uploads/{id}/discard");
	}

	private static void add(List<Address> table, String methods, Set<Role> roles, String... paths) {
		for (String path : paths) {
			for (String method : methods.split(" ")) {
				table.add(new Address(PathPatternParser.defaultInstance.parse(path), method, roles, false));
			}
		}
	}

}
