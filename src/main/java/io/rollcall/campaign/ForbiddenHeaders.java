package io.rollcall.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.FieldCatalogue.ForbiddenEntry;

/**
 * The headers of what must not be collected. A canonical field's own header is to be
 * tried before.
 */
public final class ForbiddenHeaders {

	private static final List<ForbiddenEntry> ENTRIES = FieldCatalogue.forbidden();

	private ForbiddenHeaders() {
	}

	/**
	 * The class of forbidden data that a header announces.
	 * @param header a header as it stands in a file, or a field's name or label
	 * @return the class, or empty for a harmless header
	 */
	public static Optional<Category> of(String header) {
		String text = HeaderText.normalise(header);
		List<String> forms = HeaderText.forms(header);
		return ENTRIES.stream()
			.filter((entry) -> entry.contains().stream().anyMatch(text::contains)
					|| entry.exact().stream().anyMatch(forms::contains))
			.map((entry) -> new Category(entry.name(), Map.of("zh", entry.zh(), "en", entry.en()), entry.declarable()))
			.findFirst();
	}

	/**
	 * A class of data that must not be collected.
	 *
	 * @param name its name, such as {@code contact}
	 * @param labels the words for people, by language
	 * @param declarable whether a job file may declare such a field after all
	 */
	public record Category(String name, Map<String, String> labels, boolean declarable) {

		/**
		 * Whether these are pictures, of which {@code photo_present} may read the
		 * presence.
		 */
		boolean isPicture() {
			return this.name.equals("pictures");
		}

		/** The class in both languages, for messages about settings. */
		String label() {
			return this.labels.get("zh") + " / " + this.labels.get("en");
		}

	}

}
