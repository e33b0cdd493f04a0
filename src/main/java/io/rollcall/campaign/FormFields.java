package io.rollcall.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The columns of the forms that people fill in: whom a row is about, what it says, and in
 * the wide form of the discrepancies one pair of columns for each field that may be
 * wrong.
 */
public final class FormFields {

	/** A column with the right value of one field is called this and the field's name. */
	public static final String RIGHT = "right:";

	/** A column with what the platform shows of one field. */
	public static final String SAID = "said:";

	/** Forms repeat the three columns of a claim up to this number. */
	public static final int REPEATED = 9;

	/** What people write behind the name of a field that is wrong. */
	private static final String WRONG = "(有误|错误|不符|不一致|不对|错了|写错|信息)+$";

	private static final String ID_NO_TAIL = "id_no_tail";

	private static final List<String> WHO = List.of("candidate_no", "student_no", "name", "id_no", "college",
			"class_no", "remark");

	private static final Map<SourceRole, List<Field>> OWN = new ConcurrentHashMap<>();

	/** Asked for with every row of a form. */
	private static final Map<Fields, Map<SourceRole, Fields>> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

	/** By what claims name fields. */
	private static final Map<Fields, Map<String, Integer>> WORDS = Collections.synchronizedMap(new WeakHashMap<>());

	private FormFields() {
	}

	/**
	 * The fields of a form.
	 * @param role a role that is a form
	 * @param fields the fields of the campaign
	 * @return the fields that files of that role may have columns for
	 */
	static Fields of(SourceRole role, Fields fields) {
		return KNOWN.computeIfAbsent(fields, (any) -> new ConcurrentHashMap<>())
			.computeIfAbsent(role, (any) -> made(role, fields));
	}

	private static Fields made(SourceRole role, Fields fields) {
		List<Field> all = new ArrayList<>(WHO.stream().map(fields::get).toList());
		all.addAll(OWN.computeIfAbsent(role, FormFields::own));
		if (role == SourceRole.DISCREPANCIES) {
			fields.all().stream().filter((field) -> field.key() != FieldKey.NONE).forEach((field) -> {
				all.add(wide(RIGHT, field));
				all.add(wide(SAID, field));
			});
		}
		return new Fields(all);
	}

	private static List<Field> own(SourceRole role) {
		List<Field> own = new ArrayList<>();
		for (Field field : FieldCatalogue.form(role)) {
			own.add(field);
			if (List.of("wrong_field", "right_value", "said_value").contains(field.name())) {
				for (int i = 1; i <= REPEATED; i++) {
					own.add(numbered(field, i));
				}
			}
		}
		return List.copyOf(own);
	}

	private static Field numbered(Field field, int number) {
		return copy(field, field.name() + "_" + number,
				field.headers().everywhere().stream().map((header) -> header + number).toList());
	}

	private static Field wide(String kind, Field field) {
		List<String> affixes = FieldCatalogue.affixes(kind.substring(0, kind.length() - 1));
		Stream<String> names = Stream.concat(Stream.of(field.label("zh")), field.headers().everywhere().stream())
			.filter((header) -> header.codePoints().anyMatch((c) -> c > 0x2E80))
			.distinct();
		return copy(field, kind + field.name(),
				names.flatMap((name) -> affixes.stream().map((affix) -> affix.replace("_", name))).toList());
	}

	/**
	 * Whether a word of a form names the last places of the ID number only.
	 * @param word such as 身份证号末位
	 * @return true when a claimed value may be those places
	 */
	public static boolean isIdTail(String word) {
		List<String> forms = HeaderText.forms(word.replaceAll(WRONG, ""));
		return FieldCatalogue.claimed(ID_NO_TAIL).stream().map(HeaderText::normalise).anyMatch(forms::contains);
	}

	/**
	 * Whether a field is a date that only forms have, such as the day of an upload.
	 * @param field a field
	 * @return true for dates of forms; false for dates of students, in forms as well
	 */
	public static boolean isFormDate(Field field) {
		return field.type() == FieldType.DATE && Stream.of(SourceRole.DISCREPANCIES, SourceRole.ACCOUNTS)
			.anyMatch((role) -> OWN.computeIfAbsent(role, FormFields::own).contains(field));
	}

	/**
	 * Whether a Chinese word for nothing says something in a column of the discrepancies:
	 * that the platform shows nothing, or that the reason is to be found out (待查).
	 * @param field a field of the form
	 * @return true for what the platform shows, in any form, and for the reason
	 */
	public static boolean meansNothing(Field field) {
		return field.name().startsWith(SAID) || field.name().startsWith("said_value")
				|| field.name().equals("difference_reason");
	}

	private static Field copy(Field field, String name, List<String> headers) {
		return new Field(name, field.labels(),
				(field.type() == FieldType.TEXT && field.name().equals("wrong_field")) ? FieldType.TEXT
						: FieldType.CLAIM,
				FieldKey.NONE, false, Optional.empty(), Optional.empty(), field.privacy(),
				new Field.FieldHeaders(headers, List.of(), Map.of(), Optional.empty()));
	}

	/**
	 * The field of the record that a word of a form names.
	 * @param fields the fields of the campaign
	 * @param word such as 姓名, 证件号码 or {@code birth_date}
	 * @return the field, or empty when nobody calls a field so
	 */
	public static Optional<Field> named(Fields fields, String word) {
		List<String> forms = HeaderText.forms(word.replaceAll(WRONG, ""));
		Map<String, Integer> words = WORDS.computeIfAbsent(fields, FormFields::words);
		return forms.stream().map(words::get).filter(Objects::nonNull).min(Integer::compare).map(fields.all()::get);
	}

	/** The places of the fields by the words that name them, the first field of each. */
	private static Map<String, Integer> words(Fields fields) {
		Map<String, Integer> words = new HashMap<>();
		for (int i = 0; i < fields.all().size(); i++) {
			Field field = fields.all().get(i);
			int place = i;
			if (field.key() != FieldKey.NONE) {
				Stream
					.of(List.of(field.name(), field.label("zh"), field.label("en")), field.headers().everywhere(),
							field.headers().fallback(), FieldCatalogue.claimed(field.name()),
							field.name().equals("id_no") ? FieldCatalogue.claimed(ID_NO_TAIL) : List.<String>of())
					.flatMap(List::stream)
					.forEach((name) -> words.putIfAbsent(HeaderText.normalise(name.toLowerCase(Locale.ROOT)), place));
			}
		}
		return words;
	}

}
