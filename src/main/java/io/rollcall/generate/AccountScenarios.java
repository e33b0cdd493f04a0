package io.rollcall.generate;

import java.util.List;

import io.rollcall.generate.FormEntry.Form;

/**
 * Problems with accounts of the platform, and what the reported photos and counts say.
 */
final class AccountScenarios {

	private static final List<String[]> PROMPTS = Lists.table("prompts.tsv");

	private static final String PROBLEM = "ACCOUNT_PROBLEM";

	private static final String WAITING = "待审核";

	/**
	 * Uploads of which the third working day was before the business date, weekends
	 * included.
	 */
	private static final List<String> OVERDUE = List.of("20201104", "20201105", "20201106", "20201107", "20201108");

	/**
	 * Of the first the third working day is the business date, of the last the deadline.
	 */
	private static final List<String> IN_TIME = List.of("20201109", "20201110", "20201112", "20201117");

	/** The third working day is after the deadline. */
	private static final List<String> TOO_LATE = List.of("20201118", "20201119", "20201120");

	static final List<Scenario> LIST = List.of(
			Scenario.account("account problem from the pick list", (scene) -> problem(scene, any(scene), true)),
			Scenario.account("account problem told by its prompt", (scene) -> problem(scene, any(scene), false)),
			Scenario.account("prompt that shows another account", (scene) -> {
				String account = scene.pick("li" + ForeignNumbers.digits(scene.random(), 6) + "@example.com",
						"130****" + ForeignNumbers.digits(scene.random(), 4));
				row(scene).put("prompt", "电子邮件（或手机号）已被用户 " + account + " 绑定邮箱（或手机）时使用");
				scene.student().expect(PROBLEM, "ACC-09");
			}), Scenario.account("two account problems of one student", (scene) -> {
				problem(scene, of("ACC-07"), false);
				problem(scene, of("ACC-18"), scene.random().nextBoolean());
			}), Scenario.account("the same account problem twice", (scene) -> {
				String[] words = any(scene);
				problem(scene, words, true);
				row(scene).about(words[0]).put("prompt", words[2]);
			}), Scenario.account("prompt that nobody knows", (scene) -> {
				row(scene).put("problem", scene.pick("", "其他")).put("prompt", scene.pick("网页一直显示空白", "系统繁忙请稍后再试"));
				scene.student().expect("ACCOUNT_PROBLEM_UNRECOGNISED", "");
			}), Scenario.account("audit that waits for more than three working days", (scene) -> {
				FormEntry row = audited(scene, WAITING, Lists.pick(scene.random(), OVERDUE));
				also(scene, row, "ACCOUNT_AUDIT_OVERDUE");
			}), Scenario.account("audit that cannot end before the deadline", (scene) -> {
				FormEntry row = audited(scene, WAITING, Lists.pick(scene.random(), TOO_LATE));
				also(scene, row, "ACCOUNT_AUDIT_TOO_LATE");
			}), Scenario.account("audit that is in time", (scene) -> {
				audited(scene, WAITING, Lists.pick(scene.random(), IN_TIME));
			}), Scenario.account("old upload that was decided", (scene) -> {
				audited(scene, scene.pick("审核通过", "审核失败"), Lists.pick(scene.random(), OVERDUE));
			}), Scenario.account("all uploads used up", (scene) -> {
				FormEntry row = audited(scene, "审核失败", "20201110").put("uploads_total", scene.pick("5", "6"));
				also(scene, row, "ACCOUNT_LIMIT_REACHED");
			}), Scenario.account("all uploads of the day used up", (scene) -> {
				FormEntry row = audited(scene, "审核失败", "20201112").put("uploads_today", "3")
					.put("uploads_total", scene.pick("3", "4"));
				also(scene, row, "ACCOUNT_LIMIT_REACHED");
			}), Scenario.account("all help requests of the day used up", (scene) -> {
				FormEntry row = problem(scene, of("ACC-22"), true).put("helps_today", scene.pick("5", "6"));
				also(scene, row, "ACCOUNT_LIMIT_REACHED");
			}), Scenario.account("counts one below their limits", (scene) -> {
				audited(scene, "审核失败", "20201112").put("uploads_total", "4")
					.put("uploads_today", "2")
					.put("helps_today", "4");
			}), Scenario.account("photo of another type", (scene) -> {
				FormEntry row = audited(scene, "审核失败", "20201110").put("photo_type",
						scene.pick("bmp", "heic", "webp", "pdf", "tif"));
				also(scene, row, "ACCOUNT_EVIDENCE_REFUSED");
			}), Scenario.account("photo too large", (scene) -> {
				FormEntry row = audited(scene, "审核失败", "20201110").put("photo_size",
						scene.pick("301KB", "512KB", "350K", "1.2MB"));
				also(scene, row, "ACCOUNT_EVIDENCE_REFUSED");
			}), Scenario.account("one photo or three", (scene) -> {
				FormEntry row = audited(scene, "审核失败", "20201110").put("photo_count", scene.pick("1", "3"));
				also(scene, row, "ACCOUNT_EVIDENCE_REFUSED");
			}), Scenario.account("photos of just the allowed size", (scene) -> {
				audited(scene, "审核通过", "20201110").put("photo_size", scene.pick("300KB", "300K"))
					.put("photo_type", scene.pick("JPG", "gif"));
			}), Scenario.account("further account problem without a number", (scene) -> {
				FormEntry row = problem(scene, any(scene), true);
				scene.student().send(row.copy().put("student_no", "").expect("ROW_NO_KEY"));
			}));

	private AccountScenarios() {
	}

	private static String[] any(Scene scene) {
		return Lists.pick(scene.random(), PROMPTS);
	}

	private static String[] of(String code) {
		return PROMPTS.stream().filter((row) -> row[0].equals(code)).findFirst().orElseThrow();
	}

	private static FormEntry row(Scene scene) {
		FormEntry row = FormEntry.of(Form.ACCOUNTS, scene.student())
			.put("happened_on", "202011%02d".formatted(4 + scene.random().nextInt(9)));
		scene.student().send(row);
		return row;
	}

	/** A problem with its code, or told in the words of the site. */
	private static FormEntry problem(Scene scene, String[] words, boolean picked) {
		scene.student().expect(PROBLEM, words[0]);
		FormEntry row = row(scene).about(words[0]).put("problem", picked ? words[1] : scene.pick("", "其他"));
		return row.put("prompt", (picked && scene.random().nextBoolean()) ? "" : words[2]);
	}

	/** A problem with photos that keep every rule, and with counts below the limits. */
	private static FormEntry audited(Scene scene, String state, String uploaded) {
		return problem(scene, of(scene.pick("ACC-20", "ACC-21", "ACC-21a")), scene.random().nextBoolean())
			.put("happened_on", "20201104")
			.put("uploaded_on", uploaded)
			.put("audit_state", state)
			.put("uploads_total", scene.pick("1", "2", "3"))
			.put("uploads_today", scene.pick("0", "1"))
			.put("helps_today", scene.pick("", "0", "1"))
			.put("photo_count", "2")
			.put("photo_type", scene.pick("jpg", "jpeg", "png", "JPG"))
			.put("photo_size", scene.pick("86KB", "120KB", "215KB", "280KB"));
	}

	private static void also(Scene scene, FormEntry row, String code) {
		scene.student().expect(code, row.field());
	}

}
