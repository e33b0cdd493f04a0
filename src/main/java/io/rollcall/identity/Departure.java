package io.rollcall.identity;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether the status columns of a record say that its student has left the school
 * (docs/rules.md, "Earlier students who have left"). Somebody who died, keeps a place or
 * is away has not left in this sense.
 */
public final class Departure {

	private static final List<String> STAYS = List.of("死亡", "恢复", "复学");

	/** Not yet, not at all, or something else: 未毕业, 应届毕业生, 延期毕业, 毕业班, 转专业转出. */
	private static final Pattern OTHERWISE = Pattern
		.compile("(?:未|非|拟|待|将|预|延期|延迟|推迟|暂缓|申请|应届|本届)[^,，;；]{0,8}(?:毕业|结业|肄业|退学|注销|取消|放弃|开除|转出)"
				+ "|不[能予准]?(?:毕业|结业|肄业|退学|注销|取消|放弃|开除|转出)"
				+ "|毕业(?:班|年级|设计|论文|实习|审核|资格)|转(?:专业|院|系|班)|(?:取消|放弃)(?:休学|旁听|处分|转学|留级|降级)"
				+ "|撤销.{0,4}(?:退学|注销|取消|开除|决定)|试读|警告|警示|预警|可毕业|达到毕业");

	private static final Pattern LEFT = Pattern.compile("毕业|结业|肄业|退学|注销|取消|放弃|开除|转出");

	private Departure() {
	}

	/**
	 * Whether what is told means that the student has left.
	 * @param states what the status columns say, empty ones left out
	 * @return true when one of them says so and none says otherwise
	 */
	public static boolean isTold(Collection<String> states) {
		return states.stream().anyMatch(Departure::hasLeft)
				&& states.stream().noneMatch((state) -> STAYS.stream().anyMatch(state::contains));
	}

	private static boolean hasLeft(String state) {
		return LEFT.matcher(state).find() && !OTHERWISE.matcher(state).find();
	}

}
