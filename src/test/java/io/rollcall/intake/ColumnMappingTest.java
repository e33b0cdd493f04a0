package io.rollcall.intake;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.SourceRole;
import io.rollcall.source.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnMappingTest {

	@ParameterizedTest
	@MethodSource("records")
	void aRecordIsNeitherFooterNorHeader(ColumnMapping mapping, String row) {
		assertThat(mapping.isFooter(HeaderCases.row(9, row))).isFalse();
		assertThat(mapping.isRepeatedHeader(HeaderCases.row(9, row))).isFalse();
	}

	@ParameterizedTest
	@MethodSource("footers")
	void aFooterIsNoRecord(ColumnMapping mapping, String row) {
		assertThat(mapping.isFooter(HeaderCases.row(9, row))).isTrue();
		assertThat(mapping.isRepeatedHeader(HeaderCases.row(9, row))).isFalse();
	}

	@ParameterizedTest
	@MethodSource("repeats")
	void aHeaderOnEveryPageIsNoRecord(ColumnMapping mapping, String row) {
		assertThat(mapping.isRepeatedHeader(HeaderCases.row(9, row))).isTrue();
	}

	@Test
	void bothLinesOfAHeaderMayBeRepeated() {
		List<Row> header = HeaderCases.rows(List.of("学号|姓名|录取信息||", "||性别|民族|学院"));
		ColumnMapping mapping = HeaderMapper.of(Cases.campaign(""), SourceRole.ROSTER)
			.search(header)
			.mapping()
			.orElseThrow();
		assertThat(mapping.lastHeaderRow()).isEqualTo(2);
		assertThat(header).allMatch(mapping::isRepeatedHeader);
	}

	static Stream<Arguments> records() throws IOException {
		return rows(RowCases::records);
	}

	static Stream<Arguments> footers() throws IOException {
		return rows(RowCases::footers);
	}

	static Stream<Arguments> repeats() throws IOException {
		return rows(RowCases::repeats);
	}

	private static Stream<Arguments> rows(Function<RowCases, List<String>> kind) throws IOException {
		return Cases.read(ColumnMappingTest.class, "rows.yml", new TypeReference<List<RowCases>>() {
		}).stream().flatMap((cases) -> kind.apply(cases).stream().map((row) -> Arguments.of(cases.mapping(), row)));
	}

	record RowCases(String header, List<String> records, List<String> footers, List<String> repeats) {

		ColumnMapping mapping() {
			return HeaderMapper.of(Cases.campaign(""), SourceRole.ROSTER)
				.search(HeaderCases.rows(List.of(this.header)))
				.mapping()
				.orElseThrow();
		}

	}

}
