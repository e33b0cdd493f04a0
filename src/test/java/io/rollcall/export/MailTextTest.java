package io.rollcall.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.rollcall.report.Samples;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailTextTest {

	@TempDir
	private Path folder;

	@Test
	void eachCollegeGetsALetterThatSaysWhatToDoByWhen() throws IOException {
		String text = write(false);
		String[] letters = text.split("-{60}");
		assertThat(letters).hasSize(3);
		assertThat(letters[1]).contains("收件：计算机学院", "附件：colleges/计算机学院.xlsx", "2020-11-10", "请在 2020-11-18 之前")
			.doesNotContain("外国语学院", "密码另行");
		assertThat(letters[2]).contains("收件：外国语学院").doesNotContain("计算机学院");
	}

	@Test
	void aPasswordIsAnnouncedAndNotTold() throws IOException {
		assertThat(write(true)).contains("密码另行通知");
	}

	private String write(boolean password) throws IOException {
		Path file = this.folder.resolve("mail.txt");
		Map<String, String> workbooks = new LinkedHashMap<>();
		workbooks.put("计算机学院", "colleges/计算机学院.xlsx");
		workbooks.put("外国语学院", "colleges/外国语学院.xlsx");
		MailText.write(file, Messages.of("zh"), Samples.run(), workbooks, password);
		return Files.readString(file);
	}

}
