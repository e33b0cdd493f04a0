package io.rollcall.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import io.rollcall.report.Desk;
import io.rollcall.sheet.Seals;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The workbook of corrections that comes back with the days on which they were handed in.
 */
class HandedInTest {

	private static final String SENT = "更正前后对照!已上报:";

	@TempDir
	private Path folder;

	private Returned returned;

	@BeforeEach
	void install() {
		this.returned = new Returned(this.folder);
	}

	@Test
	void aDayBesideACorrectionSaysThatItWasHandedIn() throws Exception {
		ReturnedWorkbook read = this.returned.read(Returned.edit(this.returned.corrections(), (book) -> Returned
			.type(book, SENT + 2, "2020-11-16", "更正前后对照!A5", "经办人：王老师　复核人：赵老师", "更正前后对照!A6", "（盖章）2020 年 11 月 16 日")));
		assertThat(read.accepted()).isTrue();
		assertThat(read.refusals()).isEmpty();
		assertThat(read.reviewer()).contains(new Reviewer(Desk.CORRECTIONS, ""));
		assertThat(read.decisions()).singleElement().satisfies((decision) -> {
			assertThat(decision.caseId()).isEqualTo("c-name");
			assertThat(decision.answer()).isEqualTo(Answer.SENT);
			assertThat(decision.on()).contains(LocalDate.of(2020, 11, 16));
			assertThat(decision.reviewer().word()).isEqualTo(Seals.REGISTRAR);
			assertThat(decision.evidence() + decision.route() + decision.by() + decision.remark()).isEmpty();
		});
		assertThat(read.unanswered()).isOne();
	}

	@Test
	void aWorkbookWithoutADayChangesNothing() throws Exception {
		ReturnedWorkbook read = this.returned.read(this.returned.corrections());
		assertThat(read.accepted()).isTrue();
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).isEmpty();
		assertThat(read.unanswered()).isEqualTo(2);
	}

	@Test
	void theListMayBeSortedAndThePlatformsSheetGivenAway() throws Exception {
		ReturnedWorkbook read = this.returned.read(Returned.edit(this.returned.corrections(), (book) -> {
			Returned.type(book, SENT + 3, "2020-11-16");
			Sheet sheet = book.getSheet("更正前后对照");
			for (int column = 0; column < sheet.getRow(0).getLastCellNum(); column++) {
				String first = text(sheet.getRow(1), column);
				Returned.fresh(sheet.getRow(1), column).setCellValue(text(sheet.getRow(2), column));
				Returned.fresh(sheet.getRow(2), column).setCellValue(first);
			}
			book.removeSheetAt(book.getSheetIndex("学籍信息修改"));
		}));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).extracting(Decision::caseId).containsExactly("c-birth");
	}

	@Test
	void whatIsNoDayAndWhatIsNoCorrectionIsRefusedWithItsCell() throws Exception {
		Path written = this.returned.corrections();
		ReturnedWorkbook read = this.returned.read(Returned.edit(written,
				(book) -> Returned.type(book, SENT + 2, "已报", SENT + 3, "2020-11-19", SENT + 5, "2020-11-16")));
		assertThat(read.decisions()).isEmpty();
		assertThat(read.refusals()).extracting(RefusedAnswer::cell)
			.containsExactly(Returned.at(written, SENT + 2), Returned.at(written, SENT + 3),
					Returned.at(written, "更正前后对照!编号:5"));
		assertThat(read.refusals()).extracting(RefusedAnswer::caseId).containsExactly("c-name", "c-birth", "");
	}

	@Test
	void aCorrectionOfAnotherStudentIsSeen() throws Exception {
		Path written = this.returned.corrections();
		ReturnedWorkbook read = this.returned.read(Returned.edit(written,
				(book) -> Returned.type(book, SENT + 2, "2020-11-16", "更正前后对照!学号:2", "2020010999")));
		assertThat(read.decisions()).isEmpty();
		assertThat(read.refusals()).extracting(RefusedAnswer::cell)
			.containsExactly(Returned.at(written, "更正前后对照!学号:2"));
	}

	@Test
	void onlyTheRegistrarHandsIn() throws Exception {
		Path written = this.returned.corrections();
		ReturnedWorkbook read = this.returned.reader().read(written, Reviewer.of(Returned.COLLEGE));
		assertThat(read.accepted()).isFalse();
		assertThat(this.returned.reader().read(written, Reviewer.REGISTRAR).accepted()).isTrue();
	}

	@Test
	void aRefusedFileStillTellsWhoseItIs() throws Exception {
		Path college = Returned.edit(this.returned.college(), (book) -> Returned.type(book, "教务名单:1", "教务"));
		assertThat(this.returned.read(college).accepted()).isFalse();
		assertThat(this.returned.read(college).reviewer()).contains(Reviewer.of(Returned.COLLEGE));
		Path registrar = Returned.edit(this.returned.registrar(), (book) -> Returned.type(book, "_manifest!A6", "c-x"));
		assertThat(this.returned.read(registrar).reviewer()).contains(Reviewer.REGISTRAR);
		Path sent = Returned.edit(this.returned.corrections(), (book) -> Returned.type(book, "更正前后对照!已上报:1", "日期"));
		assertThat(this.returned.read(sent).accepted()).isFalse();
		assertThat(this.returned.read(sent).reviewer().map(Reviewer::registrar)).contains(true);
		Path broken = Returned.edit(this.returned.college(), (book) -> Returned.type(book, "_manifest!A2", "x"));
		assertThat(this.returned.read(broken).reviewer()).isEmpty();
		this.returned.campaign = "freshman-2021";
		assertThat(this.returned.read(college).reviewer()).isEqualTo(Optional.empty());
	}

	@Test
	void aWorkbookOfTheVersionBeforeIsToldSoAndWhoseItIs() throws Exception {
		Path old = Returned.edit(this.returned.college(), (book) -> {
			Sheet manifest = book.getSheet(Seals.SHEET);
			Returned.type(book, "_manifest!B1", "2", "_manifest!A5", "finding_id");
			manifest.forEach((row) -> Optional.ofNullable(row.getCell(2)).ifPresent(row::removeCell));
		});
		ReturnedWorkbook read = this.returned.read(old);
		assertThat(read.accepted()).isFalse();
		assertThat(read.reviewer()).contains(Reviewer.of(Returned.COLLEGE));
		assertThat(read.refusals()).singleElement()
			.satisfies((refusal) -> assertThat(refusal.reason())
				.isEqualTo("_manifest!A1：这是另一个版本的系统生成的工作簿；请用最近一期的工作簿填写后交回"));
	}

	private static String text(Row row, int column) {
		return (row.getCell(column) == null) ? "" : row.getCell(column).toString();
	}

}
