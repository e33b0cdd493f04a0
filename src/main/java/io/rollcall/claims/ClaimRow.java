package io.rollcall.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.campaign.FormFields;

/**
 * The claims of one row of the discrepancies, in any of the shapes in which colleges
 * write them: one field and its right value; several fields in one cell; the three
 * columns repeated with numbers; a pair of columns for each field.
 */
public final class ClaimRow {

	private static final Pattern FIELDS = Pattern.compile("[、,，;；/／|+\\s]+|和|及|以及");

	/** "姓名：张三；民族：回族" names the field of each value. */
	private static final Pattern LABELLED = Pattern.compile("\\s*([^:：;；\\n]{1,16})[:：]\\s*([^;；\\n]+)");

	private static final List<String> SEPARATORS = List.of("\\s*\\R\\s*", "\\s*[;；]\\s*", "\\s*、\\s*", "\\s*[,，]\\s*",
			"\\s*\\|\\s*", "\\s*[/／]\\s*", "\\s+");

	private static final Pattern NO_RECORD = Pattern
		.compile(".*(查不到|查无|没有|无|未查到|查询不到|找不到|未查询到)(本人|个人|我的)?(学籍|记录|新生学籍)(信息|记录|数据)?.*|(学信网)?(无此人|查无此人)");

	private final Fields fields;

	private final Map<String, Typed> cells;

	private ClaimRow(Fields fields, Map<String, Typed> cells) {
		this.fields = fields;
		this.cells = cells;
	}

	/**
	 * Takes a row apart.
	 * @param fields the fields of the campaign
	 * @param cells the cells of the row by the canonical names of the form's columns
	 * @return at least one claim, in the order of the row; a row that claims nothing
	 * gives one that is unclear
	 */
	public static List<Claim> claims(Fields fields, Map<String, Typed> cells) {
		return new ClaimRow(fields, cells).claims();
	}

	private List<Claim> claims() {
		List<Claim> claims = new ArrayList<>();
		claims.addAll(narrow(""));
		for (int i = 1; i <= FormFields.REPEATED; i++) {
			claims.addAll(narrow("_" + i));
		}
		claims.addAll(wide());
		return claims.isEmpty() ? List.of(new Claim("", "", Typed.NOTHING, Typed.NOTHING, Claim.Kind.UNCLEAR)) : claims;
	}

	private Typed cell(String name) {
		return this.cells.getOrDefault(name, Typed.NOTHING);
	}

	private List<Claim> wide() {
		return this.fields.all()
			.stream()
			.filter((field) -> !cell(FormFields.RIGHT + field.name()).isBlank())
			.map((field) -> claim(field.name(), cell(FormFields.SAID + field.name()),
					cell(FormFields.RIGHT + field.name())))
			.toList();
	}

	private List<Claim> narrow(String suffix) {
		String word = cell("wrong_field" + suffix).text().strip();
		Typed said = cell("said_value" + suffix);
		Typed right = cell("right_value" + suffix);
		if (word.isEmpty() && right.isBlank()) {
			return List.of();
		}
		if (NO_RECORD.matcher(word).matches()) {
			return List.of(new Claim("", word, said, right, Claim.Kind.NO_RECORD));
		}
		Map<String, String> labelled = labelled(right);
		List<String> words = words(word, labelled);
		if (words.size() == 1) {
			Typed value = labelled.containsKey(words.get(0)) ? new Typed(labelled.get(words.get(0)), false) : right;
			return List.of(claim(words.get(0), said, value));
		}
		return several(words, said, right, labelled);
	}

	private List<Claim> several(List<String> words, Typed said, Typed right, Map<String, String> labelled) {
		List<String> values = labelled.keySet().containsAll(words) ? words.stream().map(labelled::get).toList()
				: split(right, words.size());
		Map<String, String> labelledSaid = labelled(said);
		List<String> saids = labelledSaid.keySet().containsAll(words) ? words.stream().map(labelledSaid::get).toList()
				: split(said, words.size());
		List<Claim> claims = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			claims.add(claim(words.get(i), new Typed(saids.get(i), false), new Typed(values.get(i), false)));
		}
		return claims;
	}

	private Claim claim(String named, Typed typedSaid, Typed typedRight) {
		Optional<ClaimedChange> change = typedRight.numeric() ? Optional.empty()
				: ClaimedChange.of(typedRight.text(), (each) -> FormFields.named(this.fields, each).isPresent());
		String word = named.isEmpty() ? change.map(ClaimedChange::field).orElse("") : named;
		Typed said = change.filter((told) -> typedSaid.isBlank() && !told.said().isEmpty())
			.map((told) -> new Typed(told.said(), false))
			.orElse(typedSaid);
		Typed right = change.map((told) -> new Typed(told.right(), false)).orElse(typedRight);
		Optional<Field> field = FormFields.named(this.fields, word);
		return new Claim(field.map(Field::name).orElse(""), word, said, right,
				field.isPresent() ? Claim.Kind.VALUE : Claim.Kind.UNCLEAR);
	}

	/** The fields that a cell names; without one, those that label the values. */
	private List<String> words(String word, Map<String, String> labelled) {
		if (word.isEmpty()) {
			return labelled.isEmpty() ? List.of("") : List.copyOf(labelled.keySet());
		}
		if (FormFields.named(this.fields, word).isPresent()) {
			return List.of(word);
		}
		List<String> words = FIELDS.splitAsStream(word).map(String::strip).filter((each) -> !each.isEmpty()).toList();
		boolean known = words.size() > 1
				&& words.stream().allMatch((each) -> FormFields.named(this.fields, each).isPresent());
		return known ? words : List.of(word);
	}

	private Map<String, String> labelled(Typed right) {
		Map<String, String> labelled = new LinkedHashMap<>();
		var matcher = LABELLED.matcher(right.text());
		while (matcher.find()) {
			if (FormFields.named(this.fields, matcher.group(1)).isPresent()) {
				labelled.put(matcher.group(1).strip(), matcher.group(2).strip());
			}
		}
		return labelled;
	}

	/**
	 * As many values as fields, or none at all: which value belongs to which field is
	 * never guessed.
	 */
	private static List<String> split(Typed typed, int count) {
		return SEPARATORS.stream()
			.map((separator) -> List.of(typed.text().strip().split(separator, -1)))
			.filter((values) -> values.size() == count)
			.findFirst()
			.orElseGet(() -> Stream.generate(() -> "").limit(count).toList());
	}

}
