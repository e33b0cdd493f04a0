package io.rollcall.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.rollcall.access.Role;
import jakarta.servlet.http.HttpServletRequest;

/** What every page shows around its own: who is signed in, where one can go. */
public final class Frame {

	/** The request's attribute, by which templates find it. */
	static final String ATTRIBUTE = "frame";

	private final HttpServletRequest request;

	private final String language;

	Frame(HttpServletRequest request, String language) {
		this.request = request;
		this.language = language;
	}

	/**
	 * A place to go to.
	 *
	 * @param key the text
	 * @param path the address
	 * @param here whether the page is there
	 */
	public record Link(String key, String path, boolean here) {
	}

	/**
	 * The page's language.
	 * @return {@code zh} or {@code en}
	 */
	public String language() {
		return this.language;
	}

	/**
	 * Who looks.
	 * @return the visitor, null for a stranger or one who must change his password first
	 */
	public Visitor visitor() {
		return (Visitor) this.request.getAttribute(Visitor.ATTRIBUTE);
	}

	/**
	 * The campaign that the page is about.
	 * @return the place, null on pages about none
	 */
	public CampaignPlace place() {
		return (CampaignPlace) this.request.getAttribute(CampaignPlace.ATTRIBUTE);
	}

	/**
	 * Where the language's switch leads back to: this page, if it can be had by an
	 * address alone.
	 * @return the path
	 */
	public String back() {
		boolean error = this.request.getAttribute(ErrorPage.STATUS) != null;
		return (error || !this.request.getMethod().equals("GET")) ? "/" : this.request.getRequestURI();
	}

	/**
	 * The pages of a campaign that the visitor may open.
	 * @return none on pages about no campaign
	 */
	public List<Link> links() {
		if (visitor() == null || place() == null) {
			return List.of();
		}
		List<String> parts = switch (visitor().role()) {
			case REGISTRAR -> List.of("", "runs", "college", "cases", "students", "uploads", "sign-off");
			case AUDITOR -> List.of("", "runs", "college", "cases", "students", "sign-off");
			case COLLEGE -> List.of("college", "cases", "students", "uploads", "sign-off");
			case OPERATOR -> List.of("", "runs");
			case PROVINCIAL -> List.of();
		};
		List<Link> links = new ArrayList<>();
		for (String part : parts) {
			String path = place().path(part.isEmpty() ? "" : "/" + part);
			boolean mine = part.equals("college") && visitor().is(Role.COLLEGE);
			links.add(new Link("portal.nav." + (part.isEmpty() ? "campaign" : mine ? "my-college" : part), path,
					isHere(path, part.isEmpty())));
		}
		return links;
	}

	/**
	 * The pages about no campaign that the visitor may open.
	 * @return users, audit and the province, where he may
	 */
	public List<Link> office() {
		return Optional.ofNullable(visitor()).map(Visitor::role).map((role) -> switch (role) {
			case REGISTRAR -> List.of(office("users"), office("audit"));
			case AUDITOR -> List.of(office("audit"));
			case PROVINCIAL -> List.of(office("province"));
			default -> List.<Link>of();
		}).orElse(List.of());
	}

	private Link office(String part) {
		return new Link("portal.nav." + part, "/" + part, isHere("/" + part, false));
	}

	/** Pages of what is not there look the same wherever it was sought. */
	private boolean isHere(String path, boolean exactly) {
		if (this.request.getAttribute(ErrorPage.STATUS) != null) {
			return false;
		}
		String here = this.request.getRequestURI();
		return here.equals(path) || !exactly && here.startsWith(path + "/");
	}

}
