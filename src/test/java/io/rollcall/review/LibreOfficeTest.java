package io.rollcall.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.Patience;
import io.rollcall.facts.CaseRow;
import io.rollcall.report.SampleBooks;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Workbooks that another office program opened and saved. */
class LibreOfficeTest {

	@TempDir
	private Path folder;

	@BeforeAll
	static void isInstalled() {
		boolean installed = Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((place) -> Files.isExecutable(Path.of(place, "soffice")));
		Assumptions.assumeTrue(installed, "LibreOffice (soffice) is not installed, so nothing can save a workbook");
	}

	@Test
	void everyDecisionComesBackAndNothingElseChanges() throws Exception {
		Returned returned = new Returned(this.folder);
		Path answered = Returned.edit(returned.college(), (book) -> {
			Returned.type(book, "学院审核结论:2", "属实", "更正值:2", "测试一", "佐证材料:2", "户口簿", "审核人:2", "审核人", "备注:2", "说明",
					"学院审核结论:3", "属实", "更正值:3", "2002-03-16", "审核日期:3", "2020-11-12", "学院审核结论:4", "属实", "更正值:4",
					"110105200001010016", "学院审核结论:5", "待佐证", "学院审核结论:6", "无法确定");
			Returned.cell(book, "审核日期:2").setCellValue(LocalDate.of(2020, 11, 12));
		});
		ReturnedWorkbook before = returned.read(answered);
		assertThat(before.decisions()).hasSizeGreaterThanOrEqualTo(4);
		assertThat(returned.read(savedAgain(answered))).isEqualTo(before);
	}

	@Test
	void tamperingIsStillSeen() throws Exception {
		Returned returned = new Returned(this.folder);
		Path written = returned.college();
		ReturnedWorkbook read = returned.read(savedAgain(Returned.edit(written, (book) -> {
			Returned.type(book, "教务名单:2", "测试乙", "学院审核结论:3", "属实吧", "学院审核结论:4", "属实");
			Returned.cell(book, "学院审核结论:5").setCellFormula("\"属实\"");
		})));
		assertThat(read.refusals()).extracting(RefusedAnswer::cell)
			.containsExactly(Returned.at(written, "教务名单:2"), Returned.at(written, "学院审核结论:3"),
					Returned.at(written, "学院审核结论:5"));
		assertThat(read.decisions()).extracting(Decision::caseId).containsExactly("c-id");
	}

	@Test
	void rareTextsComeBackAsTheyWere() throws Exception {
		List<String> texts = List.of("𠮷 测试", "買買提·测试", "=1+1", "'甲", "<a & b>", "a  b", "_x0041_", "0012", "1e5",
				"2001-02-03", "TRUE", "甲\t乙\n丙", "字".repeat(600), "\uE000?", "(none)", "é\u0301", "\u200B甲",
				"甲\u00A0乙");
		List<CaseRow> rows = IntStream.range(0, texts.size())
			.mapToObj((i) -> SampleBooks.example("c" + i, "FIELD_DIFFERS", Returned.COLLEGE, "%02d".formatted(i),
					"name", texts.get(i), "测试", texts.get(i)))
			.toList();
		Returned returned = new Returned(this.folder);
		Path file = this.folder.resolve("rare.xlsx");
		returned.books().college(file, Returned.COLLEGE, rows);
		assertThat(returned.read(file).refusals()).isEmpty();
		assertThat(returned.read(savedAgain(file)).refusals()).isEmpty();
	}

	@Test
	void theRegistrarsWorkbookComesBackToo() throws Exception {
		Returned returned = new Returned(this.folder);
		returned.password = Optional.empty();
		Path answered = Returned.edit(returned.registrar(),
				(book) -> Returned.type(book, "复核意见:2", "同意", "复核意见:7", "退回学院"));
		ReturnedWorkbook before = returned.read(answered);
		assertThat(before.decisions()).hasSize(2);
		assertThat(returned.read(savedAgain(answered))).isEqualTo(before);
	}

	@Test
	void theMarkedCorrectionsComeBackToo() throws Exception {
		Returned returned = new Returned(this.folder);
		Path answered = Returned.edit(returned.corrections(), (book) -> {
			Returned.type(book, "更正前后对照!已上报:2", "2020-11-16");
			Returned.cell(book, "更正前后对照!已上报:3").setCellValue(LocalDate.of(2020, 11, 17));
		});
		ReturnedWorkbook before = returned.read(answered);
		assertThat(before.decisions()).hasSize(2);
		assertThat(returned.read(savedAgain(answered))).isEqualTo(before);
	}

	/** What the program makes of a file when it opens and saves it. */
	private Path savedAgain(Path file) throws Exception {
		Path out = Files.createDirectories(this.folder.resolve("saved"));
		Process office = new ProcessBuilder("soffice",
				"-env:UserInstallation=" + this.folder.resolve("profile").toUri(), "--headless", "--convert-to",
				"xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString(), file.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("office.txt").toFile())
			.start();
		Patience.await(office, () -> Files.readString(this.folder.resolve("office.txt")));
		Path saved = out.resolve(file.getFileName());
		assertThat(saved).as(Files.readString(this.folder.resolve("office.txt"))).exists();
		return saved;
	}

}
