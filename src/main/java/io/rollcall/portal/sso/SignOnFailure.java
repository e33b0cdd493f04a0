package io.rollcall.portal.sso;

/** Nobody was vouched for. */
final class SignOnFailure extends Exception {

	private final Kind kind;

	SignOnFailure(Kind kind) {
		super(kind.name());
		this.kind = kind;
	}

	SignOnFailure(Kind kind, Exception cause) {
		super(kind.name(), cause);
		this.kind = kind;
	}

	/** Why not. */
	enum Kind {

		/** Nothing was begun in this browser, or something else. */
		STRAY("broken"),
		/** The provider says no, or what it says does not fit. */
		BROKEN("broken"),
		/** The provider does not answer. */
		AWAY("away");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		/** The word of the sign-in page and the audit log. */
		String word() {
			return this.word;
		}

	}

	Kind kind() {
		return this.kind;
	}

}
