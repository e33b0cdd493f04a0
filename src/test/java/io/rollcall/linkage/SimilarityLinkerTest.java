package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.Collections;
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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class SimilarityLinkerTest {

	private static final Map<String, String> STUDENT = Map.of("name", "张三", "sex", "女", "birth_date", "20020304",
			"class_no", "飞设2001", "major_name", "飞行器设计与工程", "college", "飞行器学院");

	@ParameterizedTest
	@CsvSource({ "一切相同,name=张三", "缺一个字,name=张?", "同音,name=章三", "日月颠倒,birth_date=20020403", "换了班级,class_no=飞设2002",
			"没有出生日期,birth_date=", "没有班级,class_no=" })
	void isLinkedAlthough(String why, String change) {
		assertThat(link(STUDENT, changed(change))).as(why).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "只有姓名相同,birth_date=20030101;class_no=机械2001;major_name=机械工程;college=机械工程学院",
			"只有出生日期相同,name=李四;class_no=机械2001;major_name=机械工程;college=机械工程学院",
			"性别不同,sex=男;class_no=;birth_date=20020305", "姓名和日期都不同,name=李四;birth_date=20010101" })
	void isNotLinkedBecause(String why, String change) {
		assertThat(link(STUDENT, changed(change))).as(why).isEmpty();
	}

	@Test
	void twoSoundNumbersAreTwoPeople() {
		assertThat(link(with("id_no", "810000199408230021"), with("id_no", "810000199408239042"))).isEmpty();
	}

	@Test
	void aMistypedNumberSpeaksForOnePerson() {
		ProbableLink link = link(with("id_no", "810000199408230021"), with("id_no", "810000199408230023")).get(0);
		assertThat(link.contributions()).contains(new Contribution("id_no", "one_edit", 14));
	}

	@Test
	void recordsOfOneListAreNeverLinked() {
		assertThat(linker(List.of())
			.link(List.of(new LinkRecord(1, 1, STUDENT), new LinkRecord(2, 3, STUDENT)), (left, right) -> true)
			.links()).isEmpty();
	}

	@Test
	void aRefusedLinkIsNotProposedAgain() {
		assertThat(linker(List.of())
			.link(List.of(new LinkRecord(1, 1, STUDENT), new LinkRecord(2, 2, STUDENT)), (left, right) -> false)
			.links()).isEmpty();
	}

	@Test
	void theWaterfallAddsUp() {
		ProbableLink link = link(STUDENT, STUDENT).get(0);
		assertThat(link.contributions().get(0).field()).isEqualTo("prior");
		assertThat(link.contributions().stream().mapToDouble(Contribution::bits).sum()).isCloseTo(link.weight(),
				within(1e-9));
		assertThat(link.probability()).isBetween(0.99, 1.0);
	}

	@Test
	void aNameThatManyHaveSaysLess() {
		SimilarityLinker common = new SimilarityLinker(LinkSettings.standard(20_000), (name) -> 50);
		List<LinkRecord> records = List.of(new LinkRecord(1, 1, STUDENT), new LinkRecord(2, 2, STUDENT));
		assertThat(common.link(records, (left, right) -> true).links().get(0).weight())
			.isLessThan(linker(List.of()).link(records, (left, right) -> true).links().get(0).weight());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void nobodyIsLinkedTwiceAndTheOrderDoesNotMatter(long seed) {
		Random random = new Random(seed);
		List<LinkRecord> records = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			Map<String, String> values = new HashMap<>(STUDENT);
			values.put("birth_date", "200203" + (10 + random.nextInt(5)));
			values.put("name", List.of("张三", "张四", "章三").get(random.nextInt(3)));
			records.add(new LinkRecord(i, 1 << random.nextInt(3), values));
		}
		List<ProbableLink> links = linker(List.of()).link(records, (left, right) -> true).links();
		Set<Long> seen = new HashSet<>();
		links.forEach((link) -> assertThat(seen.add(link.left()) && seen.add(link.right())).isTrue());
		List<LinkRecord> shuffled = new ArrayList<>(records);
		Collections.shuffle(shuffled, random);
		assertThat(linker(List.of()).link(shuffled, (left, right) -> true).links()).isEqualTo(links);
		assertThat(links).isNotEmpty();
	}

	@Test
	void furtherFieldsCount() {
		Map<String, String> one = Map.of("name", "anna smith", "address", "12 high street", "phone", "5551234");
		Map<String, String> other = Map.of("name", "anna smith", "address", "12 high stret", "phone", "5551234");
		LinkSettings settings = new LinkSettings(
				List.of(new ExtraField("address", ExtraField.Kind.TEXT),
						new ExtraField("phone", ExtraField.Kind.NUMBER)),
				OptionalDouble.empty(), LinkSettings.LARGEST_BLOCK, 5_000);
		List<ProbableLink> links = new SimilarityLinker(settings, (name) -> 1)
			.link(List.of(new LinkRecord(1, 1, one), new LinkRecord(2, 2, other)), (left, right) -> true)
			.links();
		assertThat(links).hasSize(1);
		assertThat(links.get(0).contributions()).extracting(Contribution::field, Contribution::level)
			.contains(tuple("address", "alike"), tuple("phone", "equal"));
	}

	@Test
	void fewLeftoversKeepTheArguedWeights() {
		List<LinkRecord> records = new ArrayList<>();
		for (int i = 0; i < 80; i++) {
			Map<String, String> student = new HashMap<>(STUDENT);
			student.put("name", "张" + (char) ('一' + i));
			student.put("birth_date", String.format("2002%02d%02d", 1 + i % 12, 1 + i / 12));
			student.put("class_no", "飞设20" + i);
			records.add(new LinkRecord(2L * i, 1, student));
			records.add(new LinkRecord(2L * i + 1, 2, student));
		}
		Linked linked = linker(List.of()).link(records, (left, right) -> true);
		assertThat(linked.rates()).isEmpty();
		assertThat(linked.links()).hasSize(80)
			.allSatisfy((link) -> assertThat(link.contributions()).extracting(Contribution::field, Contribution::level)
				.containsExactly(tuple("prior", "prior"), tuple("name", "equal"), tuple("birth_date", "equal"),
						tuple("sex", "equal"), tuple("class_no", "equal")))
			.allSatisfy((link) -> assertThat(link.weight()).isCloseTo(-14.29 + 17 + 9.70 + 0.9 + 8.5, within(0.01)));
	}

	@Test
	void householdsLimitWhatTheirAddressSays() {
		List<ExtraField> address = List.of(new ExtraField("street", ExtraField.Kind.TEXT),
				new ExtraField("suburb", ExtraField.Kind.TEXT), new ExtraField("postcode", ExtraField.Kind.NUMBER));
		List<LinkRecord> records = new ArrayList<>();
		for (int i = 0; i < 80; i++) {
			// Two of a household in each source, who are four people.
			Map<String, String> person = Map.of("name", "张三" + (char) ('一' + i), "street", "street " + i / 4, "suburb",
					"suburb " + i / 4, "postcode", String.valueOf(1000 + i / 4));
			records.add(new LinkRecord(i, 1 + i / 2 % 2, person));
		}
		Map<String, String> same = records.get(0).values();
		records.add(new LinkRecord(80, 2, same));
		List<ProbableLink> links = linker(address).link(records, (left, right) -> true).links();
		assertThat(links).extracting(ProbableLink::left, ProbableLink::right).containsExactly(tuple(0L, 80L));
		assertThat(links.get(0).contributions()).filteredOn((step) -> step.field().equals(Contribution.TOGETHER))
			.singleElement()
			.satisfies((step) -> assertThat(step.level()).isEqualTo("agree"))
			.satisfies((step) -> assertThat(step.bits()).isNegative());
	}

	@Test
	void whoMovedDiffersInTheWholeAddressAtOnce() {
		List<ExtraField> address = List.of(new ExtraField("street", ExtraField.Kind.TEXT),
				new ExtraField("suburb", ExtraField.Kind.TEXT), new ExtraField("postcode", ExtraField.Kind.NUMBER));
		List<LinkRecord> records = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			records.add(new LinkRecord(i, 1, Map.of("name", "李四" + (char) ('一' + i), "street", "a" + i / 4, "suburb",
					"b" + i / 4, "postcode", String.valueOf(1000 + i / 4))));
		}
		records.add(new LinkRecord(50, 1, changed("street=old road;suburb=hillside;postcode=99")));
		records.add(new LinkRecord(51, 2, changed("street=new lane;suburb=downtown;postcode=12345")));
		assertThat(linker(address).link(records, (left, right) -> true).links()).singleElement()
			.satisfies((link) -> assertThat(link.contributions())
				.contains(new Contribution(Contribution.TOGETHER, "differ", 6)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "20020230", "18991231" })
	void aDateThatTheCalendarLacksSpeaksFor(String date) {
		assertThat(link(with("birth_date", date), with("birth_date", date)).get(0).contributions())
			.anySatisfy((step) -> assertThat(step.level()).isEqualTo("equal"))
			.anySatisfy((step) -> assertThat(step.field()).isEqualTo("birth_date"));
	}

	@Test
	void aDateThatTheCalendarLacksSpeaksNotAgainst() {
		assertThat(link(with("birth_date", "20020230"), with("birth_date", "20031112")).get(0).contributions())
			.noneMatch((step) -> step.field().equals("birth_date"));
	}

	@Test
	void aValueThatEverybodyHasIsPassedOver() {
		List<LinkRecord> records = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			records.add(new LinkRecord(i, 1 + i % 2, Map.of("name", "王伟", "birth_date", "20020304")));
		}
		Linked linked = linker(List.of()).link(records, (left, right) -> true);
		assertThat(linked.links()).isEmpty();
		assertThat(linked.nearMisses()).isEmpty();
		assertThat(linked.blocks().values()).allMatch((count) -> count.pairs() == 0);
		assertThat(linked.blocks().get("name")).isEqualTo(new Linked.BlockCount(0, 199 * 200 / 2));
	}

	@Test
	void aNameOfManyWordsIsANameLikeOthers() {
		Map<String, String> hostile = Map.of("name", "a" + " b".repeat(16_000), "birth_date", "20020304");
		assertThat(link(hostile, hostile)).hasSize(1);
	}

	@Test
	void whatCameNearIsToldWithTheReason() {
		LinkRecord one = new LinkRecord(1, 1, STUDENT);
		LinkRecord same = new LinkRecord(2, 2, STUDENT);
		LinkRecord alike = new LinkRecord(3, 2, with("name", "张四"));
		Linked linked = linker(List.of()).link(List.of(one, same, alike), (left, right) -> true);
		assertThat(linked.links()).extracting(ProbableLink::right).containsExactly(2L);
		assertThat(linked.nearMisses()).singleElement()
			.satisfies((miss) -> assertThat(miss.reason()).isEqualTo(Linked.Reason.TAKEN))
			.satisfies((miss) -> assertThat(miss.pair().right()).isEqualTo(3));
		assertThat(linker(List.of()).link(List.of(one, same), (left, right) -> false).nearMisses())
			.extracting(Linked.NearMiss::reason)
			.containsExactly(Linked.Reason.REFUSED);
		Linked strangers = new SimilarityLinker(
				new LinkSettings(List.of(), OptionalDouble.of(60), LinkSettings.LARGEST_BLOCK, 200), (name) -> 1)
			.link(List.of(one, same), (left, right) -> true);
		assertThat(strangers.nearMisses()).extracting(Linked.NearMiss::reason)
			.allMatch((reason) -> reason == Linked.Reason.BELOW);
	}

	@ParameterizedTest
	@CsvSource({ "bradley matthews,matthews bradley", "joshua wiechec,wiechec joshzua", "brianna zilm,bailey zilm" })
	void wordsOfLatinNamesMayChangePlacesOrOneOfThem(String one, String other) {
		Map<String, String> left = Map.of("name", one, "birth_date", "19481122");
		Map<String, String> right = Map.of("name", other, "birth_date", "19481122");
		List<LinkRecord> records = new ArrayList<>();
		records.add(new LinkRecord(1, 1, left));
		records.add(new LinkRecord(2, 2, right));
		for (int i = 3; i < 2_000; i++) {
			records.add(new LinkRecord(i, 1,
					Map.of("name", "given" + (char) ('a' + i % 26) + " family" + (char) ('a' + i % 23), "birth_date",
							String.valueOf(19_000_101 + i % 70 * 10_000))));
		}
		assertThat(linker(List.of()).link(records, (first, second) -> true).links())
			.extracting(ProbableLink::left, ProbableLink::right)
			.contains(tuple(1L, 2L));
	}

	private static SimilarityLinker linker(List<ExtraField> extras) {
		return new SimilarityLinker(
				new LinkSettings(extras, OptionalDouble.empty(), LinkSettings.LARGEST_BLOCK, 20_000), (name) -> 1);
	}

	private static List<ProbableLink> link(Map<String, String> one, Map<String, String> other) {
		return linker(List.of())
			.link(List.of(new LinkRecord(1, 1, one), new LinkRecord(2, 2, other)), (left, right) -> true)
			.links();
	}

	private static Map<String, String> with(String field, String value) {
		return changed(field + "=" + value);
	}

	private static Map<String, String> changed(String changes) {
		Map<String, String> values = new HashMap<>(STUDENT);
		for (String change : changes.split(";")) {
			String[] parts = change.split("=", 2);
			if (parts[1].isEmpty()) {
				values.remove(parts[0]);
			}
			else {
				values.put(parts[0], parts[1]);
			}
		}
		return values;
	}

}
