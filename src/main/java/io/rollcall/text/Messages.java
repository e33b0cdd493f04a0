package io.rollcall.text;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences people read, in Chinese (default) or English. The part of a key before
 * its first dot names the bundle: {@code source.ENCRYPTED} is in
 * {@code source_zh.properties} and {@code source_en.properties} beside this class.
 */
public final class Messages {

	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private final Locale locale;

	private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

	/** Those that were asked for before: sheets ask for the same few in every row. */
	private final Map<String, String> texts = new ConcurrentHashMap<>();

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
		String text = this.texts.computeIfAbsent(key, (missing) -> bundle(missing).getString(missing));
		if (arguments.length == 0 || text.indexOf('{') < 0) {
			return text;
		}
		return fill(text, arguments);
	}

	/**
	 * In one pass: a value may hold braces itself, such as a file called {1}.csv.
	 */
	private static String fill(String text, Object... arguments) {
		StringBuilder filled = new StringBuilder(text.length() + 32);
		int end = 0;
		for (int i = text.indexOf('{'); i >= 0 && i + 2 < text.length(); i = text.indexOf('{', i + 1)) {
			int index = text.charAt(i + 1) - '0';
			if (index >= 0 && index < Math.min(10, arguments.length) && text.charAt(i + 2) == '}') {
				filled.append(text, end, i).append(arguments[index]);
				end = i + 3;
			}
		}
		return filled.append(text, end, text.length()).toString();
	}

	/**
	 * Whether there is a text for a key.
	 * @param key the key
	 * @return true when {@link #get} would find it
	 */
	public boolean has(String key) {
		return this.texts.containsKey(key) || bundle(key).containsKey(key);
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
