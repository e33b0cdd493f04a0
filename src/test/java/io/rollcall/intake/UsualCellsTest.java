package io.rollcall.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;

import static org.assertj.core.api.Assertions.assertThat;

/** A column's reader, which remembers cells, says of each what reading it anew says. */
class UsualCellsTest {

	private static final String[] TEXTS = { "", " ", "男", "1", "0", "女 ", "汉族", "汉", "20010203", "2001-02-03",
			"2001年2月3日", "2001-02-30", "无", "#N/A", "NULL", "机械工程学院", "机械工程学", "本科", "4", "4年", "共青团员", "居民身份证",
			"11010519491231002X", "110105194912310021", "2020010001", "20610402110001", "20,610,402,110,001", "张三",
			"张 三", "张*三", "138****0000", "×", "备注", "Null", "20201105", "1900", "本专科", "ＡＢ", "某某" };

	private final Campaign campaign = JobFiles.load(Path.of("jobs/freshman-2020.yml"));

	private final ValueParser parser = new ValueParser(this.campaign,
			new Codes(this.campaign.source(SourceRole.ROSTER), Map.of("level", Map.of("1", "本科")), true),
			new BusinessDay(LocalDate.of(2020, 11, 12)));

	UsualCellsTest() throws Exception {
	}

	@Test
	void readersRememberNothingWrong() {
		Random random = new Random(7);
		ColumnMapping mapping = HeaderMapper.of(this.campaign, SourceRole.ROSTER)
			.asHeader(row(List.of("学号", "考生号", "姓名", "性别")));
		for (Field field : this.campaign.fields().all()) {
			ValueReader reader = this.parser.reader(field, mapping);
			for (int i = 0; i < 400; i++) {
				Cell cell = cell(random);
				ParsedRow record = new ParsedRow(row(List.of()), new RowLayout(List.of(field)));
				Value value = reader.read(cell, record);
				ParsedRow anew = this.parser.parse(field, cell, row(List.of()));
				assertThat(value).as(field.name()).isEqualTo(anew.value(0));
				assertThat(record.name()).isEqualTo(anew.name());
				assertThat(record.birthDate()).isEqualTo(anew.birthDate());
				assertThat(record.id()).isEqualTo(anew.id());
			}
		}
	}

	@Test
	void everyLabelIsLookedAt() {
		for (String label : List.of("合计", "计算机学院小计", "总人数", "共120人", "填表人：", "制单", "经办", "审核人", "复核", "负责人", "主管",
				"联系人", "打印时间：", "导出", "统计", "报送", "签字", "盖章", "领导", "第1页", "说明：", "备注：", "附注：", "注：", "数据来源：", "以下空白",
				"⼀以下空白")) {
			assertThat(ColumnFooters.mayBeLabel(label)).as(label).isTrue();
		}
		assertThat(ColumnFooters.mayBeLabel("张三")).isFalse();
		assertThat(ColumnFooters.mayBeLabel("2020010001")).isFalse();
	}

	private static Cell cell(Random random) {
		String text = TEXTS[random.nextInt(TEXTS.length)];
		if (text.isEmpty()) {
			return Cell.BLANK;
		}
		Cell.Kind[] kinds = { Cell.Kind.TEXT, Cell.Kind.TEXT, Cell.Kind.TEXT, Cell.Kind.TEXT_CUT, Cell.Kind.HALF,
				Cell.Kind.BOOLEAN };
		boolean number = text.matches("\\d+") && random.nextInt(4) == 0;
		return new Cell(text, number ? Cell.Kind.NUMBER : kinds[random.nextInt(kinds.length)]);
	}

	private static Row row(List<String> texts) {
		List<Cell> cells = new ArrayList<>();
		texts.forEach((text) -> cells.add(Cell.ofText(text)));
		return new Row("", 1, cells);
	}

}
