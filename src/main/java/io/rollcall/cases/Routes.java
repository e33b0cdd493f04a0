package io.rollcall.cases;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.campaign.Fields;
import io.rollcall.text.Messages;

/**
 * By which way an approved value is corrected: one list each (contract, ruling 34).
 */
public final class Routes {

	/** The upload of 学籍信息修改 at the platform. */
	public static final String PLATFORM = "platform";

	/** What only the province may change. */
	public static final String PROVINCE = "province";

	/** What the admission office of the student's province has to correct first. */
	public static final String SOURCE_PROVINCE = "source-province";

	/** What the school corrects in its own system, because the platform is right. */
	public static final String SCHOOL = "school";

	/**
	 * What has no column at the platform, does not fit it, or was routed in other words.
	 */
	public static final String HAND = "hand";

	/** What may not be corrected yet. */
	public static final String DEFERRED = "deferred";

	/** What is approved and not corrected. */
	public static final String NONE = "none";

	private static final List<String> ALL = List.of(PLATFORM, PROVINCE, SOURCE_PROVINCE, SCHOOL, HAND, DEFERRED, NONE);

	/** The routes that registrars choose from, in the order of the list. */
	private static final List<String> CHOICES = List.of(SCHOOL, PLATFORM, PROVINCE, SOURCE_PROVINCE, DEFERRED, NONE);

	private final Fields fields;

	private final BiPredicate<String, String> fits;

	/**
	 * The routes of a campaign.
	 * @param fields the campaign's fields
	 * @param fits whether the platform's file has room for a value of a field
	 */
	Routes(Fields fields, BiPredicate<String, String> fits) {
		this.fields = fields;
		this.fits = fits;
	}

	/**
	 * All routes in the order in which they are listed.
	 * @return their names
	 */
	public static List<String> all() {
		return ALL;
	}

	/**
	 * The route of an approval: what the registrar chose, else what follows from the
	 * value and from what was proposed.
	 * @param one the case
	 * @param value the approved value
	 * @param chosen what the registrar wrote, or empty
	 */
	String of(CaseFile one, String value, String chosen) {
		if (one.about().field().isEmpty()) {
			return "";
		}
		String route = chosen.isEmpty() ? proposed(one, value) : chosen(chosen);
		boolean uploadable = !route.equals(PLATFORM) || this.fits.test(one.about().field(), value);
		return uploadable ? route : HAND;
	}

	private String proposed(CaseFile one, String value) {
		if (value.equals(one.platform())) {
			return SCHOOL;
		}
		return switch (one.proposedRoute()) {
			case "ROUTE-SOURCE-PROVINCE" -> SOURCE_PROVINCE;
			case "ROUTE-PROVINCE" -> PROVINCE;
			case "ROUTE-DEFER", "ROUTE-PROVINCE-WINDOW" -> DEFERRED;
			case "ROUTE-PHOTO" -> HAND;
			default -> this.fields.get(one.about().field()).provinceControlled() ? PROVINCE : PLATFORM;
		};
	}

	/** What the registrar wrote, in whatever language the workbook was; else by hand. */
	private static String chosen(String text) {
		return IntStream.range(0, CHOICES.size())
			.filter((i) -> Stream.of("zh", "en")
				.anyMatch(
						(language) -> Messages.of(language).get("report.choice.route." + (i + 1)).equals(text.strip())))
			.mapToObj(CHOICES::get)
			.findFirst()
			.orElse(HAND);
	}

}
