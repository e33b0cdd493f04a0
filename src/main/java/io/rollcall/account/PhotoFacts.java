package io.rollcall.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.identity.Cleaned;

/**
 * What a student reported about the photos of an upload (columns 照片张数, 照片类型, 照片大小), held
 * against the rules of 学信网. An empty column breaks none, and neither do zero photos:
 * nothing was uploaded.
 *
 * @param count how many photos, empty when not reported or unreadable
 * @param breaches the rules that are broken
 * @param boundary whether a size lies between the two readings of 300 KB, so that nobody
 * knows what 学信网 says; see {@link AccountLimits#PHOTO_BYTES_SAFE}
 * @param unreadable the columns that hold something not understood
 */
public record PhotoFacts(OptionalInt count, Set<Rule> breaches, boolean boundary, Set<Rule> unreadable) {

	private static final Pattern COUNT = Pattern
		.compile("(?:共|一共|正反面?|正面背面)?([0-9]{1,3}|[零〇一二两三四五六七八九十])(?:\\.0)?(?:张|幅|个|份)?(?:照片|图片)?");

	private static final String COUNT_DIGITS = "零一二三四五六七八九十";

	private static final Set<String> BOTH_SIDES = Set.of("正反面", "正反各一张", "正反面各一张", "正面背面各一张", "各一张", "正反各1张", "正反面各1张",
			"各1张", "1+1", "一对", "双");

	private static final Pattern WORD = Pattern.compile("[A-Z0-9]+");

	private static final Pattern TYPE_FILLER = Pattern
		.compile("IMAGE/|[\\s.、,;:/\\\\+&|*()]|和|与|及|或|都是|都|均为|均|是|各|格式|图片|照片|文件|类型|正面|反面|背面|一张|两张|张");

	/** Types that people report and 学信网 does not take. */
	private static final Set<String> OTHER_TYPES = Set.of("BMP", "WEBP", "HEIC", "HEIF", "AVIF", "TIF", "TIFF", "PDF",
			"DOC", "DOCX", "WPS", "PSD", "RAW", "SVG", "JFIF", "ICO", "MP4", "MOV", "ZIP", "RAR");

	public PhotoFacts {
		breaches = Set.copyOf(breaches);
		unreadable = Set.copyOf(unreadable);
	}

	/**
	 * Reads the three columns.
	 * @param count how many, such as "2" or "两张"; null counts as empty
	 * @param type the types, such as "JPG", ".jpg", "image/png" or "jpeg、png"; null
	 * counts as empty
	 * @param size the sizes, such as "250KB", "0.2M", "307200" or "280K/295K"; a number
	 * below 10,000 without a unit is kilobytes; null counts as empty
	 * @return what they say
	 */
	public static PhotoFacts parse(String count, String type, String size) {
		Set<Rule> breaches = EnumSet.noneOf(Rule.class);
		Set<Rule> unreadable = EnumSet.noneOf(Rule.class);
		String counted = Cleaned.compact(count).text();
		OptionalInt photos = count(counted);
		if (photos.isEmpty() && !counted.isEmpty()) {
			unreadable.add(Rule.COUNT);
		}
		if (photos.isPresent() && photos.getAsInt() != 0 && photos.getAsInt() != AccountLimits.PHOTO_COUNT) {
			breaches.add(Rule.COUNT);
		}
		readTypes(type, breaches, unreadable);
		PhotoSizes sizes = PhotoSizes.parse(size);
		if (!sizes.readable()) {
			unreadable.add(Rule.SIZE);
		}
		if (sizes.largest() > AccountLimits.PHOTO_BYTES) {
			breaches.add(Rule.SIZE);
		}
		boolean boundary = sizes.bytes()
			.stream()
			.anyMatch((one) -> one > AccountLimits.PHOTO_BYTES_SAFE && one <= AccountLimits.PHOTO_BYTES);
		return new PhotoFacts(photos, breaches, boundary, unreadable);
	}

	/**
	 * Whether 学信网 would refuse the photos.
	 * @return true when a rule is broken
	 */
	public boolean isRefused() {
		return !this.breaches.isEmpty();
	}

	private static OptionalInt count(String text) {
		if (BOTH_SIDES.contains(text)) {
			return OptionalInt.of(AccountLimits.PHOTO_COUNT);
		}
		Matcher matcher = COUNT.matcher(text);
		if (!matcher.matches()) {
			return OptionalInt.empty();
		}
		String number = matcher.group(1).replace('两', '二').replace('〇', '零');
		int hanzi = COUNT_DIGITS.indexOf(number);
		return OptionalInt.of((hanzi >= 0) ? hanzi : Integer.parseInt(number));
	}

	private static void readTypes(String type, Set<Rule> breaches, Set<Rule> unreadable) {
		String text = TYPE_FILLER.matcher(Cleaned.text(type).text().toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
		List<String> words = text.isEmpty() ? List.of() : Arrays.asList(text.split(" +"));
		for (String word : words) {
			if (OTHER_TYPES.contains(word)) {
				breaches.add(Rule.TYPE);
			}
			else if (!WORD.matcher(word).matches()
					|| !AccountLimits.PHOTO_TYPES.contains(word.toLowerCase(Locale.ROOT))) {
				unreadable.add(Rule.TYPE);
			}
		}
		if (words.isEmpty() && !Cleaned.text(type).isBlank()) {
			unreadable.add(Rule.TYPE);
		}
	}

	/** The rules for photos that can be judged without looking at them. */
	public enum Rule {

		/** Two photos: {@link AccountLimits#PHOTO_COUNT}. */
		COUNT,
		/** An allowed type: {@link AccountLimits#PHOTO_TYPES}. */
		TYPE,
		/** Not too large: {@link AccountLimits#PHOTO_BYTES}. */
		SIZE

	}

}
