package io.rollcall.identity;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Identity document types (education standard SFZJLX). */
public enum DocumentType {

	/** 居民身份证. */
	RESIDENT("1"),
	/** 军官证. */
	OFFICER("2"),
	/** 士兵证. */
	SOLDIER("3"),
	/** 文职干部证. */
	CIVIL_CADRE("4"),
	/** 部队离退休证. */
	MILITARY_RETIREMENT("5"),
	/** 香港特区护照/身份证明, with the 通行证. */
	HONG_KONG("6"),
	/** 澳门特区护照/身份证明, with the 通行证. */
	MACAO("7"),
	/** 台湾居民来往大陆通行证. */
	TAIWAN("8"),
	/** 境外永久居住证 (外国人永久居留身份证). */
	FOREIGN_PERMANENT_RESIDENT("9"),
	/** 护照. */
	PASSPORT("A"),
	/** 户口簿. */
	HOUSEHOLD_REGISTER("B"),
	/** 港澳台居民居住证. */
	RESIDENCE_PERMIT("C"),
	/** 其他. */
	OTHER("Z"),
	/**
	 * 港澳居民来往内地通行证, as people state it without saying whether Hong Kong or Macao; the
	 * first letter of the number does. The standard has no code for it.
	 */
	MAINLAND_TRAVEL_PERMIT(null);

	private static final String PERMIT_NAME = "港澳居民来往内地通行证";

	private final @Nullable String code;

	DocumentType(@Nullable String code) {
		this.code = code;
	}

	/**
	 * The code of the standard.
	 * @return one character, or null where the standard has none
	 */
	public @Nullable String code() {
		return this.code;
	}

	/**
	 * The type of a code.
	 * @param code a code of the standard, in either case; null finds nothing
	 * @return the type, if there is one
	 */
	public static Optional<DocumentType> fromCode(@Nullable String code) {
		for (DocumentType type : values()) {
			if (type.code != null && type.code.equalsIgnoreCase(code)) {
				return Optional.of(type);
			}
		}
		return Optional.empty();
	}

	/**
	 * The type that a cell states by code, Chinese name or alias.
	 * @param raw the cell's text; null finds nothing
	 * @return the type, if it is known
	 */
	public static Optional<DocumentType> parse(@Nullable String raw) {
		CodeTable.Lookup found = CodeTables.documentType().lookup(raw);
		if (found.canonical().equals(PERMIT_NAME)) {
			return Optional.of(MAINLAND_TRAVEL_PERMIT);
		}
		return found.isKnown() ? fromCode(found.code()) : Optional.empty();
	}

}
