package io.rollcall.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.source.Row;

/**
 * Tells totals, signature lines, page numbers and notes below a list from records. A
 * record that were taken for a footer would be lost silently, so whatever speaks for a
 * student (a number, a sex, a birth date) makes the row a record.
 */
final class ColumnFooters {

	private static final Set<FieldType> NUMBERS = Set.of(FieldType.CANDIDATE_NO, FieldType.STUDENT_NO, FieldType.ID_NO);

	/** 合计, 计算机学院小计, 总计：120人, 共 120 人. */
	private static final Pattern TOTAL = Pattern
		.compile("[^:,。]{0,15}(合计|总计|小计|共计|总人数)(人数)?([:,]?共?\\d*[人名条行]?)|共计?:?\\d+[人名条行页].*");

	/** 填表人：…, 审核人, 打印时间：…, 学院负责人（签字）：…. */
	private static final Pattern SIGNATURE = Pattern
		.compile("[^:,。]{0,8}(填表|制表|填报|经办|审核|复核|负责|主管|联系|打印|导出|制单|统计|报送|签字|签名|盖章|领导)"
				+ "(人|员|者|单位|部门|时间|日期|领导)?(\\([^()]*\\)|签字|签名|盖章)*(:.*)?");

	/** 第 1 页, 第1页共5页, 共 5 页. */
	private static final Pattern PAGE = Pattern.compile("[-—]*第\\d+页.*|共\\d+页.*");

	/** 说明：…, 注：…, 备注：…, 注1：…, 以下空白. */
	private static final Pattern NOTE = Pattern
		.compile("(填表|填写)?(说明|备注|附注|注释|注意|注意事项|注|数据来源|来源)\\d*[:.、].*|-*以下(空白|无正文)-*");

	private static final List<Pattern> FOOTERS = List.of(TOTAL, SIGNATURE, PAGE, NOTE);

	/** Characters of which every label of {@link #FOOTERS} has one. */
	private static final String TELLING = "计总填制经审复负主联打导统报签盖领第共说注来以";

	/** Between these no character folds to another one. */
	private static final char FIRST_PLAIN = '\u4E00';

	private static final char LAST_PLAIN = '\u9FFF';

	/** Nobody's name, even in the name column. */
	private static final Pattern BARE = Pattern
		.compile("(合计|总计|小计|共计|总人数)\\d*人?|[填制]表人|[审复]核人|负责人|联系人|(打印|导出|制表|填表)(时间|日期)|.*\\d页.*|.*空白");

	/** In hanzi; longer names hold a separator, which no label does. */
	private static final int LONGEST_NAME = 4;

	/**
	 * Radicals, punctuation and everything else that Chinese texts are made of follow.
	 */
	private static final int FIRST_HANZI = 0x2E80;

	private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cntrl}]");

	private static final Pattern COUNT = Pattern.compile("\\d{1,5}");

	/** Anything that may be a number of a student, damaged and masked ones included. */
	private static final Pattern NUMBER = Pattern.compile("(?=(?:.*\\d){2})[A-Za-z0-9()*.+]{6,}|[A-Za-z]+\\d+");

	private static final Pattern DATE = Pattern.compile("\\d{4}[.]\\d{1,2}[.]\\d{1,2}");

	private final Map<Integer, Field> fields;

	ColumnFooters(SortedMap<Integer, Field> fields) {
		this.fields = fields;
	}

	boolean isFooter(Row row) {
		int first = filled(row, 0);
		if (first < 0) {
			return false;
		}
		int second = filled(row, first + 1);
		boolean numbered = second >= 0 && !this.fields.containsKey(first) && COUNT.matcher(text(row, first)).matches();
		int label = numbered ? second : first;
		return isLabel(row, label) && !isCalledSo(row, label)
				&& this.fields.keySet().stream().noneMatch((i) -> speaksForRecord(row, i));
	}

	private static int filled(Row row, int from) {
		for (int i = from; i < row.cells().size(); i++) {
			if (!row.cell(i).isBlank()) {
				return i;
			}
		}
		return -1;
	}

	/** Every label has a hanzi, and most first cells, which are numbers, have none. */
	private static boolean isLabel(Row row, int column) {
		if (!mayBeLabel(row.cell(column).text())) {
			return false;
		}
		String text = text(row, column);
		return FOOTERS.stream().anyMatch((pattern) -> pattern.matcher(text).matches());
	}

	/**
	 * Somebody may be called 合计 or 王领导: beside anything in a number column it is a name,
	 * and so is a short text that only resembles a label.
	 */
	private boolean isCalledSo(Row row, int label) {
		if (type(label) != FieldType.NAME) {
			return false;
		}
		String text = text(row, label);
		boolean resembles = text.codePointCount(0, text.length()) <= LONGEST_NAME && text.indexOf(':') < 0
				&& !BARE.matcher(text).matches();
		return resembles
				|| this.fields.keySet().stream().anyMatch((i) -> NUMBERS.contains(type(i)) && !row.cell(i).isBlank());
	}

	private boolean speaksForRecord(Row row, int column) {
		Field field = this.fields.get(column);
		if (field == null) {
			return false;
		}
		String text = text(row, column);
		FieldType type = field.type();
		if (NUMBERS.contains(type)) {
			return NUMBER.matcher(text).matches() && !DATE.matcher(text).matches();
		}
		return type == FieldType.SEX && text.matches("[男女]性?")
				|| type == FieldType.DATE && field.name().equals("birth_date") && text.matches("(?:\\D*\\d){6,}\\D*");
	}

	/**
	 * A cheap look at a cell as read: the characters that tell labels, or one that may be
	 * folded to such a character.
	 */
	static boolean mayBeLabel(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= FIRST_HANZI && (c < FIRST_PLAIN || c > LAST_PLAIN || TELLING.indexOf(c) >= 0)) {
				return true;
			}
		}
		return false;
	}

	private FieldType type(int column) {
		return this.fields.containsKey(column) ? this.fields.get(column).type() : FieldType.TEXT;
	}

	private static String text(Row row, int column) {
		return INVISIBLE.matcher(Normalizer.normalize(row.cell(column).text(), Normalizer.Form.NFKC)).replaceAll("");
	}

}
