package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which records are one student: within a source, and in two sources. */
class LinkingTest {

	private static final int ROSTER = 1;

	private static final int PLATFORM = 2;

	@ParameterizedTest
	@CsvFileSource(resources = "/cases/linking/shared-key.tsv", delimiter = '\t', numLinesToSkip = 1)
	void aSharedKeyLinks(Linking.Rule rule, String name, String id, String otherName, String otherId, String one,
			String why) {
		Linking linking = new Linking(new SameName(), OtherRecords.NONE);
		linking.shared(List.of(row(1, ROSTER, name, id), row(2, PLATFORM, otherName, otherId)), rule);
		assertThat(linking.groups().joined()).as(why).isEqualTo(one.equals("是") ? Map.of(2L, 1L) : Map.of());
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/cases/linking/folded-rows.tsv", delimiter = '\t', numLinesToSkip = 1)
	void rowsOfOneListAreFolded(String shared, String names, String ids, String candidates, String students, String one,
			String why) {
		Folding folding = new Folding(new SameName(), Map.of());
		List<SourceRow> rows = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			rows.add(new SourceRow(i, ROSTER, part(names, i), null, part(ids, i), part(candidates, i),
					part(students, i), i, ROSTER));
		}
		if (shared.equals("sharedId")) {
			folding.sharedId(rows);
		}
		else {
			folding.sharedNumber(rows);
		}
		assertThat(folding.groups().joined()).as(why).isEqualTo(one.equals("是") ? Map.of(1L, 0L) : Map.of());
	}

	@Test
	void ofTwoCandidatesTheOneThatAgreesBetterIsTaken() {
		Linking linking = new Linking(new SameName(), OtherRecords.NONE);
		linking.shared(List.of(row(1, ROSTER, "张三", "1"), row(2, PLATFORM, "张三", null), row(3, PLATFORM, "张三", "1")),
				Linking.Rule.UNLESS_BOTH_DIFFER);
		assertThat(linking.groups().joined()).isEqualTo(Map.of(3L, 1L));
	}

	@Test
	void nobodyIsTwoRecordsOfOneSource() {
		Linking linking = new Linking(new SameName(), OtherRecords.NONE);
		linking.shared(List.of(row(1, ROSTER, "张三", "1"), row(2, ROSTER, "张三", "1")), Linking.Rule.ALWAYS);
		assertThat(linking.groups().joined()).isEmpty();
	}

	private static String part(String list, int place) {
		String text = list.split(",", -1)[place];
		return text.isEmpty() ? null : text;
	}

	private static SourceRow row(long id, int source, String name, String idNo) {
		return new SourceRow(id, source, name, null, idNo, null, null, id, source);
	}

}
