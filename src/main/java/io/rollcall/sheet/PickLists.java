package io.rollcall.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.text.Messages;
import org.apache.poi.ss.util.CellReference;

/**
 * What readers choose from, on a hidden sheet: a list written into a validation itself
 * may hold 255 characters only. The lists name nothing that belongs to another college.
 */
public final class PickLists {

	/** The hidden sheet. */
	static final String SHEET = "_lists";

	private final Map<String, List<String>> lists = new LinkedHashMap<>();

	/**
	 * The range of a list.
	 * @param book the workbook
	 * @param key the texts are {@code report.choice.<key>.1} and so on
	 */
	public String range(Book book, String key) {
		return range(key, choices(book.messages(), key));
	}

	/**
	 * The range of a list.
	 * @param key the list's name in this workbook
	 * @param wanted what is chosen from
	 */
	public String range(String key, List<String> wanted) {
		List<String> choices = this.lists.computeIfAbsent(key, (name) -> wanted);
		String column = CellReference.convertNumToColString(List.copyOf(this.lists.keySet()).indexOf(key));
		return SHEET + "!$" + column + "$2:$" + column + "$" + (choices.size() + 1);
	}

	/** The choices of a list in their order. */
	public static List<String> choices(Messages messages, String key) {
		List<String> choices = new ArrayList<>();
		while (messages.has("report.choice." + key + "." + (choices.size() + 1))) {
			choices.add(messages.get("report.choice." + key + "." + (choices.size() + 1)));
		}
		return choices;
	}

	void write(Book book) {
		if (this.lists.isEmpty()) {
			return;
		}
		SheetRows rows = book.rows(book.hiddenSheet(SHEET));
		int longest = this.lists.values().stream().mapToInt(List::size).max().orElse(0);
		for (int i = 0; i <= longest; i++) {
			rows.begin(i);
			int column = 0;
			for (Map.Entry<String, List<String>> list : this.lists.entrySet()) {
				String text = (i == 0) ? list.getKey()
						: (i <= list.getValue().size()) ? list.getValue().get(i - 1) : "";
				if (!text.isEmpty()) {
					rows.text(column, text);
				}
				column++;
			}
			rows.end();
		}
	}

}
