package io.rollcall.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.identity.CodeTable;
import io.rollcall.identity.CodeTables;
import io.rollcall.identity.Disclosure;
import io.rollcall.setup.CodeMeaning.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Learns what codes mean: from what other sources say of the same students, from the ID
 * number, and from likeness to the words of published tables.
 */
final class CodeMeanings {

	private static final double NEARLY_ALL = 0.8;

	private static final int LEAST = 3;

	/** A column of more different values holds no codes. */
	private static final int MOST = 80;

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,4}(?:\\.0)?");

	/** Such words mean the contrary of what else is in them. */
	private static final Pattern DENIAL = Pattern.compile(".*[未不非无没].*");

	private static final Map<String, CodeTable> TABLES = Map.of("ethnic_group", CodeTables.ethnicGroup(),
			"political_status", CodeTables.politicalStatus(), "id_type", CodeTables.documentType(),
			"registration_status", CodeTables.registrationStatus(), "entry_state", CodeTables.entryState());

	private final Campaign campaign;

	private final List<SourceRows> sources;

	CodeMeanings(Campaign campaign, List<SourceRows> sources) {
		this.campaign = campaign;
		this.sources = sources;
	}

	/** What was learned, by source and field. */
	List<CodeMeaning> all() {
		List<CodeMeaning> all = new ArrayList<>();
		for (SourceRows source : this.sources) {
			for (Field field : this.campaign.fields().all()) {
				if (SourceRows.isCoded(field.type())) {
					of(source, field, all);
				}
			}
		}
		return all;
	}

	private void of(SourceRows source, Field field, List<CodeMeaning> all) {
		Map<String, Votes> codes = new TreeMap<>();
		for (StudentRow row : source.rows()) {
			StudentRow.Coded coded = row.codes().get(field.name());
			if (coded != null && (coded.meaning() == null || CODE.matcher(coded.raw()).matches())
					&& Disclosure.isHarmless(coded.raw())) {
				codes.computeIfAbsent(coded.raw(), (raw) -> new Votes())
					.add(coded.meaning(), told(source, row, field, coded));
			}
		}
		if (codes.isEmpty() || codes.size() > MOST) {
			return;
		}
		boolean own = isOwn(codes.values());
		Map<Kind, Map<String, String>> meanings = new LinkedHashMap<>();
		codes.forEach((code, votes) -> {
			Kind kind = kind(field, code, votes, own);
			meanings.computeIfAbsent(kind, (any) -> new LinkedHashMap<>()).put(code, meaning(field, code, votes, kind));
		});
		Map<String, Integer> rows = new LinkedHashMap<>();
		codes.forEach((code, votes) -> rows.put(code, votes.rows));
		meanings.forEach((kind, map) -> all.add(new CodeMeaning(source.role(), field, kind, map, rows)));
	}

	/**
	 * Whether a source has codes of its own: the students speak against the published
	 * meaning of most of them. A single one that they speak against is rather wrong.
	 */
	private static boolean isOwn(Collection<Votes> codes) {
		long contradicted = codes.stream().filter(Votes::isContradicted).count();
		return contradicted * 2 > codes.stream().filter(Votes::isTold).count();
	}

	/** What else says what the row's code means: other sources, and its own ID number. */
	private List<String> told(SourceRows source, StudentRow row, Field field, StudentRow.Coded coded) {
		List<String> told = new ArrayList<>();
		if (coded.told() != null) {
			told.add(coded.told());
		}
		for (SourceRows other : this.sources) {
			if (other.role() != source.role()) {
				other.same(row)
					.map((found) -> found.codes().get(field.name()))
					.filter((found) -> found.meaning() != null && !CODE.matcher(found.raw()).matches())
					.ifPresent((found) -> told.add(found.meaning()));
			}
		}
		return told;
	}

	private static Kind kind(Field field, String code, Votes votes, boolean own) {
		if (own) {
			return votes.winner().isPresent() ? Kind.OWN : Kind.OPEN;
		}
		if (!votes.understood.isEmpty()) {
			return Kind.PUBLISHED;
		}
		if (votes.winner().isPresent()) {
			return Kind.STUDENTS;
		}
		return byWord(field, code).isPresent() ? Kind.WORDS : Kind.OPEN;
	}

	private static String meaning(Field field, String code, Votes votes, Kind kind) {
		return switch (kind) {
			case PUBLISHED -> most(votes.understood).orElseThrow().getKey();
			case STUDENTS, OWN -> votes.winner().orElseThrow();
			case WORDS -> byWord(field, code).orElseThrow();
			case OPEN -> "";
		};
	}

	/** The only name of the published table that is alike. */
	private static Optional<String> byWord(Field field, String word) {
		CodeTable table = TABLES.get(field.name());
		if (table == null || word.length() < 2 || CODE.matcher(word).matches()) {
			return Optional.empty();
		}
		Set<String> names = table.alike(word);
		return (names.size() == 1 && !DENIAL.matcher(word).matches()) ? names.stream().findFirst() : Optional.empty();
	}

	private static Optional<Map.Entry<String, Integer>> most(Map<String, Integer> counts) {
		return counts.entrySet()
			.stream()
			.max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
	}

	/** What speaks for the meaning of a code. */
	private static final class Votes {

		private final Map<String, Integer> words = new HashMap<>();

		private final Map<String, Integer> understood = new HashMap<>();

		private int rows;

		private int contradicted;

		void add(@Nullable String meaning, List<String> told) {
			this.rows++;
			if (meaning != null) {
				this.understood.merge(meaning, 1, Integer::sum);
			}
			told.forEach((word) -> {
				this.words.merge(word, 1, Integer::sum);
				this.contradicted += (meaning != null && !meaning.equals(word)) ? 1 : 0;
			});
		}

		private int told() {
			return this.words.values().stream().mapToInt(Integer::intValue).sum();
		}

		Optional<String> winner() {
			return most(this.words).filter((most) -> isTold() && most.getValue() >= told() * NEARLY_ALL)
				.map(Map.Entry::getKey);
		}

		boolean isTold() {
			return told() >= LEAST;
		}

		/** One province's 1 may be another's 2: each row counts as it was understood. */
		boolean isContradicted() {
			return this.contradicted >= LEAST && this.contradicted >= told() * NEARLY_ALL;
		}

	}

}
