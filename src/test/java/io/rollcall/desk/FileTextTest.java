package io.rollcall.desk;

import java.util.List;

import io.rollcall.campaign.SourceRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileTextTest {

	@ParameterizedTest
	@CsvSource({ "名单.xlsx,xlsx", "A.XLS,xls", "a.b.csv,csv", "a.DBF,dbf", "a.exe,''", "a.csv.exe,''", "csv,''",
			".csv,csv", "a.xlsx.,''", "'a.xlsx ',''", "a.x/lsx,''" })
	void extensions(String name, String extension) {
		assertThat(FileText.extension(name).orElse("")).isEqualTo(extension);
		assertThat(FileText.extension(name + '\u0000')).isEmpty();
	}

	@Test
	void namesAreShownWithoutFoldersAndHiddenCharacters() {
		assertThat(FileText.shown("C:\\Users\\a\\名单.xlsx")).isEqualTo("名单.xlsx");
		assertThat(FileText.shown("../../etc/passwd")).isEqualTo("passwd");
		assertThat(FileText.shown("a\u202Ecsv.exe\r\n\u0000\u200B.csv")).isEqualTo("acsv.exe.csv");
		assertThat(FileText.shown("张".repeat(2_000))).hasSize(80).endsWith("…");
		assertThat(FileText.shown("/")).isEmpty();
		assertThat(FileText.shown("张三81000019950101901X.csv")).doesNotContain("19950101")
			.startsWith("张三")
			.endsWith(".csv");
	}

	@Test
	void whatRunsPassOverOrMustNotOpenIsNotTaken() {
		for (String name : List.of("~$a.xlsx", ".a.csv", "x/.a.csv", "T_TJXX.dbf", "61T_KSJL.dbf", "T_JHK.dbf",
				"TD_XBDM.dbf", "a.pdf", "a.jpg")) {
			assertThat(FileText.problem(name, SourceRole.ADMISSION)).as(name).isPresent();
		}
		assertThat(FileText.problem("T_TDD.dbf", SourceRole.ADMISSION)).isEmpty();
	}

}
