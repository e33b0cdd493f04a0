package io.rollcall.identity;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Sex as the platform knows it. Numbers mean nothing without an explicit map. */
public enum Sex {

	/** 男. */
	MALE("男"),
	/** 女. */
	FEMALE("女");

	private final String chinese;

	Sex(String chinese) {
		this.chinese = chinese;
	}

	/**
	 * The value as the platform writes it.
	 * @return 男 or 女
	 */
	public String chinese() {
		return this.chinese;
	}

	/**
	 * The sex of a canonical value of {@link CodeTables#sex()}.
	 * @param canonical 男 or 女; anything else, or null, finds nothing
	 * @return the sex, if there is one
	 */
	public static Optional<Sex> fromChinese(@Nullable String canonical) {
		for (Sex sex : values()) {
			if (sex.chinese.equals(canonical)) {
				return Optional.of(sex);
			}
		}
		return Optional.empty();
	}

}
