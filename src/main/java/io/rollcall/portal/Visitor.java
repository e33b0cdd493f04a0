package io.rollcall.portal;

import java.util.List;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.Reach;
import io.rollcall.access.Role;
import io.rollcall.text.Messages;

/**
 * Who looks at a page.
 *
 * @param name the account
 * @param role what it may do
 * @param colleges its colleges, for {@link Role#COLLEGE} only
 * @param reach the schools whose things he sees
 * @param address the client's address
 * @param language {@code zh} or {@code en}
 */
public record Visitor(String name, Role role, List<String> colleges, Reach reach, String address, String language) {

	/** The request's attribute that holds the visitor. */
	static final String ATTRIBUTE = Visitor.class.getName();

	public Visitor {
		colleges = List.copyOf(colleges);
	}

	/**
	 * Whether it is somebody of a role.
	 * @param other the role
	 * @return true when it is his
	 */
	public boolean is(Role other) {
		return this.role == other;
	}

	/**
	 * Whether he may see a college's students.
	 * @param college the college's official name
	 * @return true for the registrar and the auditor, and for the college itself
	 */
	public boolean sees(String college) {
		return switch (this.role) {
			case REGISTRAR, AUDITOR -> true;
			case COLLEGE -> this.colleges.contains(college);
			case OPERATOR, PROVINCIAL -> false;
		};
	}

	/**
	 * As the audit log names him.
	 * @return the actor
	 */
	public Actor actor() {
		return new Actor(this.name, this.role.word(), this.address);
	}

	/**
	 * The texts of his language.
	 * @return the texts
	 */
	public Messages messages() {
		return Messages.of(this.language);
	}

}
