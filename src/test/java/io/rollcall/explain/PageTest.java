package io.rollcall.explain;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageTest {

	@Test
	void whatDoesNotFitGoesOnBelowItself() {
		TextPage page = new TextPage(60);
		page.item(2, "规则：", "同一学生在一个来源中重复出现，而该字段的值不同。以填写最完整的一行为准，不以其他行补全。");
		assertThat(page.lines()).hasSizeGreaterThan(1)
			.allSatisfy((line) -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(60));
		assertThat(page.lines().get(0)).startsWith("    规则：同一学生");
		assertThat(page.lines().get(1)).startsWith("          ").doesNotStartWith("           ");
		assertThat(page.lines().stream().map(String::strip)).noneMatch((line) -> line.startsWith("，"));
	}

	@Test
	void placesStayWhole() {
		assertThat(TextWidth.wrap("涉及：王阳勇 材料工程学院 (roster:a/名单.xlsx#新生!27;platform:export.csv#!183)", 60))
			.anyMatch((line) -> line.contains("platform:export.csv#!183"));
	}

	@Test
	void aTerminalObeysNoCell() {
		TextPage page = new TextPage(100);
		page.add(0, "张\u001B[2J三\t李\u200B四\uE123");
		assertThat(page.lines()).containsExactly("张<U+001B>[2J三<U+0009>李<U+200B>四<U+E123>");
	}

	@Test
	void columnsOfChineseAndRareCharactersLineUp() {
		TextTable table = new TextTable(20);
		table.row(List.of("姓名", "𠮷野", "x"));
		table.row(List.of("name", "Ａb\u0301c", "x"));
		table.row(List.of("n", "一二三四五六七八九十一", "x"));
		assertThat(table.lines()).hasSize(4);
		assertThat(table.lines().subList(0, 3)).extracting((line) -> TextWidth.of(line.substring(0, line.indexOf('x'))))
			.containsOnly(28);
	}

	@Test
	void onlyAnEmptyTextTakesNoRoom() {
		assertThat(TextWidth.wrap("", 10)).containsExactly("");
		assertThat(TextWidth.wrap("ab", 1)).containsExactly("a", "b");
	}

}
