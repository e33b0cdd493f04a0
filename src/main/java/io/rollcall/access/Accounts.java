package io.rollcall.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.rollcall.access.AuditLog.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of people. Passwords are kept as bcrypt hashes; a one-time password must
 * be changed at the first sign-in; five failures close an account for a quarter of an
 * hour.
 */
@Service
public class Accounts {

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final FirstPassword first;

	private final Passwords passwords = new Passwords();

	private final PasswordGate gate;

	Accounts(JdbcClient jdbc, AuditLog audit, InstantSource clock, FirstPassword first) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.first = first;
		this.gate = new PasswordGate(jdbc, clock, this.passwords);
	}

	/**
	 * An account.
	 *
	 * @param name its name
	 * @param role what it may do
	 * @param school the code of its school; empty for an operator of all, for
	 * {@link Role#PROVINCIAL}, and where there was no school yet
	 * @param colleges its colleges, for {@link Role#COLLEGE} only
	 * @param disabled whether it is shut
	 * @param oneTime whether its password must be changed first
	 * @param version grows with every change that ends sessions
	 * @param language {@code zh} or {@code en}, or empty where nobody chose
	 */
	public record Account(String name, Role role, String school, List<String> colleges, boolean disabled,
			boolean oneTime, long version, String language) {

		public Account {
			colleges = List.copyOf(colleges);
		}

	}

	/**
	 * Adds an account.
	 * @param name its name
	 * @param role its role
	 * @param school the code of its school, or empty
	 * @param colleges its colleges
	 * @param password a lasting password, or empty for one to be used once
	 * @param actor who adds it
	 * @return the one-time password, empty when a lasting one was given
	 * @throws AccountFailure when the name, the school, the colleges or the password are
	 * wrong
	 */
	@Transactional
	public Optional<String> add(String name, Role role, String school, List<String> colleges, Optional<String> password,
			Actor actor) {
		if (!NAME.matcher(name).matches()) {
			throw new AccountFailure("NAME");
		}
		check(role, school, colleges);
		String word = password.map(Passwords::checked).orElseGet(this.passwords::oneTime);
		try {
			this.jdbc
				.sql("""
						insert into account (name, role, school, colleges, password_hash, one_time) values (?, ?, ?, ?, ?, ?)
						""")
				.params(name, role.word(), school, colleges.toArray(String[]::new), this.passwords.hash(word),
						password.isEmpty())
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new AccountFailure("EXISTS", name);
		}
		this.audit.write(actor, "user.add", "", "", name, "done");
		return password.isPresent() ? Optional.empty() : Optional.of(word);
	}

	/**
	 * Makes the first account, a registrar's with a one-time password, where there is
	 * none.
	 * @param school the code of its school, empty where there is none yet
	 * @param tell hears of the password before the account holds
	 */
	@Transactional
	public void addFirst(String school, Consumer<String> tell) {
		// Another process may look at the same moment.
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('first account'))").query().singleRow();
		if (all().isEmpty()) {
			add(FirstPassword.ACCOUNT, Role.REGISTRAR, school, List.of(), Optional.empty(), Actor.SYSTEM)
				.ifPresent(tell);
		}
	}

	/**
	 * Changes what an account may do; its sessions end.
	 * @param name the account
	 * @param role its role
	 * @param school the code of its school, or empty
	 * @param colleges its colleges
	 * @param actor who changes it
	 * @throws AccountFailure when there is no such account, or the school or the colleges
	 * are wrong
	 */
	@Transactional
	public void change(String name, Role role, String school, List<String> colleges, Actor actor) {
		check(role, school, colleges);
		int changed = this.jdbc
			.sql("update account set role = ?, school = ?, colleges = ?, version = version + 1 where name = ?")
			.params(role.word(), school, colleges.toArray(String[]::new), name)
			.update();
		done(changed, name, "user.change", actor);
	}

	/**
	 * Gives an account a new password; its sessions end.
	 * @param name the account
	 * @param password a lasting password, or empty for one to be used once
	 * @param actor who gives it
	 * @return the one-time password, empty when a lasting one was given
	 * @throws AccountFailure when there is no such account, or the password is wrong
	 */
	@Transactional
	public Optional<String> password(String name, Optional<String> password, Actor actor) {
		String word = password.map(Passwords::checked).orElseGet(this.passwords::oneTime);
		int changed = this.jdbc
			.sql("""
					update account set password_hash = ?, one_time = ?, failures = 0, closed_until = null, version = version + 1
					 where name = ?
					""")
			.params(this.passwords.hash(word), password.isEmpty(), name)
			.update();
		done(changed, name, "user.password", actor);
		this.first.forget(name);
		return password.isPresent() ? Optional.empty() : Optional.of(word);
	}

	/**
	 * Shuts an account or opens it again; its sessions end.
	 * @param name the account
	 * @param disabled whether to shut it
	 * @param actor who does
	 * @throws AccountFailure when there is no such account
	 */
	@Transactional
	public void disable(String name, boolean disabled, Actor actor) {
		int changed = this.jdbc.sql("update account set disabled = ?, version = version + 1 where name = ?")
			.params(disabled, name)
			.update();
		done(changed, name, disabled ? "user.disable" : "user.enable", actor);
	}

	/**
	 * All accounts.
	 * @return by name
	 */
	public List<Account> all() {
		return this.jdbc.sql("select * from account order by name collate \"C\"").query(Accounts::map).list();
	}

	/**
	 * One account.
	 * @param name its name
	 * @return the account, empty when there is none
	 */
	public Optional<Account> find(String name) {
		return this.jdbc.sql("select * from account where name = ?").param(name).query(Accounts::map).optional();
	}

	/**
	 * Signs in with a password. Why somebody is not let in is not told: an account that
	 * does not exist, is shut or closed for a while looks like a wrong password. No
	 * connection to the database is held while the password is looked at.
	 * @param name the account's name
	 * @param password what was typed
	 * @param address the client's address
	 * @return the account, or empty
	 */
	public Optional<Account> signIn(String name, String password, String address) {
		boolean may = NAME.matcher(name).matches();
		boolean in = this.gate.isLetIn(name, may, password);
		Optional<Account> account = may ? find(name) : Optional.empty();
		if (in) {
			this.first.forget(name);
		}
		told(account, "password", in, address);
		return in ? account : Optional.empty();
	}

	/**
	 * Signs in somebody whom the school's single sign-on vouches for. The account must
	 * exist here and be open; that it is closed for a while by wrong passwords does not
	 * count, nor does a one-time password.
	 * @param number the staff number, compared exactly
	 * @param way by which way, in a word for the audit log
	 * @param address the client's address
	 * @return the account, or empty
	 */
	public Optional<Account> signOn(String number, String way, String address) {
		Optional<Account> account = NAME.matcher(number).matches() ? find(number) : Optional.empty();
		Optional<Account> open = account.filter((found) -> !found.disabled());
		told(account, way, open.isPresent(), address);
		return open;
	}

	private void told(Optional<Account> account, String way, boolean in, String address) {
		Actor actor = new Actor(account.map(Account::name).orElse(""),
				account.map((found) -> found.role().word()).orElse(""), address);
		this.audit.write(actor, "sign-in", "", "", way, in ? "done" : "refused");
	}

	/**
	 * Changes the own password; the account's other sessions end. A wrong old password
	 * counts as a failed sign-in.
	 * @param name the account
	 * @param old the password until now
	 * @param wanted the new one
	 * @param actor who it is
	 * @return the account with its new version
	 * @throws AccountFailure when the old password is wrong or the new one cannot be
	 */
	public Account changeOwn(String name, String old, String wanted, Actor actor) {
		Passwords.checked(wanted);
		if (!this.gate.isLetIn(name, true, old)) {
			this.audit.write(actor, "user.password", "", "", name, "refused");
			throw new AccountFailure("OLD_PASSWORD");
		}
		password(name, Optional.of(wanted), actor);
		return find(name).orElseThrow();
	}

	/**
	 * Keeps in which language somebody reads.
	 * @param name the account
	 * @param language {@code zh} or {@code en}
	 */
	public void speak(String name, String language) {
		this.jdbc.sql("update account set language = ? where name = ?").params(language, name).update();
	}

	private void done(int changed, String name, String action, Actor actor) {
		if (changed == 0) {
			throw new AccountFailure("UNKNOWN", name);
		}
		this.audit.write(actor, action, "", "", name, "done");
	}

	private static void check(Role role, String school, List<String> colleges) {
		if (role == Role.PROVINCIAL && !school.isEmpty()) {
			throw new AccountFailure("SCHOOL");
		}
		if ((role == Role.COLLEGE) == colleges.isEmpty()) {
			throw new AccountFailure((role == Role.COLLEGE) ? "NO_COLLEGE" : "COLLEGE");
		}
	}

	private static Account map(ResultSet row, int index) throws SQLException {
		Array colleges = row.getArray("colleges");
		return new Account(row.getString("name"), Role.of(row.getString("role")).orElseThrow(), row.getString("school"),
				List.of((String[]) colleges.getArray()), row.getBoolean("disabled"), row.getBoolean("one_time"),
				row.getLong("version"), row.getString("language"));
	}

}
