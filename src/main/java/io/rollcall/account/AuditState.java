package io.rollcall.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.identity.Cleaned;

/**
 * How far the service of 学信网 has got with an upload (column 日志状态 of its screen, annex 2
 * section 六).
 */
public enum AuditState {

	/** 待审核: "等待客服审核, 本网站核对无误后将在三个工作日内处理完毕". */
	PENDING("待审核", "audit pending"),
	/** 审核失败: "上传的身份证照片不符合要求、或者有误, 需要重新上传". */
	FAILED("审核失败", "audit failed"),
	/** 审核通过: "审核通过后方可进行实名信息绑定。" */
	PASSED("审核通过", "audit passed");

	private static final Pattern NOT_HANZI = Pattern.compile("[^\\p{IsHan}]");

	private static final Pattern QUESTION = Pattern.compile("是否|能否|[吗么]");

	/**
	 * The words for each state. What says one state is taken out before the next is
	 * looked for: "等待审核通过" and "不通过" hold "通过".
	 */
	private static final List<Map.Entry<AuditState, Pattern>> WORDS = List.of(
			Map.entry(PENDING, Pattern.compile("等?待(?:客服|人工)?(?:审核?|核)(?:通过|结果)?|等待(?:结果)?|审核中|审查中|处理中|正?在审核?"
					+ "|[还尚][没未]有?被?(?:审核?|处理)?(?:通过|完|好|结果|出来)?|^[没未]有?审核?$|已经?(?:上传|提交)(?:成功)?|^(?:上传|提交)成功")),
			Map.entry(FAILED, Pattern.compile("失败|[不未没][有能予被]?(?:审核)?通过|不合格|不符合|驳回|打回|退回|拒绝")),
			Map.entry(PASSED, Pattern.compile("通过|成功|合格")));

	private final String chinese;

	private final String english;

	AuditState(String chinese, String english) {
		this.chinese = chinese;
		this.english = english;
	}

	/**
	 * The state that people mean.
	 * @param text the text as typed
	 * @return the state; empty when the text is blank, names none or names several
	 */
	public static Optional<AuditState> parse(String text) {
		String rest = NOT_HANZI.matcher(PromptText.simplify(Cleaned.compact(text).text())).replaceAll("");
		if (QUESTION.matcher(rest).find()) {
			return Optional.empty();
		}
		Set<AuditState> named = EnumSet.noneOf(AuditState.class);
		for (Map.Entry<AuditState, Pattern> words : WORDS) {
			Matcher matcher = words.getValue().matcher(rest);
			if (matcher.find()) {
				named.add(words.getKey());
				rest = matcher.replaceAll(" ");
			}
		}
		return (named.size() == 1) ? Optional.of(named.iterator().next()) : Optional.empty();
	}

	/**
	 * The words for it in a language.
	 * @param locale the language
	 * @return the words of 学信网, or English ones
	 */
	public String text(Locale locale) {
		return locale.getLanguage().equals("en") ? this.english : this.chinese;
	}

}
