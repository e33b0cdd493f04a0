package io.rollcall.portal.cases;

import io.rollcall.access.Role;
import io.rollcall.desk.Reader;
import io.rollcall.portal.Visitor;

/** As whom a visitor reads. */
final class Desks {

	private Desks() {
	}

	static Reader reader(Visitor visitor) {
		return visitor.is(Role.COLLEGE) ? Reader.of(visitor.colleges()) : Reader.REGISTRAR;
	}

}
