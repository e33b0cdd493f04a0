package io.rollcall.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.rollcall.identity.DocumentType;

/**
 * The codes of a province's delivery. Half of the provinces number the names in their own
 * way, and one has other codes for the sexes, so that only the delivered tables help.
 */
final class ProvinceCodes implements BiFunction<String, String, Entry> {

	private static final String OWN_SEX_CODES = "65";

	private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();

	ProvinceCodes(String province) {
		boolean own = Population.provinces().indexOf(province) % 2 == 1;
		this.codes.put("sex", province.equals(OWN_SEX_CODES) ? codes("0", "男", "1", "女") : codes("1", "男", "2", "女"));
		this.codes.put("ethnic_group",
				own ? numbered(ethnicGroups())
						: codes("01", "汉族", "02", "蒙古族", "03", "回族", "04", "藏族", "05", "维吾尔族", "06", "苗族", "07", "彝族",
								"08", "壮族", "09", "布依族", "11", "满族", "12", "侗族", "13", "瑶族", "14", "白族", "15", "土家族",
								"17", "哈萨克族", "97", "其他"));
		this.codes.put("political_status", own ? numbered(List.of("群众", "共青团员", "中共预备党员", "中共党员"))
				: codes("01", "中共党员", "02", "中共预备党员", "03", "共青团员", "13", "群众"));
	}

	private static List<String> ethnicGroups() {
		return Stream
			.concat(Stream.of("ethnic.tsv", "minority.tsv")
				.flatMap((list) -> Lists.table(list).stream())
				.map((row) -> row[0]), Stream.of("其他"))
			.distinct()
			.toList();
	}

	private static Map<String, String> numbered(List<String> names) {
		Map<String, String> codes = new LinkedHashMap<>();
		names.forEach((name) -> codes.put(name, Integer.toString(codes.size() + 1)));
		return codes;
	}

	private static Map<String, String> codes(String... codesAndNames) {
		Map<String, String> codes = new LinkedHashMap<>();
		for (int i = 0; i < codesAndNames.length; i += 2) {
			codes.put(codesAndNames[i + 1], codesAndNames[i]);
		}
		return codes;
	}

	@Override
	public Entry apply(String field, String value) {
		if (field.equals("id_type")) {
			return Entry.of(DocumentType.parse(value).map(DocumentType::code).orElse(value));
		}
		return Entry.of(this.codes.getOrDefault(field, Map.of()).getOrDefault(value, value));
	}

	/** Writes the tables TD_XBDM, TD_MZDM and TD_ZZMMDM. */
	void write(Path folder) throws IOException {
		Map<String, String> names = Map.of("sex", "XB", "ethnic_group", "MZ", "political_status", "ZZMM");
		for (Map.Entry<String, Map<String, String>> table : this.codes.entrySet()) {
			String name = names.get(table.getKey());
			Map<String, Integer> fields = new LinkedHashMap<>();
			fields.put(name + "DM", 2);
			fields.put(name + "MC", 30);
			try (DbfTable file = new DbfTable(folder.resolve("TD_" + name + "DM.dbf"), fields)) {
				for (Map.Entry<String, String> code : table.getValue().entrySet()) {
					file.row(List.of(Entry.of(code.getValue()), Entry.of(code.getKey())));
				}
			}
		}
	}

}
