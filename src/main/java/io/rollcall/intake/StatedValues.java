package io.rollcall.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.IdProblem;
import io.rollcall.identity.PartialDate;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;

/**
 * Reads a value that somebody typed for a field outside that field's own column, such as
 * what a student claims to be right.
 */
public final class StatedValues {

	private static final int DAY_DIGITS = 8;

	/** A first-year student is hardly younger or older, in full years. */
	private static final int YOUNGEST = 14;

	private static final int OLDEST = 60;

	private static final Set<IdProblem.Category> WRONG = EnumSet.of(IdProblem.Category.FORMAT,
			IdProblem.Category.CHECKSUM, IdProblem.Category.BIRTH);

	private final Campaign campaign;

	private final ValueParser parser;

	private final LocalDate date;

	/**
	 * Values of a campaign.
	 * @param campaign the campaign
	 * @param date the business date, by which a birth date is in the future
	 */
	public StatedValues(Campaign campaign, LocalDate date) {
		this.campaign = campaign;
		this.parser = new ValueParser(campaign, new Codes(campaign.source(SourceRole.DISCREPANCIES), Map.of(), true),
				new BusinessDay(date));
		this.date = date;
	}

	/**
	 * The canonical value of a text.
	 * @param name the canonical field
	 * @param text the text
	 * @param numeric whether a file held it as a number
	 * @return what is compared with records, or empty for a text without any meaning in
	 * that field
	 */
	public Optional<String> canonical(String name, String text, boolean numeric) {
		return Optional.ofNullable(parse(name, text, numeric).canonical(name));
	}

	/**
	 * The canonical value of a text that may be registered: an ID number keeps every rule
	 * of its kind, a date is a whole day.
	 * @param name the canonical field
	 * @param text the text
	 * @param numeric whether a file held it as a number
	 * @return the value, or empty when it may not be registered
	 */
	public Optional<String> valid(String name, String text, boolean numeric) {
		ParsedRow row = parse(name, text, numeric);
		return Optional.ofNullable(row.canonical(name)).filter((value) -> switch (name) {
			case "id_no" -> isValid(row.id());
			case "name" -> row.name().problems().isEmpty();
			case "candidate_no" -> row.candidateNumber().problems().stream().noneMatch(SHAPE::contains);
			case "birth_date" -> value.length() == DAY_DIGITS && isPlausible(row);
			default -> !this.campaign.fields().get(name).type().name().equals("DATE") || value.length() == DAY_DIGITS;
		});
	}

	private static final Set<CandidateNumber.Problem> SHAPE = EnumSet.of(CandidateNumber.Problem.LOST,
			CandidateNumber.Problem.MASKED, CandidateNumber.Problem.LENGTH, CandidateNumber.Problem.LEADING_ZERO,
			CandidateNumber.Problem.CHARS);

	private boolean isValid(IdNumber id) {
		return WRONG.stream().noneMatch(id::has) && !id.birthAfter(this.date) && !id.isMasked() && !id.isDamaged();
	}

	private boolean isPlausible(ParsedRow row) {
		PartialDate birth = row.birthDate();
		if (birth == null) {
			return false;
		}
		long age = java.time.temporal.ChronoUnit.YEARS.between(birth.firstDay(), this.date);
		return age >= YOUNGEST && age <= OLDEST;
	}

	private ParsedRow parse(String name, String text, boolean numeric) {
		Field field = this.campaign.fields().get(name);
		boolean date = numeric && text.matches("\\d{4}-\\d\\d-\\d\\d.*");
		Cell cell = text.isBlank() ? Cell.BLANK
				: new Cell(text, !numeric ? Cell.Kind.TEXT : date ? Cell.Kind.DATE : Cell.Kind.NUMBER);
		return this.parser.parse(field, cell, new Row("", 1, java.util.List.of(cell)));
	}

}
