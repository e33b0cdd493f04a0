package io.rollcall.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.account.Recognition.How;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Prompts as printed ({@code exact.tsv}), as typed ({@code typed.tsv}), of no known
 * problem ({@code unknown.tsv}); the column of problems ({@code picks.tsv}); what may be
 * stored ({@code cleaned.tsv}).
 */
class ProblemRecogniserTest {

	static Stream<CaseTable.Row> exact() {
		return CaseTable.rows("exact.tsv");
	}

	static Stream<CaseTable.Row> typed() {
		return CaseTable.rows("typed.tsv");
	}

	static Stream<CaseTable.Row> unknown() {
		return CaseTable.rows("unknown.tsv");
	}

	static Stream<CaseTable.Row> picks() {
		return CaseTable.rows("picks.tsv");
	}

	static Stream<CaseTable.Row> cleaned() {
		return CaseTable.rows("cleaned.tsv");
	}

	@ParameterizedTest
	@MethodSource("exact")
	void aPrintedTextIsRecognisedWithoutDoubt(CaseTable.Row row) {
		Recognition recognition = ProblemRecogniser.recognise("", row.get("prompt"));
		assertThat(code(recognition)).isEqualTo(row.get("code"));
		assertThat(recognition.how()).isEqualTo(How.PROMPT);
		assertThat(recognition.confidence()).isEqualTo(1);
	}

	@ParameterizedTest
	@MethodSource("typed")
	void aTypedPromptIsRecognised(CaseTable.Row row) {
		Recognition recognition = ProblemRecogniser.recognise(null, row.get("prompt"));
		assertThat(code(recognition)).isEqualTo(row.get("code"));
		assertThat(recognition.confidence()).isBetween(0.8, 1.0);
		assertThat(recognition.how()).isEqualTo((recognition.confidence() < 1) ? How.NEAR : How.PROMPT);
		assertThat(code(ProblemRecogniser.recognise("其他", row.get("prompt")))).isEqualTo(row.get("code"));
	}

	@ParameterizedTest
	@MethodSource("unknown")
	void noCodeIsInvented(CaseTable.Row row) {
		Recognition recognition = ProblemRecogniser.recognise("", row.get("prompt"));
		assertThat(code(recognition)).isEmpty();
		assertThat(recognition.how()).isNull();
		assertThat(recognition.confidence()).isZero();
	}

	@ParameterizedTest
	@MethodSource("picks")
	void aPickIsRead(CaseTable.Row row) {
		assertThat(code(ProblemRecogniser.recognise(row.get("pick"), ""))).isEqualTo(row.get("code"));
	}

	@ParameterizedTest
	@MethodSource("cleaned")
	void nothingPersonalIsStored(CaseTable.Row row) {
		String cleaned = ProblemRecogniser.clean(row.get("prompt"));
		assertThat(cleaned).isEqualTo(row.get("cleaned"));
		assertThat(ProblemRecogniser.clean(cleaned)).isEqualTo(cleaned);
	}

	@Test
	void theTablesAreLongEnough() {
		Map<String, Long> typed = typed()
			.collect(Collectors.groupingBy((row) -> row.get("code"), Collectors.counting()));
		AccountProblems.all()
			.stream()
			.map(AccountProblem::code)
			.filter((code) -> !code.equals("ACC-25"))
			.forEach((code) -> {
				assertThat(typed.get(code)).as(code).isGreaterThanOrEqualTo(6);
				assertThat(exact().map((row) -> row.get("code"))).contains(code);
			});
		assertThat(typed()).hasSizeGreaterThanOrEqualTo(180);
		assertThat(unknown()).hasSizeGreaterThanOrEqualTo(60);
	}

	@Test
	void thePickDecidesAndTheDisagreementIsTold() {
		Recognition recognition = ProblemRecogniser.recognise("ACC-21", "正在等待激活");
		assertThat(code(recognition)).isEqualTo("ACC-21");
		assertThat(recognition.how()).isEqualTo(How.CODE);
		assertThat(codes(recognition.others())).containsExactly("ACC-08");
		assertThat(ProblemRecogniser.recognise("ACC-08", "正在等待激活").others()).isEmpty();
		assertThat(ProblemRecogniser.recognise("ACC-08", "网页打不开").others()).isEmpty();
		assertThat(codes(ProblemRecogniser.recognise("ACC-05、ACC-21", "").others())).containsExactly("ACC-21");
		assertThat(code(ProblemRecogniser.recognise("不知道", "ACC-21A"))).isEqualTo("ACC-21a");
	}

