package io.rollcall.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a value differs, as colleges state it, with the route that follows (docs/rules.md,
 * "Causes and routes"). The first that fits a text is meant.
 */
public enum Reason {

	/** Changed at the police between the exam and the entry. */
	PERSONAL_EARLY("ROUTE-DEFER", "(入学前|入校前|录取后|报到前|高考后|高中)[^;；]*(变更|更名|改名|修改|更改|变化)"),
	/** Changed at the police while studying. */
	PERSONAL_STUDY("ROUTE-PROVINCE-WINDOW", "(在校|入学后|就读|在学|学习)[^;；]*(期间)?[^;；]*(变更|更名|改名|修改|更改)"),
	/** Another change of the person's own data; in the first year all are deferred. */
	PERSONAL("ROUTE-DEFER", "个人[^;；]*(变更|原因更改|更名|改名|修改)|公安[^;；]*(变更|已改|更改)|更名|改名|曾用名|户籍变更|民族变更"),
	/** From a lower degree. */
	UPGRADE("ROUTE-ESCALATE", "专升本"),
	/** Change of the major or the like. */
	TRANSFER("ROUTE-NONE", "转专业|异动|转学|降级|留级"),
	/** The photo. */
	PHOTO("ROUTE-PHOTO", "照片|图像"),
	/** The student sees no record. */
	NOTFOUND("ROUTE-ACCOUNT", "查不到|查无"),
	/** Two records on one number. */
	DUPLICATE("ROUTE-ESCALATE", "重号|重复"),
	/** The admission data are wrong. */
	ADMISSION("ROUTE-SOURCE-PROVINCE", "录取(数据|信息|库|时)?[^;；]*(错|误|缺)|高考报名|报名(时|信息|数据)?[^;；]*(错|误|缺)|招办|考试院"),
	/** The school reported it wrongly. */
	UPLOAD("ROUTE-PLATFORM", "上报|上传|报送|学信网[^;；]*(录入|错)|平台[^;；]*(录入|错)"),
	/** The school entered it wrongly. */
	SCHOOL("ROUTE-SCHOOL", "学校[^;；]*(录入|录错|错|误)|学院[^;；]*(录入|录错)|教务[^;；]*(录入|错|误)|录入(错|有误|失误)|系统录入"),
	/** Only shown differently. */
	DISPLAY("ROUTE-NONE", "显示|间隔号|生僻字|截断|全角|半角"),
	/** The account, not the record. */
	ACCOUNT("ROUTE-ACCOUNT", "账号|帐号|账户|帐户"),
	/** Not known. */
	UNKNOWN("ROUTE-EVIDENCE", "待查|不详|不清楚|未知|其他");

	private static final List<Reason> ALL = List.of(values());

	private final String route;

	private final Pattern pattern;

	/** The cause's code among other words. */
	private final Pattern named;

	Reason(String route, String pattern) {
		this.route = route;
		this.pattern = Pattern.compile(pattern);
		this.named = Pattern.compile("(.*[^A-Z-])?" + code() + "([^A-Z-].*)?");
	}

	/**
	 * The reason that a text states.
	 * @param text a code such as {@code CAUSE-SCHOOL}, a choice of the form, or free text
	 * @return the reason, or empty when it states none
	 */
	public static Optional<Reason> of(String text) {
		String said = text.strip();
		String code = said.toUpperCase(Locale.ROOT).replace('_', '-');
		return ALL.stream()
			.filter((reason) -> reason.named.matcher(code).matches())
			.findFirst()
			.or(() -> ALL.stream().filter((reason) -> reason.pattern.matcher(said).find()).findFirst());
	}

	/**
	 * The cause's code.
	 * @return such as {@code CAUSE-PERSONAL-EARLY}
	 */
	public String code() {
		return name().equals("PERSONAL") ? "CAUSE-PERSONAL-EARLY" : "CAUSE-" + name().replace('_', '-');
	}

	/**
	 * Who corrects it.
	 * @return the route's code
	 */
	public String route() {
		return this.route;
	}

	/**
	 * Whether the person's own data changed, which the first year does not allow: until
	 * then the record must equal the admission data.
	 * @return true for changes at the police
	 */
	public boolean isPersonalChange() {
		return this == PERSONAL_EARLY || this == PERSONAL_STUDY || this == PERSONAL;
	}

}
