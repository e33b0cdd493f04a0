package io.rollcall.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Cases;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.Column.Use;
import io.rollcall.source.Row;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderMapperTest {

	private static final Messages ZH = Messages.of("zh");

	@ParameterizedTest
	@MethodSource("usable")
	void mapsAHeader(HeaderCase expected) {
		ColumnMapping mapping = expected.search().mapping().orElseThrow();
		String fields = String.join(" ",
				IntStream.range(0, mapping.width())
					.mapToObj((i) -> mapping.fields().containsKey(i) ? mapping.fields().get(i).name() : "-")
					.toList());
		assertThat(fields.replaceAll("( -)+$", "")).isEqualTo(expected.fields().replaceAll("( -)+$", ""));
		assertThat(mapping.lastHeaderRow()).isEqualTo(expected.row());
		assertThat(mapping.headers(Use.FORBIDDEN)).isEqualTo(expected.forbidden());
		assertThat(mapping.headers(Use.UNKNOWN)).isEqualTo(expected.unknown());
		assertThat(mapping.headers(Use.CONTESTED)).isEqualTo(expected.contested());
		assertThat(mapping.headers(Use.SUPERSEDED)).isEqualTo(expected.superseded());
		assertThat(mapping.doubled().keySet()).extracting(Field::name).isEqualTo(expected.doubled());
		if (expected.missing() != null) {
			assertThat(mapping.missing()).extracting(Field::name).isEqualTo(expected.missing());
		}
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refusesATableWithoutAUsableHeader(HeaderCase expected) {
		HeaderSearch search = expected.search();
		assertThat(search.mapping()).isEmpty();
		assertThat(search.refusal().orElseThrow().kind()).hasToString(expected.refused());
		assertThat(search.refusal().orElseThrow().sentence(ZH)).contains(expected.says());
		assertThat(search.refusal().orElseThrow().sentence(Messages.of("en"))).doesNotContainPattern("\\{\\d\\}");
	}

	@ParameterizedTest
	@MethodSource("refused")
	void aRefusalShowsNoValue(HeaderCase expected) {
		assertThat(expected.search().refusal().orElseThrow().sentence(ZH)).doesNotContain("张三", "202001001");
	}

	@Test
	void theHeaderIsSearchedInTheFirstRowsOnly() {
		List<String> rows = new ArrayList<>(Collections.nCopies(HeaderMapper.SEARCH_ROWS - 1, "学院发文"));
		rows.add("学号|姓名");
		assertThat(search(rows).mapping()).isPresent();
		rows.add(0, "");
		assertThat(search(rows).mapping()).isEmpty();
	}

	@Test
	void theHeaderOfADbfFileComesWithTheFormat() {
		HeaderSearch found = mapper().map(new Row("", 0, HeaderCases.row(0, "KSH|XM").cells()));
		assertThat(found.mapping().orElseThrow().lastHeaderRow()).isZero();
		assertThat(mapper().map(HeaderCases.row(0, "DM|MC")).refusal()).isPresent();
	}

	@Test
	void namesThatComeWithTheFormatStandInNoRow() {
		for (String names : List.of("DM|MC", "XM|XB", "XH|XB")) {
			for (Messages messages : List.of(ZH, Messages.of("en"))) {
				assertThat(mapper().map(HeaderCases.row(0, names)).refusal().orElseThrow().sentence(messages))
					.containsAnyOf("字段名", "field names")
					.doesNotContainPattern("第 \\d+ 行|前 \\d+ 行|row \\d|\\d+ rows|\\{\\d");
			}
		}
	}

	@Test
	void aDoubledFieldIsNamedWithItsColumns() {
		ColumnMapping mapping = search(List.of("学号|姓名|身份证号|证件号码")).mapping().orElseThrow();
		assertThat(HeaderRefusal.doubled(mapping, Fields.standard().get("id_no"), 7).sentence(ZH))
			.contains("“身份证号”（C 列）", "“证件号码”（D 列）", "第 7 行", "headers");
	}

	@Test
	void columnsBeyondZHaveTwoLetters() {
		String header = "学号|姓名|身份证号" + "|".repeat(24) + "证件号码";
		ColumnMapping mapping = search(List.of(header)).mapping().orElseThrow();
		assertThat(HeaderRefusal.doubled(mapping, Fields.standard().get("id_no"), 2).sentence(ZH)).contains("（AA 列）");
	}

	@Test
	void aVeryLongHeaderIsShownShortened() {
		ColumnMapping mapping = search(List.of("学号|姓名|" + "长".repeat(500))).mapping().orElseThrow();
		assertThat(mapping.headers(Use.UNKNOWN).get(0)).hasSize(41).endsWith("…");
	}

	private static HeaderMapper mapper() {
		return HeaderMapper.of(Cases.campaign(""), SourceRole.ROSTER);
	}

	private static HeaderSearch search(List<String> rows) {
		return mapper().search(HeaderCases.rows(rows));
	}

	static List<HeaderCase> usable() throws IOException {
		return cases().stream().filter((found) -> found.refused() == null).toList();
	}

	static List<HeaderCase> refused() throws IOException {
		return cases().stream().filter((found) -> found.refused() != null).toList();
	}

	private static List<HeaderCase> cases() throws IOException {
		return Cases.read(HeaderMapperTest.class, "headers.yml", new TypeReference<List<HeaderCase>>() {
		});
	}

	record HeaderCase(String title, String role, String job, List<String> rows, String fields, Long row,
			List<String> forbidden, List<String> unknown, List<String> contested, List<String> superseded,
			List<String> doubled, List<String> missing, String refused, String says) {

		HeaderCase {
			forbidden = (forbidden != null) ? forbidden : List.of();
			unknown = (unknown != null) ? unknown : List.of();
			contested = (contested != null) ? contested : List.of();
			superseded = (superseded != null) ? superseded : List.of();
			doubled = (doubled != null) ? doubled : List.of();
		}

		HeaderSearch search() {
			Campaign campaign = Cases.campaign((this.job != null) ? settings() : "");
			return HeaderMapper.of(campaign, SourceRole.of(this.role).orElseThrow())
				.search(HeaderCases.rows(this.rows));
		}

		/** The settings of a case, which stand in one line, one a line. */
		private String settings() {
			boolean several = this.job.startsWith("{");
			return several ? this.job.substring(1, this.job.length() - 1).replace("], key", "]\nkey") : this.job;
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

}
