package io.rollcall.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RejectRow;
import io.rollcall.facts.Tally;
import io.rollcall.report.FindingBuilder;
import io.rollcall.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {

	private static final String HEADER = "finding_id,code,severity,college,student_no,candidate_no,name,field,"
			+ "roster_value,platform_value,admission_value,claimed_value,locations,detail,suggestion,state,"
			+ "first_seen,last_seen,age_days,case_id";

	@TempDir
	private Path folder;

	@Test
	void beginsWithByteOrderMarkAndTheContractsHeader() throws IOException {
		String text = findings();
		assertThat(text).isEqualTo("\uFEFF" + HEADER + "\r\n");
	}

	@Test
	void everyCellComesBackThroughAnotherParser() throws IOException {
		FindingRow row = FindingBuilder.aFinding()
			.values("name", "甲,\"乙\"", "丙 丁")
			.detail("第一，\"引号\"")
			.locations("roster:a,b.csv#!3")
			.build();
		List<List<String>> read = parse(findings(row, row));
		assertThat(read).hasSize(3);
		assertThat(read.get(1)).isEqualTo(read.get(2))
			.containsExactly(row.findingId(), "FIELD_DIFFERS", "E", "计算机学院", "2020010001", "20610100000001", "测试甲",
					"name", "甲,\"乙\"", "丙 丁", "甲,\"乙\"", "", "roster:a,b.csv#!3", "第一，\"引号\"", "", "open", "2020-11-05",
					"2020-11-10", "5", row.caseId());
	}

	@ParameterizedTest
	@MethodSource("cells")
	void marksFormulasAndNothingElse(String raw, String shown) throws IOException {
		FindingRow row = FindingBuilder.aFinding().detail(raw).build();
		assertThat(parse(findings(row)).get(1).get(13)).isEqualTo(shown);
	}

	static Stream<Arguments> cells() {
		return Stream.of(Arguments.of("=1+1", "'=1+1"), Arguments.of("+86", "'+86"), Arguments.of("-5", "'-5"),
				Arguments.of("@a", "'@a"), Arguments.of("\t=1", "'=1"), Arguments.of("\r\n@a", "'@a"),
				Arguments.of("\u202E=1", "'=1"), Arguments.of("＝1", "＝1"), Arguments.of("a=1", "a=1"),
				Arguments.of("'", "'"), Arguments.of("  =1", "  =1"), Arguments.of("a\nb", "a b"),
				Arguments.of("a\u202Eb", "ab"), Arguments.of("\uD800x", "\uFFFDx"), Arguments.of("𠮷", "𠮷"));
	}

	@Test
	void theSameRowsGiveTheSameBytes() throws IOException {
		FindingRow row = FindingBuilder.aFinding().build();
		assertThat(findings(row)).isEqualTo(findings(row));
	}

	@Test
	void countsAndClosesWhatItWrites() throws IOException {
		boolean[] closed = new boolean[1];
		Stream<FindingRow> rows = Stream
			.of(FindingBuilder.aFinding().build(), FindingBuilder.aFinding().severity("I").build())
			.onClose(() -> closed[0] = true);
		Tally tally = FindingsCsv.write(this.folder.resolve("sub/findings.csv"), rows);
		assertThat(tally.total()).isEqualTo(2);
		assertThat(tally.kinds()).extracting((kind) -> kind.getValue().toDo()).containsExactly(1L, 0L);
		assertThat(closed[0]).isTrue();
	}

	@Test
	void changesOfCasesHaveTheContractsColumns() throws IOException {
		Path file = this.folder.resolve("changes.csv");
		boolean[] closed = new boolean[1];
		CaseEventRow answered = Samples.event("answered", "name", "测试乙", "=测试甲");
		CaseChangesCsv.write(file, Stream.of(answered).onClose(() -> closed[0] = true));
		assertThat(closed[0]).isTrue();
		assertThat(parse(Files.readString(file))).containsExactly(
				List.of("case_id", "change", "college", "student_no", "name", "field", "state_before", "state_after",
						"old_value", "new_value", "by", "reason", "file"),
				List.of("c1", "answered", "计算机学院", "2020010001", "测试甲", "name", "open", "college-confirmed", "测试乙",
						"'=测试甲", "王老师", "已核实", "reviews:甲.xlsx#待处理!F2"));
		CaseChangesCsv.write(file, Stream.empty());
		assertThat(Files.readString(file)).isEqualTo("\uFEFFcase_id,change,college,student_no,name,field,state_before,"
				+ "state_after,old_value,new_value,by,reason,file\r\n");
	}

	@Test
	void rejectsOfWholeFilesHaveNoRow() throws IOException {
		Path file = this.folder.resolve("rejects.csv");
		long written = RejectsCsv.write(file,
				Stream.of(new RejectRow("roster", "a.csv", "", OptionalLong.of(7), "ROW_NO_KEY", "没有姓名", "学号=1"),
						new RejectRow("platform", "b.xls", "", OptionalLong.empty(), "FILE_EMPTY", "空文件", "")));
		assertThat(written).isEqualTo(2);
		assertThat(parse(Files.readString(file))).containsExactly(
				List.of("role", "file", "sheet", "row", "reason", "detail", "raw"),
				List.of("roster", "a.csv", "", "7", "ROW_NO_KEY", "没有姓名", "学号=1"),
				List.of("platform", "b.xls", "", "", "FILE_EMPTY", "空文件", ""));
	}

	private String findings(FindingRow... rows) throws IOException {
		Path file = this.folder.resolve("findings.csv");
		FindingsCsv.write(file, Stream.of(rows));
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}

	/** RFC 4180 read letter by letter, so that the writer's own library has no say. */
	private static List<List<String>> parse(String text) {
		List<List<String>> records = new ArrayList<>();
		List<String> record = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"') {
				if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
					cell.append(c);
					i++;
				}
				else {
					quoted = !quoted;
				}
			}
			else if (quoted || c != ',' && c != '\r') {
				cell.append(c);
			}
			else {
				record.add(cell.toString());
				cell.setLength(0);
				if (c == '\r') {
					assertThat(text.charAt(++i)).isEqualTo('\n');
					records.add(List.copyOf(record));
					record.clear();
				}
			}
		}
		assertThat(record).isEmpty();
		return records;
	}

}