	/** The pick list is the report's; its words must stay those of the problems. */
	@Test
	void everyEntryOfThePickListIsItsProblem() {
		Messages messages = Messages.of("zh");
		for (int i = 1; messages.has("report.choice.account." + i); i++) {
			String entry = messages.get("report.choice.account." + i);
			String[] parts = entry.split(" ", 2);
			assertThat(AccountProblems.get(parts[0]).title(Locale.CHINESE)).isEqualTo(parts[1]);
			assertThat(ProblemRecogniser.recognise(entry, null).how()).isEqualTo(How.CODE);
			Recognition title = ProblemRecogniser.recognise(parts[1], null);
			assertThat(code(title)).as(entry).isEqualTo(parts[0]);
			assertThat(title.how()).as(entry).isEqualTo(How.PICK);
		}
	}

	@Test
	void confidenceFallsByTheShareOfErrors() {
		assertThat(ProblemRecogniser.recognise("", "查看解决方法").confidence()).isEqualTo(1);
		assertThat(ProblemRecogniser.recognise("", "查看解决方发").confidence()).isEqualTo(1 - 1 / 6.0);
		assertThat(ProblemRecogniser.recognise("", "查看解绝方发").isKnown()).isFalse();
	}

	/** A negation is never a slip of the pen. */
	@Test
	void aNegationTurnsAPromptRound() {
		List.of("手机号无误", "邮箱填写无误", "找到激活邮件", "没有忘记密码", "不可直接登录", "不可以直接登录", "身份证号码不重复", "校验码未过期")
			.forEach((prompt) -> assertThat(ProblemRecogniser.recognise("", prompt).isKnown()).as(prompt).isFalse());
	}

	/** A long or strange text ends, and what is stored of it is short. */
	@Test
	void noTextIsTooStrange() {
		Random random = new Random(21);
		for (int i = 0; i < 2_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = random.nextInt(40); n > 0; n--) {
				text.append((char) random.nextInt(0x10000));
			}
			Recognition recognition = ProblemRecogniser.recognise(text.toString(), text.toString());
			assertThat(recognition.isKnown()).as(text.toString()).isFalse();
			ProblemRecogniser.clean(text.toString());
		}
		String longText = "说明".repeat(100_000);
		assertThat(ProblemRecogniser.clean(longText)).hasSize(500);
		assertThat(ProblemRecogniser.recognise(longText, longText).isKnown()).isFalse();
	}

	@Test
	void theCatalogueIsWhole() {
		assertThat(codes(List.copyOf(AccountProblems.all()))).hasSize(31).startsWith("ACC-01").endsWith("ACC-26");
		for (AccountProblem problem : AccountProblems.all()) {
			for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
				assertThat(problem.title(locale)).isNotBlank();
				assertThat(problem.meaning(locale)).isNotBlank();
				assertThat(problem.route(locale)).isNotBlank();
				assertThat(problem.actor(locale)).isNotBlank();
			}
		}
		assertThat(AccountProblems.find("ACC-27")).isEqualTo(Optional.empty());
		assertThatIllegalArgumentException().isThrownBy(() -> AccountProblems.get("ACC-27"));
	}

	@Test
	void whatAWrongAnswerCostsIsSaid() {
		List<AccountProblem> costly = AccountProblems.all()
			.stream()
			.filter((problem) -> problem.cost(Locale.CHINESE).isPresent())
			.toList();
		assertThat(codes(costly)).containsExactly("ACC-06", "ACC-21", "ACC-21a", "ACC-24");
		for (AccountProblem problem : costly) {
			assertThat(problem.cost(Locale.CHINESE).orElseThrow()).contains("研招推免", "统考", "自主招生", "兵役登记/应征报名");
			assertThat(problem.cost(Locale.ENGLISH).orElseThrow()).contains("研招推免", "兵役登记/应征报名");
		}
		assertThat(codes(AccountProblems.all().stream().filter(AccountProblem::taken).toList())).containsExactly(
				"ACC-05", "ACC-06", "ACC-16", "ACC-20", "ACC-21", "ACC-21a", "ACC-21b", "ACC-21c", "ACC-21d", "ACC-21e",
				"ACC-22", "ACC-24");
	}

	private static String code(Recognition recognition) {
		return recognition.problem().map(AccountProblem::code).orElse("");
	}

	private static List<String> codes(List<AccountProblem> problems) {
		return problems.stream().map(AccountProblem::code).toList();
	}

}
