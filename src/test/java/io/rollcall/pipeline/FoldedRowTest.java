package io.rollcall.pipeline;

import java.nio.file.Path;

import io.rollcall.run.RunListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a finding of a folded row shows is that row's own. Everybody is invented. */
class FoldedRowTest {

	@TempDir
	private Path folder;

	@Test
	void anEmptyCellIsShownEmpty() throws Exception {
		try (Installation rollcall = new Installation(this.folder)) {
			rollcall.file("roster/名单.csv", """
					考生号,学号,姓名,性别,出生日期,身份证号,专业名称,学院
					20610000000001,202001001,张三,女,,810000199408230021,会计学,理学院
					20610000000001,202001001,张三,女,19940823,810000199408230021,会计学,理学院
					""").file("platform/学信网.csv", """
					考生号,学号,姓名,性别,出生日期,身份证号,专业名称,学院
					20610000000001,202001001,张三,女,19940823,810000199408230021,会计学,理学院
					""").run(RunListener.NONE);
			assertThat(rollcall.jdbc()
				.sql("select concat_ws('|', locations, roster_value, platform_value) from finding"
						+ " where code = 'REQUIRED_MISSING'")
				.query(String.class)
				.list()).containsExactly("roster:名单.csv#!2||19940823");
		}
	}

}
