package io.rollcall.report;

import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;

class LookTest {

	@Test
	void look() throws Exception {
		Path out = Files.createDirectories(Path.of("/tmp/look-report"));
		List<FindingRow> rows = new ArrayList<>();
		String[] codes = { "FIELD_DIFFERS", "MISSING_IN_PLATFORM", "ID_CHECKSUM" };
		for (int i = 0; i < 60; i++) {
			rows.add(FindingBuilder.aFinding()
				.code(codes[i % 3])
				.severity(i < 25 ? "E" : i < 45 ? "W" : "I")
				.college(i % 2 == 0 ? "计算机学院" : "马克思主义学院")
				.student("20200100" + (10 + i), "206101000000" + (10 + i),
						i % 7 == 0 ? "阿卜杜拉·买买提江·热合曼" : "测试" + (char) ('甲' + i))
				.values(i % 3 == 0 ? "id_no" : i % 3 == 1 ? "" : "major_name",
						i % 3 == 0 ? "**************1234" : "计算机科学与技术（中外合作办学）",
						i % 3 == 0 ? "**************1243" : "计算机科学与技术")
				.detail("第15–18位（顺序码）不同；教务系统一侧来自数值单元格，末三位可能已丢失，请以纸质材料为准")
				.suggestion("请学生持身份证与户口簿到学院核实，由学院汇总后报学籍管理科复核")
				.build());
		}
		List<FindingRow> mine = rows.stream().filter((r) -> r.college().equals("计算机学院")).toList();
		for (String lang : List.of("zh", "en")) {
			Workbooks books = new Workbooks(Messages.of(lang), Samples.LEGEND, out);
			books.registrar(out.resolve("registrar-" + lang + ".xlsx"), Samples.run(), rows::stream,
					() -> Stream.of(new RejectRow("roster", "甲/学生名单.xlsx", "学生", OptionalLong.of(17), "ROW_NO_KEY",
							"没有姓名，也没有考生号、学号或证件号码", "")));
			books.college(out.resolve("college-" + lang + ".xlsx"), Samples.run(), Samples.college("计算机学院"),
					mine::stream);
			books.college(out.resolve("good-" + lang + ".xlsx"), Samples.run(), Samples.college("音乐学院"), Stream::empty);
		}
	}

}
