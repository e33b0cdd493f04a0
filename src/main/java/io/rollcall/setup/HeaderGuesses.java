package io.rollcall.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldKey;
import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.HeaderText;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.Column;
import io.rollcall.intake.ColumnMapping;
import io.rollcall.setup.ColumnProfile.Shape;

/**
 * Guesses what columns with unknown headers hold: by what the header looks like, and by
 * the values. Where both agree, or the values can be nothing else, the guess is written
 * into the job file; else it is proposed.
 */
final class HeaderGuesses {

	/** A few values of a column may always be wrong. */
	private static final double NEARLY_ALL = 0.8;

	/** Numbers and names of students are hardly ever twice in a list. */
	private static final double NEARLY_UNIQUE = 0.85;

	/** A header that has nothing to do with it is none, whatever the values look like. */
	private static final double SOME_LIKENESS = 0.3;

	private static final double CLEAR_LIKENESS = 0.7;

	/** What stands beside a field's word and makes it another field. */
	private static final Pattern OTHER = Pattern
		.compile(".*(?:方向|大类|代码|代号|编码|性质|类别|简称|英文|曾用|原|负责|班主任|辅导员|志愿|辅修|第二|中学|毕业学校).*");

	private final Campaign campaign;

	private final SourceRole role;

	HeaderGuesses(Campaign campaign, SourceRole role) {
		this.campaign = campaign;
		this.role = role;
	}

	/**
	 * Guesses about a list.
	 * @param sheet the list
	 * @param mapping what is known of its columns
	 * @return at most one guess for each column and field, the surest first
	 */
	List<HeaderGuess> of(SheetLook sheet, ColumnMapping mapping) {
		List<HeaderGuess> all = new ArrayList<>();
		for (Column column : mapping.columns()) {
			boolean open = column.use() == Column.Use.UNKNOWN || column.use() == Column.Use.CONTESTED;
			ColumnProfile profile = sheet.profile(column.index());
			if (open && column.isQuotable() && profile.filled() > 0) {
				for (Field field : this.campaign.fields().all()) {
					guess(column, field, profile).ifPresent(all::add);
				}
			}
		}
		return best(all, mapping);
	}

	private static List<HeaderGuess> best(List<HeaderGuess> all, ColumnMapping mapping) {
		all.sort(Comparator.comparing((HeaderGuess guess) -> !guess.sure())
			.thenComparing(Comparator.comparingDouble(HeaderGuess::score).reversed())
			.thenComparingInt(HeaderGuess::column));
		Set<Field> taken = new HashSet<>(mapping.fields().values());
		Set<Integer> columns = new HashSet<>();
		List<HeaderGuess> best = new ArrayList<>();
		for (HeaderGuess guess : all) {
			if (!taken.contains(guess.field()) && columns.add(guess.column())) {
				taken.add(guess.field());
				best.add(guess);
			}
		}
		return best;
	}

	private Optional<HeaderGuess> guess(Column column, Field field, ColumnProfile profile) {
		if (field.key() == FieldKey.NONE && !field.name().equals("viewed_at") || field.type() == FieldType.PRESENCE) {
			return Optional.empty();
		}
		String header = column.header();
		double name = likeness(header, field, profile);
		double shape = shape(field, profile);
		boolean contested = column.use() == Column.Use.CONTESTED;
		if (contested) {
			return contested(column, field, profile);
		}
		if (shape < 0) {
			return Optional
				.of(new HeaderGuess(column.index(), header, field, name, hasSense(field, name, profile), "header"))
				.filter((guess) -> guess.score() >= CLEAR_LIKENESS);
		}
		double needed = isTelling(field, profile) ? 0 : SOME_LIKENESS;
		boolean sure = shape >= NEARLY_ALL && name >= needed;
		return Optional
			.of(new HeaderGuess(column.index(), header, field, (name + shape) / 2, sure,
					(name >= SOME_LIKENESS) ? "both" : "values"))
			.filter((guess) -> sure || shape > 0 && name >= CLEAR_LIKENESS);
	}

	private double likeness(String header, Field field, ColumnProfile profile) {
		double name = Likeness.of(header, field, this.role);
		if (OTHER.matcher(HeaderText.normalise(header)).matches()) {
			return name / 2;
		}
		return field.name().equals("major_name") ? Math.max(name, admittedMajor(header, profile)) : name;
	}

