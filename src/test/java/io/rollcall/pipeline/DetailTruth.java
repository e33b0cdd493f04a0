package io.rollcall.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what a finding's detail says and holds it against the finding's other columns.
 */
final class DetailTruth {

	private static final Map<String, String> ROLES = Map.of("教务名单", "roster", "学信网导出", "platform", "录取数据", "admission");

	private static final String SOME = "((?:教务名单|学信网导出|录取数据)(?:、(?:教务名单|学信网导出|录取数据))*)";

	private static final Pattern EMPTY = Pattern.compile(SOME + "为空，" + SOME + "有值");

	private static final Pattern AGAINST = Pattern.compile(SOME + "与" + SOME + "不同");

	private static final Pattern DIFFER = Pattern.compile("(?<![与、])" + SOME + "(?:各不相同|不同)");

	private static final Pattern MISSING = Pattern.compile(SOME + "中没有该生；见于" + SOME);

	private static final Pattern OTHERS = Pattern.compile("另有 (\\d+) [名条].*其中其他学院 (\\d+) [名条]");

	private static final List<String> BASES = List.of("相同认定为同一学生", "未必是同一学生", "经第三个来源对应", "由人工确认为同一学生");

	/** An empty cell, and the words for nothing that the generator stages. */
	private static final Set<String> NOTHING = Set.of("", "暂无", "无", "空", "未知", "待补", "不详", "-", "/", "NULL");

	private DetailTruth() {
	}

	static void check(NamedCsvRecord finding) {
		String detail = finding.getField("detail");
		String where = finding.getField("code") + " " + finding.getField("field") + ": " + detail;
		if (finding.getField("code").startsWith("FIELD_") || finding.getField("code").equals("KEY_DIFFERS")) {
			values(finding, detail, where);
		}
		each(MISSING, detail, (said) -> {
			assertThat(roles(said.group(1))).as(where).noneMatch((role) -> stands(finding, role));
			assertThat(roles(said.group(2))).as(where).allMatch((role) -> stands(finding, role));
		});
		each(OTHERS, detail, (said) -> assertThat(Integer.parseInt(said.group(2))).as(where)
			.isLessThanOrEqualTo(Integer.parseInt(said.group(1))));
		if (finding.getField("code").equals("KEY_DIFFERS") && !detail.contains("截断")) {
			assertThat(BASES.stream().filter(detail::contains)).as(where).hasSize(1);
		}
		assertThat(detail.contains("证件类型不同") && detail.contains("ROUTE-PROVINCE")).as(where).isFalse();
	}

	private static void values(NamedCsvRecord finding, String detail, String where) {
		each(EMPTY, detail, (said) -> {
			assertThat(told(finding, said.group(1))).as(where).allMatch(NOTHING::contains);
			assertThat(told(finding, said.group(2))).as(where).noneMatch(String::isEmpty);
		});
		each(AGAINST, detail,
				(said) -> told(finding, said.group(1))
					.forEach((one) -> assertThat(told(finding, said.group(2))).as(where)
						.noneMatch((other) -> other.equals(one) || other.isEmpty() || one.isEmpty())));
		each(DIFFER, detail,
				(said) -> assertThat(told(finding, said.group(1))).as(where)
					.doesNotContain("")
					.doesNotHaveDuplicates());
	}

	private static void each(Pattern pattern, String detail, java.util.function.Consumer<Matcher> check) {
		Matcher said = pattern.matcher(detail);
		while (said.find()) {
			check.accept(said);
		}
	}

	private static List<String> roles(String words) {
		return Stream.of(words.split("、")).map(ROLES::get).toList();
	}

	private static List<String> told(NamedCsvRecord finding, String words) {
		List<String> told = new ArrayList<>();
		roles(words).forEach((role) -> told.add(finding.getField(role + "_value")));
		return told;
	}

	private static boolean stands(NamedCsvRecord finding, String role) {
		return Stream.of(finding.getField("locations").split(";")).anyMatch((place) -> place.startsWith(role + ":"));
	}

}
