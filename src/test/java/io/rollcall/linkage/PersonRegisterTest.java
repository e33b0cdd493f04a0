package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Two registers of the same invented people with Latin names and addresses, the second
 * with the errors of people who type: the linker also serves data with other columns.
 * After the recipe of the usual generators of such data: one to three fields of each
 * record are changed by typing errors, left out, or exchanged.
 */
class PersonRegisterTest {

	private static final String[] GIVEN = "anna,ben,carla,david,ella,finn,grace,henry,isla,jack,kate,liam,mia,noah,olive,paul,quinn,ruby,sam,tess,uma,vince,wendy,xavier,yara,zoe,adam,bella,caleb,daisy"
		.split(",");

	private static final String[] FAMILY = "smith,jones,taylor,brown,wilson,evans,thomas,walker,roberts,green,hall,wood,clarke,hughes,edwards,turner,hill,moore,parker,cooper,bailey,carter,kelly,howard,ward,cox,gray,watson,brooks,price"
		.split(",");

	private static final String[] STREET = "high street,church road,mill lane,park avenue,station road,green lane,king street,victoria road,queens drive,manor close,west end,south parade,north terrace,bridge street,garden walk"
		.split(",");

	private static final List<ExtraField> EXTRAS = List.of(new ExtraField("address", ExtraField.Kind.TEXT),
			new ExtraField("suburb", ExtraField.Kind.TEXT), new ExtraField("postcode", ExtraField.Kind.NUMBER),
			new ExtraField("phone", ExtraField.Kind.NUMBER));

	@ParameterizedTest
	@CsvSource({ "3000,1,true,0.9995", "3000,2,true,0.9995", "3000,1,false,0.99" })
	void findsThePairs(int people, long seed, boolean addresses, double leastF1) {
		List<LinkRecord> records = records(people, new Random(seed), addresses);
		LinkSettings settings = new LinkSettings(addresses ? EXTRAS : List.of(), OptionalDouble.empty(),
				LinkSettings.LARGEST_BLOCK, people);
		List<ProbableLink> links = new SimilarityLinker(settings, (name) -> 1).link(records, (left, right) -> true)
			.links();
		long right = links.stream().filter((link) -> link.left() / 2 == link.right() / 2).count();
		double f1 = 2.0 * right / (links.size() + people);
		assertThat(f1).as("precision %.4f recall %.4f", (double) right / links.size(), (double) right / people)
			.isGreaterThan(leastF1);
	}

	@ParameterizedTest
	@CsvSource({ "400,1,true", "400,2,false" })
	void theOrderOfRecordsDoesNotMatter(int people, long seed, boolean addresses) {
		List<LinkRecord> records = records(people, new Random(seed), addresses);
		LinkSettings settings = new LinkSettings(addresses ? EXTRAS : List.of(), OptionalDouble.empty(),
				LinkSettings.LARGEST_BLOCK, people);
		Linked linked = new SimilarityLinker(settings, (name) -> 1).link(records, (left, right) -> true);
		Collections.shuffle(records, new Random(seed));
		assertThat(new SimilarityLinker(settings, (name) -> 1).link(records, (left, right) -> true)).isEqualTo(linked);
		assertThat(linked.rates()).isNotEmpty();
		assertThat(linked.links())
			.allSatisfy((link) -> assertThat(link.contributions().stream().mapToDouble(Contribution::bits).sum())
				.isCloseTo(link.weight(), within(1e-9)));
	}

	@Test
	void ratesAreThoseOfTheData() {
		Linked linked = new SimilarityLinker(LinkSettings.standard(2_000), (name) -> 1)
			.link(records(2_000, new Random(3), false), (left, right) -> true);
		// One error a record, in the name or in the date; 70 years are 25,567 days.
		assertThat(rate(linked, "birth_date", "equal").match()).isBetween(0.5, 0.7);
		assertThat(rate(linked, "birth_date", "equal").chance()).isLessThan(0.001);
		assertThat(rate(linked, "name", "last_equal").chance()).isBetween(0.02, 0.05);
		assertThat(linked.rates()).filteredOn((rate) -> rate.field().equals("birth_date"))
			.extracting(Linked.Rate::bits)
			.isSortedAccordingTo(Comparator.reverseOrder());
	}

	private static Linked.Rate rate(Linked linked, String field, String level) {
		return linked.rates()
			.stream()
			.filter((rate) -> rate.field().equals(field) && rate.level().equals(level))
			.findFirst()
			.orElseThrow();
	}

	private static List<LinkRecord> records(int people, Random random, boolean addresses) {
		List<LinkRecord> records = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			Map<String, String> person = person(random, addresses);
			records.add(new LinkRecord(2L * i, 1, person));
			records.add(new LinkRecord(2L * i + 1, 2, spoiled(person, random)));
		}
		return records;
	}

	private static Map<String, String> person(Random random, boolean addresses) {
		Map<String, String> person = new HashMap<>();
		person.put("name", pick(GIVEN, random) + " " + pick(FAMILY, random));
		person.put("birth_date", String.format("%04d%02d%02d", 1930 + random.nextInt(70), 1 + random.nextInt(12),
				1 + random.nextInt(28)));
		if (addresses) {
			person.put("address", (1 + random.nextInt(200)) + " " + pick(STREET, random));
			person.put("suburb", pick(FAMILY, random) + pick(new String[] { "ton", "ville", "field" }, random));
			person.put("postcode", String.valueOf(1000 + random.nextInt(9000)));
			person.put("phone", String.valueOf(10_000_000 + random.nextInt(89_999_999)));
		}
		return person;
	}

	private static Map<String, String> spoiled(Map<String, String> person, Random random) {
		Map<String, String> spoiled = new HashMap<>(person);
		List<String> fields = new ArrayList<>(spoiled.keySet());
		Collections.sort(fields);
		Set<String> changed = new HashSet<>();
		int changes = (fields.size() > 2) ? 1 + random.nextInt(3) : 1;
		for (int i = 0; i < changes; i++) {
			String field = fields.get(random.nextInt(fields.size()));
			if (changed.add(field)) {
				String value = spoiled.get(field);
				switch (random.nextInt(5)) {
					case 0 -> {
						if (fields.size() > 2) {
							spoiled.remove(field);
						}
					}
					case 1 -> spoiled.put(field, typed(typed(value, random), random));
					case 2 -> spoiled.put(field, field.equals("name") ? swapped(value) : typed(value, random));
					default -> spoiled.put(field, typed(value, random));
				}
			}
		}
		return spoiled;
	}

	private static String swapped(String name) {
		int space = name.indexOf(' ');
		return (space < 0) ? name : name.substring(space + 1) + " " + name.substring(0, space);
	}

	/**
	 * One typing error: a wrong character, one too many, one too few, or two exchanged.
	 */
	private static String typed(String value, Random random) {
		StringBuilder text = new StringBuilder(value);
		int place = random.nextInt(Math.max(1, text.length() - 1));
		boolean digits = Character.isDigit(text.charAt(place));
		char other = (char) ((digits ? '0' : 'a') + random.nextInt(digits ? 10 : 26));
		switch (digits ? 0 : random.nextInt(4)) {
			case 0 -> text.setCharAt(place, other);
			case 1 -> text.insert(place, other);
			case 2 -> text.deleteCharAt(place);
			default -> {
				char first = text.charAt(place);
				text.setCharAt(place, text.charAt(place + 1));
				text.setCharAt(place + 1, first);
			}
		}
		return text.toString();
	}

	private static String pick(String[] words, Random random) {
		return words[random.nextInt(words.length)];
	}

}
