package io.rollcall.text;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences people read, in Chinese (default) or English. The part of a key before
 * its first dot names the bundle: {@code source.ENCRYPTED} is in
 * {@code source_zh.properties} and {@code source_en.properties} beside this class.
 */
public final class Messages {

	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

	private final Locale locale;

	private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

	private Messages(Locale locale) {
		this.locale = locale;
	}

	/**
	 * The texts of a language.
	 * @param language {@code zh} or {@code en}
	 * @return the texts
	 */
	public static Messages of(String language) {
		return new Messages(language.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE);
	}

	/**
	 * One text.
	 * @param key the key, with the bundle before its first dot
	 * @param arguments the values for {@code {0}}, {@code {1}} ..., inserted as they are
	 * @return the text
	 * @throws MissingResourceException when no text has that key
	 */
	public String get(String key, Object... arguments) {
		String text = bundle(key).getString(key);
		if (arguments.length == 0 || text.indexOf('{') < 0) {
			return text;
		}
		// In one pass: a value may hold braces itself, such as a file called {1}.csv.
		return PLACE.matcher(text).replaceAll((place) -> {
			int index = Integer.parseInt(place.group(1));
			return Matcher
				.quoteReplacement((index < arguments.length) ? String.valueOf(arguments[index]) : place.group());
		});
	}

	/**
	 * Whether there is a text for a key.
	 * @param key the key
	 * @return true when {@link #get} would find it
	 */
	public boolean has(String key) {
		return bundle(key).containsKey(key);
	}

	/**
	 * The language of the texts.
	 * @return {@link Locale#CHINESE} or {@link Locale#ENGLISH}
	 */
	public Locale locale() {
		return this.locale;
	}

	private ResourceBundle bundle(String key) {
		String area = key.substring(0, key.indexOf('.'));
		return this.bundles.computeIfAbsent(area, (name) -> ResourceBundle.getBundle("io.rollcall.text." + name,
				this.locale, Messages.class.getClassLoader(), NO_FALLBACK));
	}

}
