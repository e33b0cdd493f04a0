package io.rollcall.portal;

import java.util.Arrays;
import java.util.List;

import io.rollcall.text.Messages;
import org.springframework.http.HttpStatus;

/**
 * Ends a request with a status and one sentence. The message is the sentence's key, so
 * that it may stand in logs.
 */
public final class PortalFailure extends RuntimeException {

	private final HttpStatus status;

	private final String field;

	private final transient List<Object> arguments;

	private final String foreign;

	private PortalFailure(HttpStatus status, String field, String foreign, String key, Object... arguments) {
		super(key);
		this.status = status;
		this.field = field;
		this.foreign = foreign;
		this.arguments = Arrays.asList(arguments);
	}

	/**
	 * What was asked for does not exist.
	 * @return 404
	 */
	public static PortalFailure missing() {
		return new PortalFailure(HttpStatus.NOT_FOUND, "", "", "portal.status.404");
	}

	/**
	 * What was asked for is another college's, which looks exactly as if it did not exist
	 * and leaves a row in the audit log.
	 * @param what a kind of thing and its keyed reference, never personal data
	 * @return 404
	 */
	public static PortalFailure foreign(String what) {
		return new PortalFailure(HttpStatus.NOT_FOUND, "", what, "portal.status.404");
	}

	/**
	 * The role may never do this.
	 * @return 403
	 */
	public static PortalFailure forbidden() {
		return new PortalFailure(HttpStatus.FORBIDDEN, "", "", "portal.status.403");
	}

	/**
	 * The state forbids it.
	 * @param key the sentence
	 * @param arguments what it names; never personal data
	 * @return 409
	 */
	public static PortalFailure conflict(String key, Object... arguments) {
		return new PortalFailure(HttpStatus.CONFLICT, "", "", key, arguments);
	}

	/**
	 * A field is missing or wrong.
	 * @param field its name
	 * @param key the sentence
	 * @param arguments what it names; never what was typed
	 * @return 400
	 */
	public static PortalFailure wrong(String field, String key, Object... arguments) {
		return new PortalFailure(HttpStatus.BAD_REQUEST, field, "", key, arguments);
	}

	/**
	 * The status.
	 * @return one of 400, 403, 404, 409
	 */
	public HttpStatus status() {
		return this.status;
	}

	/**
	 * The field that is wrong.
	 * @return its name, or empty
	 */
	public String field() {
		return this.field;
	}

	/** What of another college was asked for, or empty. */
	String foreign() {
		return this.foreign;
	}

	/**
	 * The sentence for people.
	 * @param messages the texts of their language
	 * @return what is wrong and what to do
	 */
	public String sentence(Messages messages) {
		return messages.get(getMessage(), this.arguments.toArray());
	}

}
