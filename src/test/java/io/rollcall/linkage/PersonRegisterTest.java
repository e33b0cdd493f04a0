package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

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
	@CsvSource({ "3000,1,true,0.998", "3000,2,true,0.998", "3000,1,false,0.86" })
	void findsThePairs(int people, long seed, boolean addresses, double leastF1) {
		Random random = new Random(seed);
		List<LinkRecord> records = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			Map<String, String> person = person(random, addresses);
			records.add(new LinkRecord(2L * i, 1, person));
			records.add(new LinkRecord(2L * i + 1, 2, spoiled(person, random)));
		}
		LinkSettings settings = new LinkSettings(addresses ? EXTRAS : List.of(), OptionalDouble.empty(),
				LinkSettings.LARGEST_BLOCK, people);
		List<ProbableLink> links = new SimilarityLinker(settings, (name) -> 1).link(records, (left, right) -> true)
			.links();
		long right = links.stream().filter((link) -> link.left() / 2 == link.right() / 2).count();
		double f1 = 2.0 * right / (links.size() + people);
		System.out.printf("F1 %.4f precision %.4f recall %.4f%n", f1, (double) right / links.size(),
				(double) right / people);
		assertThat(f1).isGreaterThan(leastF1);
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
		java.util.Collections.sort(fields);
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
