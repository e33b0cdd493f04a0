package io.rollcall.campaign;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which columns of a delivered code table ({@code TD_*}) hold the code and its meaning.
 *
 * @param code the index of the column with the code, from 0
 * @param meaning the index of the column with the words
 */
public record CodeTableColumns(int code, int meaning) {

	private static final Pattern CODE = Pattern.compile("dm|[a-z]+dm|.*代码|.*编码|.*代号|代码值|code|[a-z_]+code|bm|值");

	private static final Pattern MEANING = Pattern.compile("mc|[a-z]+mc|.*名称|名|含义|代码含义|name|[a-z_]+name|label");

	/**
	 * Finds the two columns by their headers.
	 * @param header the headers of the table
	 * @return the columns, or empty when the table does not look like a code table
	 */
	public static Optional<CodeTableColumns> find(List<String> header) {
		List<String> names = header.stream().map(HeaderText::normalise).toList();
		Optional<Integer> meaning = first(names, (name) -> MEANING.matcher(name).matches());
		Optional<Integer> code = first(names, (name) -> CODE.matcher(name).matches());
		if (code.isEmpty() || meaning.isEmpty() || code.equals(meaning)) {
			return Optional.empty();
		}
		return Optional.of(new CodeTableColumns(code.get(), meaning.get()));
	}

	private static Optional<Integer> first(List<String> names, Predicate<String> matches) {
		return IntStream.range(0, names.size()).filter((i) -> matches.test(names.get(i))).boxed().findFirst();
	}

}
