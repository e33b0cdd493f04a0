package io.rollcall.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/** Where to look after something was done. */
public final class Redirect {

	private Redirect() {
	}

	/**
	 * Leads to the page that shows what was done.
	 * @param path a path of this portal, encoded; never an absolute address
	 * @return 303
	 */
	public static ResponseEntity<Void> to(String path) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
	}

	/**
	 * A segment of a path or a value of a query as it stands in an address.
	 * @param segment the text
	 * @return it, encoded
	 */
	public static String encoded(String segment) {
		return UriUtils.encode(segment, StandardCharsets.UTF_8);
	}

}
