package io.rollcall.intake;

import java.util.Optional;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.HanziText;
import io.rollcall.identity.Masks;
import io.rollcall.source.Row;

/**
 * Notices a file whose rows all state another school, or all another cohort. Students of
 * earlier years are rightly of other cohorts, so {@code enrolled} is exempt.
 */
final class OtherCampaign {

	/** What a file belongs to instead. */
	enum Verdict {

		/** Another school. */
		SCHOOL,
		/** Another cohort. */
		COHORT

	}

	private static final int YEAR_DIGITS = 4;

	/** What programs write behind a code that they took for a quantity. */
	private static final String DECIMAL = ".0";

	private final Campaign campaign;

	private final boolean exempt;

	private boolean any;

	private boolean allOtherSchool = true;

	private boolean allOtherCohort = true;

	OtherCampaign(Campaign campaign, SourceRole role) {
		this.campaign = campaign;
		this.exempt = role == SourceRole.ENROLLED;
	}

	void look(Row row, ColumnMapping mapping) {
		this.any = true;
		if (!this.allOtherSchool && !this.allOtherCohort) {
			// One row of our own tells enough of a file.
			return;
		}
		this.allOtherSchool &= isOtherSchool(row, mapping);
		this.allOtherCohort &= isOtherCohort(row, mapping);
	}

	Optional<Verdict> verdict() {
		if (this.exempt || !this.any) {
			return Optional.empty();
		}
		if (this.allOtherSchool) {
			return Optional.of(Verdict.SCHOOL);
		}
		return this.allOtherCohort ? Optional.of(Verdict.COHORT) : Optional.empty();
	}

	private boolean isOtherSchool(Row row, ColumnMapping mapping) {
		String code = text(row, mapping, "institution_code");
		if (!code.isEmpty()) {
			return !code.equals(this.campaign.school().code());
		}
		String name = text(row, mapping, "institution_name");
		String own = this.campaign.school().name();
		return !name.isEmpty() && !own.startsWith(name) && !HanziText.fold(own).startsWith(HanziText.fold(name));
	}

	private boolean isOtherCohort(Row row, ColumnMapping mapping) {
		boolean stated = false;
		for (String field : new String[] { "current_grade", "entry_year", "entry_date" }) {
			String text = text(row, mapping, field);
			if (text.length() >= YEAR_DIGITS && text.substring(0, YEAR_DIGITS).chars().allMatch(Character::isDigit)) {
				stated = true;
				if (text.startsWith(String.valueOf(this.campaign.cohort()))) {
					return false;
				}
			}
		}
		return stated;
	}

	/** What a cell says; nothing where it holds a word for nothing or is masked. */
	private String text(Row row, ColumnMapping mapping, String field) {
		String text = mapping.column(this.campaign.fields().get(field))
			.map((column) -> Cleaned.text(row.cell(column).text()))
			.filter((cleaned) -> !cleaned.isPlaceholder() && !Masks.inValue(cleaned.text()))
			.map(Cleaned::text)
			.orElse("");
		return text.endsWith(DECIMAL) ? text.substring(0, text.length() - DECIMAL.length()) : text;
	}

}
