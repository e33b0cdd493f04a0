package io.rollcall.identity;

/** The layouts of identity document numbers. */
public enum IdForm {

	/** 公民身份号码: 17 digits and a check character (GB 11643). */
	RESIDENT_18(DocumentType.RESIDENT, Family.RESIDENT, 4),
	/** The old form of 15 digits, for births before 2000. */
	RESIDENT_15(DocumentType.RESIDENT, Family.RESIDENT, 3),
	/** 港澳台居民居住证: as a resident number with 810000, 820000 or 830000. */
	RESIDENCE_PERMIT_18(DocumentType.RESIDENCE_PERMIT, Family.RESIDENCE_PERMIT, 4),
	/** 外国人永久居留身份证 of 2023: 9, province, country, birth date, order, check. */
	FOREIGNER_18(DocumentType.FOREIGN_PERMANENT_RESIDENT, Family.FOREIGNER, 4),
	/** The older 外国人永久居留身份证: 3 letters and 12 digits. */
	FOREIGNER_15(DocumentType.FOREIGN_PERMANENT_RESIDENT, Family.FOREIGNER, 3),
	/** 港澳居民来往内地通行证, Hong Kong: H and 8 digits, formerly 2 re-issue digits. */
	HONG_KONG_PERMIT(DocumentType.HONG_KONG, Family.PERMIT, 2),
	/** 港澳居民来往内地通行证, Macao: M and 8 digits, formerly 2 re-issue digits. */
	MACAO_PERMIT(DocumentType.MACAO, Family.PERMIT, 2),
	/** 台湾居民来往大陆通行证: 8 digits, formerly 2 issue digits more. */
	TAIWAN_PERMIT(DocumentType.TAIWAN, Family.PERMIT, 2),
	/** 香港身份证: 1 or 2 letters, 6 digits, a check character, often in brackets. */
	HONG_KONG_ID(DocumentType.HONG_KONG, Family.REGIONAL_ID, 2),
	/** 澳门身份证: 1, 5 or 7, 6 digits, a check digit, often in brackets. */
	MACAO_ID(DocumentType.MACAO, Family.REGIONAL_ID, 2),
	/** 台湾身份证: a letter and 9 digits, the last a check digit. */
	TAIWAN_ID(DocumentType.TAIWAN, Family.REGIONAL_ID, 2),
	/** A passport number. */
	PASSPORT(DocumentType.PASSPORT, Family.PASSPORT, 2),
	/** The number of a stated document type that has no known layout. */
	OPAQUE(DocumentType.OTHER, Family.OPAQUE, 0),
	/** No known layout. */
	UNKNOWN(DocumentType.OTHER, Family.OPAQUE, 0);

	private final DocumentType documentType;

	private final Family family;

	private final int shownWhenMasked;

	IdForm(DocumentType documentType, Family family, int shownWhenMasked) {
		this.documentType = documentType;
		this.family = family;
		this.shownWhenMasked = shownWhenMasked;
	}

	/**
	 * The document type that a number of this layout is inferred to be.
	 * @return the type
	 */
	public DocumentType documentType() {
		return this.documentType;
	}

	/**
	 * How many last characters a masked number of this layout shows.
	 * @return 0 to 4
	 */
	public int shownWhenMasked() {
		return this.shownWhenMasked;
	}

	/**
	 * Whether the division code and the sex and birth date inside follow GB 11643.
	 * @return true for resident numbers, old and new
	 */
	public boolean isResident() {
		return this.family == Family.RESIDENT;
	}

	/**
	 * Whether numbers of this layout have 17 digits and a check character by ISO 7064 MOD
	 * 11-2.
	 * @return true for the three cards with 18 places
	 */
	public boolean hasEighteenPlaces() {
		return this == RESIDENT_18 || this == RESIDENCE_PERMIT_18 || this == FOREIGNER_18;
	}

	/** Whether numbers of both layouts can stand for the same document. */
	boolean comparesWith(IdForm other) {
		return this.family == other.family;
	}

	private enum Family {

		RESIDENT, RESIDENCE_PERMIT, FOREIGNER, PERMIT, REGIONAL_ID, PASSPORT, OPAQUE

	}

}
