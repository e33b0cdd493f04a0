package io.rollcall.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.rollcall.campaign.Colleges;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.CodeTable;
import io.rollcall.identity.CodeTables;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.IdProblem;
import io.rollcall.identity.Normalisation;
import io.rollcall.identity.NumberValue;
import io.rollcall.identity.ParsedDate;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.StudentNumber;
import io.rollcall.text.Messages;

/** Holds corrected values against what each field can hold. */
public final class CheckedValues implements PossibleValues {

	private static final String BIRTH_DATE = "birth_date";

	/** The fields whose values are words of a published table. */
	private static final Map<String, Supplier<CodeTable>> TABLES = Map.of("ethnic_group", CodeTables::ethnicGroup,
			"political_status", CodeTables::politicalStatus, "id_type", CodeTables::documentType, "registration_status",
			CodeTables::registrationStatus, "entry_state", CodeTables::entryState);

	private final Fields fields;

	private final Colleges colleges;

	private final LocalDate today;

	private final Messages messages;

	/**
	 * The checks of a campaign.
	 * @param fields the campaign's fields
	 * @param colleges the campaign's colleges
	 * @param today the business date; nobody is born later
	 * @param messages the texts of the reasons
	 */
	public CheckedValues(Fields fields, Colleges colleges, LocalDate today, Messages messages) {
		this.fields = Objects.requireNonNull(fields);
		this.colleges = Objects.requireNonNull(colleges);
		this.today = Objects.requireNonNull(today);
		this.messages = Objects.requireNonNull(messages);
	}

	@Override
	public Optional<String> problem(String field, String text) {
		Optional<Field> known = this.fields.find(field);
		if (known.isEmpty()) {
			return reason("no-field");
		}
		boolean right = switch (known.get().type()) {
			case ID_NO -> isId(text);
			case DATE -> isDate(field, text);
			case SEX -> isWord(CodeTables.sex(), text);
			case CODE, TERM -> !TABLES.containsKey(field) || isWord(TABLES.get(field).get(), text);
			case NAME -> PersonName.parse(text).problems().isEmpty() && PersonName.parse(text).isComparable();
			case CANDIDATE_NO ->
				CandidateNumber.parse(text).isPresent() && CandidateNumber.parse(text).problems().isEmpty();
			case STUDENT_NO -> isStudentNumber(StudentNumber.parse(text));
			case NUMBER -> NumberValue.of(field, text).status() == NumberValue.Status.VALID;
			case YEAR -> NumberValue.year(text).status() == NumberValue.Status.VALID;
			case COLLEGE -> this.colleges.resolve(text).college().isPresent();
			case TEXT, PRESENCE, CLAIM, PROMPT -> !text.isBlank();
		};
		return right ? Optional.empty() : reason(known.get().type().name());
	}

	private Optional<String> reason(String key) {
		return Optional.of(this.messages.get("review.value." + key));
	}

	/** A suspicion is for whole columns; one number is right or wrong. */
	private boolean isId(String text) {
		IdNumber id = IdNumber.parse(text, null);
		boolean wrong = id.problems()
			.stream()
			.anyMatch((problem) -> problem.category() != IdProblem.Category.SUSPICION);
		return !id.isBlank() && !wrong && !id.birthAfter(this.today);
	}

	private boolean isDate(String field, String text) {
		ParsedDate date = ParsedDate.parse(text);
		return date.isValid()
				&& (!field.equals(BIRTH_DATE) || date.value().hasDay() && date.value().firstDay().isBefore(this.today));
	}

	/**
	 * A bare code could be that of another table, and what is registered is written in
	 * standard hanzi.
	 */
	private static boolean isWord(CodeTable table, String text) {
		CodeTable.Lookup found = table.lookup(text);
		CodeTable.Match match = found.match();
		boolean otherForm = found.normalisations().contains(Normalisation.VARIANT)
				|| found.normalisations().contains(Normalisation.LOOK_ALIKE);
		return !otherForm && (match == CodeTable.Match.EXACT || match == CodeTable.Match.ALIAS);
	}

	private static boolean isStudentNumber(StudentNumber number) {
		return number.isPresent() && !number.lost() && !number.isTooLong();
	}

}