	/** What admission offices call the admitted major is its name where words stand. */
	private double admittedMajor(String header, ColumnProfile profile) {
		Field code = this.campaign.fields().get("admitted_major_code");
		boolean named = this.role == SourceRole.ADMISSION && profile.share(Shape.WORD) >= NEARLY_ALL;
		return named ? Likeness.of(header, code, this.role) : 0;
	}

	/** YXMC is the school's name in some systems and the college's in others. */
	private static Optional<HeaderGuess> contested(Column column, Field field, ColumnProfile profile) {
		boolean college = profile.distinct() > 1 && profile.share(Shape.COLLEGE) >= NEARLY_ALL;
		String meant = college ? "college"
				: profile.distinct() == 1
						? profile.values().keySet().stream().anyMatch((text) -> text.matches("\\d{5}"))
								? "institution_code" : "institution_name"
						: "";
		return field.name().equals(meant)
				? Optional.of(new HeaderGuess(column.index(), column.header(), field, 1, true, "values"))
				: Optional.empty();
	}

	/**
	 * How many of the values look like the field's, 0 to 1; below 0 where nothing can be
	 * told by them.
	 */
	private static double shape(Field field, ColumnProfile profile) {
		return switch (field.name()) {
			case "name" -> (profile.unique() > 0.5) ? profile.share(Shape.NAME) : 0;
			case "student_no" -> (profile.unique() >= NEARLY_UNIQUE && profile.share(Shape.CANDIDATE_NO) < 0.5)
					? profile.share(Shape.STUDENT_NO) : 0;
			case "birth_date" -> profile.share(Shape.BIRTH_DATE);
			case "ethnic_group" -> both(profile, Shape.ETHNIC_GROUP, Shape.ETHNIC_CODE);
			case "political_status" -> both(profile, Shape.POLITICAL_STATUS, Shape.POLITICAL_CODE);
			case "college" -> (profile.distinct() > 1) ? profile.share(Shape.COLLEGE) : 0;
			case "class_no" -> profile.share(Shape.CLASS);
			case "institution_name" -> (profile.distinct() == 1) ? profile.share(Shape.SCHOOL) : 0;
			case "institution_code" -> (profile.distinct() == 1) ? profile.share(Shape.SCHOOL_CODE) : 0;
			case "major_code", "admitted_major_code" -> (profile.share(Shape.WORD) > 0) ? 0 : -1;
			case "viewed_at" -> (profile.share(Shape.BIRTH_DATE) < 0.5) ? profile.share(Shape.DATE) : 0;
			default -> switch (field.type()) {
				case CANDIDATE_NO -> profile.share(Shape.CANDIDATE_NO);
				case ID_NO -> profile.share(Shape.ID_NO);
				case SEX -> (profile.distinct() <= 3) ? both(profile, Shape.SEX, Shape.SEX_CODE) : 0;
				case DATE -> profile.share(Shape.DATE);
				case YEAR -> profile.share(Shape.YEAR);
				default -> -1;
			};
		};
	}

	private static double both(ColumnProfile profile, Shape word, Shape code) {
		return profile.share(word) + profile.share(code);
	}

	/** Whether such values can hardly be anything else, whatever the header says. */
	private static boolean isTelling(Field field, ColumnProfile profile) {
		return switch (field.name()) {
			case "candidate_no", "id_no" -> profile.unique() >= NEARLY_UNIQUE;
			case "sex" -> profile.share(Shape.SEX) >= NEARLY_ALL;
			case "ethnic_group" -> profile.share(Shape.ETHNIC_GROUP) >= NEARLY_ALL;
			case "political_status" -> profile.share(Shape.POLITICAL_STATUS) >= NEARLY_ALL;
			case "college" -> profile.share(Shape.COLLEGE) >= NEARLY_ALL;
			default -> false;
		};
	}

	/** The one field without a shape that every record must hold. */
	private static boolean hasSense(Field field, double name, ColumnProfile profile) {
		return field.name().equals("major_name") && name >= CLEAR_LIKENESS && profile.distinct() > 1
				&& profile.unique() < 0.5 && profile.share(Shape.STUDENT_NO) < 0.5;
	}

}
