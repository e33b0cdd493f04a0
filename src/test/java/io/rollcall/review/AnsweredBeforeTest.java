package io.rollcall.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.rollcall.facts.CaseRow;
import io.rollcall.report.SampleBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Workbooks that show what was answered before, when they come back. */
class AnsweredBeforeTest {

	private static final List<CaseRow> CASES = List.of(
			SampleBooks.answered("c-name", "name", "CONFIRMED", "测试一", "RETURNED"),
			SampleBooks.answered("c-id", "id_no", "CONFIRMED", "******0016", "RETURNED"));

	@TempDir
	private Path folder;

	private Returned returned;

	private Path college;

	@BeforeEach
	void write() throws Exception {
		this.returned = new Returned(this.folder);
		this.college = this.folder.resolve("计算机学院.xlsx");
		this.returned.books().college(this.college, Returned.COLLEGE, CASES);
	}

	@Test
	void whatComesBackAsItWasWrittenIsNoAnswer() throws Exception {
		assertNobodyAnswered(this.returned.read(this.college));
		Path registrar = this.folder.resolve("registrar.xlsx");
		this.returned.books().registrar(registrar, CASES);
		assertNobodyAnswered(this.returned.read(registrar));
	}

	@Test
	void aDayThatAProgramTurnedIntoADateIsNoAnswerEither() throws Exception {
		assertNobodyAnswered(this.returned.read(Returned.edit(this.college,
				(book) -> Returned.cell(book, "审核日期:2").setCellValue(LocalDate.of(2020, 11, 9)))));
	}

	private static void assertNobodyAnswered(ReturnedWorkbook read) {
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).isEmpty();
		assertThat(read.unanswered()).isEqualTo(2);
	}

	@Test
	void oneChangedCellMakesTheRowAnAnswerOfAllItsCells() throws Exception {
		ReturnedWorkbook read = this.returned
			.read(Returned.edit(this.college, (book) -> Returned.type(book, "备注:2", "已复查", "备注:3", "已复查")));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).extracting(Decision::caseId).containsExactly("c-name", "c-id");
		assertThat(read.decisions()).allSatisfy((decision) -> {
			assertThat(decision.answer()).isEqualTo(Answer.CONFIRMED);
			assertThat(decision.evidence()).isEqualTo("居民身份证");
			assertThat(decision.by()).isEqualTo("王老师");
			assertThat(decision.on()).contains(LocalDate.of(2020, 11, 9));
			assertThat(decision.remark()).isEqualTo("已复查");
			assertThat(decision.correctedValue()).isEmpty();
		});
	}

	@Test
	void anotherConclusionDoesNotStumbleOverTheOldValue() throws Exception {
		ReturnedWorkbook read = this.returned
			.read(Returned.edit(this.college, (book) -> Returned.type(book, "学院审核结论:2", "不属实")));
		assertThat(read.refusals()).isEmpty();
		assertThat(read.decisions()).singleElement().satisfies((decision) -> {
			assertThat(decision.answer()).isEqualTo(Answer.REJECTED);
			assertThat(decision.correctedValue()).isEmpty();
		});
	}

	@Test
	void anotherValueIsHeldAgainstTheFieldAsEver() throws Exception {
		ReturnedWorkbook read = this.returned
			.read(Returned.edit(this.college, (book) -> Returned.type(book, "更正值:2", "测试二", "更正值:3", "******0024")));
		assertThat(read.decisions()).singleElement()
			.satisfies((decision) -> assertThat(decision.correctedValue()).isEqualTo("测试二"));
		assertThat(read.refusals()).extracting(RefusedAnswer::cell).containsExactly(Returned.at(this.college, "更正值:3"));
	}

	@Test
	void aFormulaIsNeverWhatWasWritten() throws Exception {
		ReturnedWorkbook read = this.returned
			.read(Returned.edit(this.college, (book) -> Returned.cell(book, "学院审核结论:2").setCellFormula("\"属实\"")));
		assertThat(read.decisions()).isEmpty();
		assertThat(read.refusals()).extracting(RefusedAnswer::cell)
			.containsExactly(Returned.at(this.college, "学院审核结论:2"));
	}

	@Test
	void theRegistrarChangesHisOwnAnswerAndNotTheCollegesOne() throws Exception {
		Path registrar = this.folder.resolve("registrar.xlsx");
		this.returned.books().registrar(registrar, CASES);
		ReturnedWorkbook read = this.returned.read(Returned.edit(registrar,
				(book) -> Returned.type(book, "复核意见:2", "同意", "复核意见:3", "同意", "学院更正值:3", "******0024")));
		assertThat(read.decisions()).singleElement().satisfies((decision) -> {
			assertThat(decision.caseId()).isEqualTo("c-name");
			assertThat(decision.answer()).isEqualTo(Answer.AGREED);
			assertThat(decision.route()).isEqualTo("学信平台学籍信息修改");
		});
		assertThat(read.refusals()).extracting(RefusedAnswer::cell).containsExactly(Returned.at(registrar, "学院更正值:3"));
		assertThat(read.reviewer()).isEqualTo(Optional.of(Reviewer.REGISTRAR));
	}

}
