package io.rollcall.cases;

import java.util.Objects;
import java.util.regex.Pattern;

import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.Fields;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.Masking;

/**
 * Canonical values as they may be shown: days as people write them, ID numbers masked.
 *
 * @param fields the campaign's fields
 * @param unmasked whether ID numbers are shown in full
 */
public record ShownValues(Fields fields, boolean unmasked) {

	private static final Pattern DAY = Pattern.compile("\\b(\\d{4})(\\d{2})(\\d{2})\\b");

	public ShownValues {
		Objects.requireNonNull(fields);
	}

	/**
	 * A value as it may be shown.
	 * @param field the canonical field, or empty
	 * @param value the canonical value, or empty
	 * @return the text
	 */
	public String of(String field, String value) {
		if (value.isEmpty() || field.isEmpty()) {
			return value;
		}
		if (field.equals("id_no")) {
			return this.unmasked ? value : Masking.mask(IdNumber.parse(value, null));
		}
		if (isDate(field)) {
			return DAY.matcher(value).replaceAll("$1-$2-$3");
		}
		return this.unmasked ? value : Masking.maskAnyNumbers(value);
	}

	private boolean isDate(String field) {
		return this.fields.find(field).filter((known) -> known.type() == FieldType.DATE).isPresent();
	}

}
