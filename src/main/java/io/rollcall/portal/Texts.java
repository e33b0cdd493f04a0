package io.rollcall.portal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

import io.rollcall.text.Messages;
import org.springframework.context.support.AbstractMessageSource;

/** The texts of templates: {@code #{portal.title}} is a key of {@link Messages}. */
final class Texts extends AbstractMessageSource {

	private static final Map<String, Messages> LANGUAGES = Map.of("zh", Messages.of("zh"), "en", Messages.of("en"));

	private static Messages messages(Locale locale) {
		return LANGUAGES.get(locale.getLanguage().equals("en") ? "en" : "zh");
	}

	@Override
	protected String resolveCodeWithoutArguments(String code, Locale locale) {
		return text(code, locale);
	}

	@Override
	protected String getMessageInternal(String code, Object[] arguments, Locale locale) {
		return text(code, locale, (arguments == null) ? new Object[0] : arguments);
	}

	@Override
	protected MessageFormat resolveCode(String code, Locale locale) {
		return null;
	}

	private static String text(String code, Locale locale, Object... arguments) {
		try {
			return messages(locale).get(code, arguments);
		}
		catch (MissingResourceException | StringIndexOutOfBoundsException ex) {
			return null;
		}
	}

}
