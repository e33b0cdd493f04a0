package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.report.ReadBack;
import io.rollcall.run.RunListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An ID number is masked in whatever column somebody typed it, and no other number is.
 * Everybody here is invented.
 */
class WrongColumnTest {

	private static final Pattern IN_CLEAR = Pattern.compile("10000[01]\\s?(19900307|20010203|20020815)\\d{3}[\\dX]");

	@TempDir
	private Path folder;

	private Installation rollcall;

	private Path published;

	@BeforeEach
	void run() throws Exception {
		this.rollcall = new Installation(this.folder)
			.file("roster/名单.csv",
					"""
							考生号,学号,姓名,性别,出生日期,身份证号,学院,班级,民族,层次,备注
							100001199003078673,202001001,张一,男,19900307,100001199003078673,理学院,1班,汉,本科,证件 100001 199003078673
							20610000000002,100001 199003078673,张二,女,19900307,,理学院,2班,汉,本科,
							20610000000003,202001003,张三,100001200208151235,20020815,,理学院,3班,汉,本科,
							20610000000004,202001004,张四,男,10000120020815003X,,理学院,10000120020815003X,100001200208151235,10000120020815003X,
							206100000000051234,20200100500000012X,张五,男,20020815,10000120020815003X,10000120020815003X,5班,汉,本科,
							100001200102030019,202001006,张六,男,20010203,100001200102030019,理学院,6班,汉,本科,
							""")
			.file("platform/学信网.csv", """
					考生号,学号,姓名,性别,出生日期,身份证号,学院,班级,民族,层次
					100001199003078673,202001001,张一,男,19900307,,理学院,1班,汉,本科
					20610000000002,202001002,张二,女,19900307,,理学院,2班,汉,本科
					""");
		this.published = this.rollcall.run(RunListener.NONE).folder();
	}

	@AfterEach
	void close() {
		this.rollcall.close();
	}

	@Test
	void noOutputShowsIt() throws IOException {
		List<String> shown = new ArrayList<>();
		try (Stream<Path> files = Files.walk(this.published)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String text = file.toString().endsWith(".xlsx") ? ReadBack.sheets(file).toString()
						: Files.readString(file);
				shown.add(text);
			}
		}
		for (String name : List.of("张一", "张二", "张三", "张四", "张五", "张六")) {
			shown.addAll(this.rollcall.explain(name));
		}
		assertThat(shown).noneMatch((text) -> IN_CLEAR.matcher(text).find());
		assertThat(String.join(" ", shown)).contains("**************8673");
	}

	@Test
	void longNumbersOfTheirOwnStay() throws IOException {
		assertThat(Files.readString(this.published.resolve("findings.csv"))).contains("206100000000051234",
				"20200100500000012X");
	}

}
