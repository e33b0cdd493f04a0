package io.rollcall.intake;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.ColumnDamage;
import io.rollcall.identity.IdProblem;
import io.rollcall.text.Messages;

/**
 * What a rule may know besides the record.
 *
 * @param campaign the campaign
 * @param role the source's role
 * @param businessDay the date by which "future" and age are judged
 * @param idColumn what the file's whole ID column tells of damage
 * @param namesMasked whether most names of the file are masked
 * @param messages the texts of the report's language
 */
public record RowFacts(Campaign campaign, SourceRole role, BusinessDay businessDay, ColumnDamage idColumn,
		boolean namesMasked, Messages messages) {

	/**
	 * Whether a record's ID number lost digits in a number format.
	 * @param row the record
	 * @return true for damage
	 */
	public boolean idIsDamaged(ParsedRow row) {
		return !row.id().isAbsent() && this.idColumn.damages(row.id());
	}

	/**
	 * Whether a record's ID number has no form of its document type. Damage comes first.
	 * @param row the record
	 * @return true for a malformed or masked number
	 */
	public boolean idIsMalformed(ParsedRow row) {
		return !row.id().isAbsent() && !idIsDamaged(row) && row.id().has(IdProblem.Category.FORMAT);
	}

	/**
	 * Whether the inside of a record's ID number can be judged.
	 * @param row the record
	 * @return true when the number is there, undamaged and of a known form
	 */
	public boolean idCanBeJudged(ParsedRow row) {
		return !row.id().isAbsent() && !idIsDamaged(row) && !idIsMalformed(row);
	}

	/**
	 * Whether the birth date inside a record's ID number is impossible or in the future.
	 * @param row the record, whose number can be judged
	 * @return true for a wrong birth date
	 */
	public boolean idBirthIsInvalid(ParsedRow row) {
		return row.id().has(IdProblem.Category.BIRTH) || idBirthIsToCome(row);
	}

	/**
	 * Whether the birth date inside a record's ID number is in the future.
	 * @param row the record
	 * @return false where no date is inside
	 */
	public boolean idBirthIsToCome(ParsedRow row) {
		return row.id().birthDate() != null && this.businessDay.isBefore(row.id().birthDate());
	}

}
