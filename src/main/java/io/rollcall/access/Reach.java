package io.rollcall.access;

import java.util.List;

import io.rollcall.access.Accounts.Account;

/**
 * Which schools an account reaches. Another school's things are to it as if there were
 * none.
 *
 * @param school the code of its school, empty where it has none
 * @param every whether it reaches every school
 * @param alone whether there is no school but its own, so that what belongs to none is
 * its own as well
 */
public record Reach(String school, boolean every, boolean alone) {

	/**
	 * What an account reaches. While there is one school only, an account without one is
	 * that school's.
	 * @param account the account
	 * @param schools the codes of all schools
	 * @return its reach; nothing for one without a school among several
	 */
	public static Reach of(Account account, List<String> schools) {
		boolean lonely = schools.size() <= 1;
		String only = schools.isEmpty() ? "" : schools.get(0);
		boolean free = account.school().isEmpty();
		if (account.role() == Role.PROVINCIAL || account.role() == Role.OPERATOR && free) {
			return new Reach("", account.role() == Role.OPERATOR, false);
		}
		return new Reach((free && lonely) ? only : account.school(), false,
				lonely && (free || only.isEmpty() || only.equals(account.school())));
	}

	/**
	 * Whether a school's things are in reach.
	 * @param code the school's code
	 * @return true when they are
	 */
	public boolean covers(String code) {
		return this.every || !code.isEmpty() && code.equals(this.school) || code.isEmpty() && this.alone;
	}

	/**
	 * Whether an account is of the own school, so that its registrar looks after it.
	 * @param account the account
	 * @return true when it is
	 */
	public boolean owns(Account account) {
		return account.role() != Role.PROVINCIAL && covers(account.school());
	}

	/**
	 * The schools whose entries of the audit log are in reach.
	 * @return codes; the empty one stands for what belongs to no school
	 */
	public List<String> schools() {
		return this.alone ? List.of(this.school, "") : List.of(this.school.isEmpty() ? "-" : this.school);
	}

}
