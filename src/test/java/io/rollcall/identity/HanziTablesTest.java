package io.rollcall.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How {@code radicals.tsv} and {@code variants.tsv} are derived. Their sources are not
 * part of this repository: {@code -P on-request -Drollcall.unicode} names a folder with
 * the files of the Unicode Character Database and Unihan (Debian's package unicode-data
 * installs {@code /usr/share/unicode}), {@code -Drollcall.tgh} a table of number,
 * standard character, traditional form and variants of 通用规范汉字表, appendix 1, one form a
 * line ({@code ts_tgh_convert.txt} of danny0838/sts-lib, version 0.24). With
 * {@code -Drollcall.write-docs=true} the tables are written anew.
 */
class HanziTablesTest {

	private static final Path TABLES = Path.of("src/main/resources/io/rollcall/identity");

	/**
	 * What neither source has: systems without U+4DAE tell people to use U+9F91, and 靑 is
	 * what NFKC makes of the Kangxi radical that stands for 青.
	 */
	private static final List<String> OWN = List.of("龑䶮", "青靑");

	@Test
	@Tag("on-request")
	@EnabledIfSystemProperty(named = "rollcall.unicode", matches = ".+")
	void radicalsAreThoseOfUnicode() throws IOException {
		StringBuilder table = new StringBuilder("radical\thanzi\n");
		for (String line : Files.readAllLines(unicode("EquivalentUnifiedIdeograph.txt"))) {
			String[] cells = line.split("#", 2)[0].strip().split("\\s*;\\s*");
			if (cells.length == 2) {
				String[] range = cells[0].split("\\.\\.");
				for (int c = hex(range[0]); c <= hex(range[range.length - 1]); c++) {
					String radical = Character.toString(c);
					if (Normalizer.isNormalized(radical, Normalizer.Form.NFKC)) {
						table.append(radical + "\t" + Character.toString(hex(cells[1])) + "\n");
					}
				}
			}
		}
		compare("radicals.tsv", table.toString());
	}

	@Test
	@Tag("on-request")
	@EnabledIfSystemProperty(named = "rollcall.unicode", matches = ".+")
	@EnabledIfSystemProperty(named = "rollcall.tgh", matches = ".+")
	void variantsAreThoseOfTheNationalTableAndOfUnihan() throws IOException {
		Set<Integer> standard = new TreeSet<>();
		for (String[] cells : unihan("Unihan_OtherMappings.txt")) {
			if (cells[1].equals("kTGH")) {
				standard.add(hex(cells[0].substring(2)));
			}
		}
		assertThat(standard).hasSize(8105);
		Forms forms = new Forms(standard);
		for (String line : Files.readAllLines(Path.of(System.getProperty("rollcall.tgh")))) {
			String[] cells = (line + "\t\t").split("\t", -1);
			forms.national(cells[1], cells[2] + cells[3]);
		}
		for (String[] cells : unihan("Unihan_Variants.txt")) {
			for (String target : cells[2].split(" ")) {
				forms.unihan(cells[1], hex(cells[0].substring(2)), hex(target.split("<")[0].substring(2)));
			}
		}
		OWN.forEach((pair) -> forms.join(pair.codePointAt(0), pair.codePointAt(1)));
		compare("variants.tsv", forms.table());
	}

	@Test
	void everyRadicalIsOutsideTheHanzi() {
		assertThat(Resources.table("radicals.tsv")).hasSizeGreaterThan(100).allSatisfy((row) -> {
			assertThat(row[0].codePointCount(0, row[0].length())).isEqualTo(1);
			assertThat(Radicals.unify(row[0])).isEqualTo(row[1]);
			assertThat(Radicals.unify(row[1])).isEqualTo(row[1]);
		});
	}

	@Test
	void formsAreSymmetricAndFoldToOneCharacter() {
		assertThat(Resources.table("variants.tsv")).hasSizeGreaterThan(5000).allSatisfy((row) -> {
			int first = row[0].codePointAt(0);
			assertThat(row[1].codePoints().distinct().count()).isEqualTo(row[1].codePoints().count());
			row[1].codePoints().forEach((form) -> {
				assertThat(Variants.related(first, form)).isTrue();
				assertThat(Variants.related(form, first)).isTrue();
				int folded = Variants.standard(form);
				assertThat(Variants.standard(folded)).as(Character.toString(form)).isEqualTo(folded);
			});
		});
	}

	@Test
	void lookAlikesAreNoHanzi() {
		assertThat(Resources.table("look-alikes.tsv")).isNotEmpty().allSatisfy((row) -> {
			assertThat(CodePoints.isHanzi(row[0].codePointAt(0))).isFalse();
			assertThat(CodePoints.isHanzi(row[1].codePointAt(0))).isTrue();
			assertThat(LookAlikes.hanzi(row[0].codePointAt(0))).isEqualTo(row[1].codePointAt(0));
		});
	}

	/** The pairs, by each of their characters. */
	private static final class Forms {

		/** Overlapping in some meanings only: 一 and 壹 are two characters. */
		private static final Set<String> LOOSE = Set.of("kSemanticVariant", "kSpoofingVariant");

		private static final Set<String> SURE = Set.of("kSimplifiedVariant", "kTraditionalVariant", "kZVariant");

		private final Set<Integer> standard;

		/** Those that the national table gives other forms of, in its order. */
		private final Set<Integer> preferred = new LinkedHashSet<>();

		private final Map<Integer, Set<Integer>> pairs = new TreeMap<>();

		Forms(Set<Integer> standard) {
			this.standard = standard;
		}

		/** One character of the national table with one traditional form and variants. */
		void national(String character, String others) {
			int first = character.codePointAt(0);
			this.preferred.add(first);
			List<Integer> forms = new ArrayList<>(others.codePoints().boxed().toList());
			for (int form : forms) {
				join(first, form);
				forms.stream()
					.filter((other) -> !(this.standard.contains(form) && this.standard.contains(other)))
					.forEach((other) -> join(form, other));
			}
		}

		/**
		 * What Unihan calls a variant. Where meanings or looks only overlap, two
		 * characters of the national table are two characters (彬 and 斌, 日 and 曰).
		 */
		void unihan(String kind, int first, int second) {
			boolean both = this.standard.contains(first) && this.standard.contains(second);
			if (SURE.contains(kind) || LOOSE.contains(kind) && !both) {
				join(first, second);
			}
		}

		void join(int first, int second) {
			if (first != second) {
				this.pairs.computeIfAbsent(first, (c) -> new TreeSet<>()).add(second);
				this.pairs.computeIfAbsent(second, (c) -> new TreeSet<>()).add(first);
			}
		}

		/**
		 * A form that no standard character has is one of those that its own forms have
		 * (沢 of 泽, by way of 澤).
		 */
		private void throughForms() {
			Map<Integer, Set<Integer>> far = new HashMap<>();
			this.pairs.forEach((c, forms) -> {
				if (!this.standard.contains(c) && forms.stream().noneMatch(this.standard::contains)) {
					far.put(c,
							forms.stream()
								.flatMap((form) -> this.pairs.get(form).stream())
								.filter(this.standard::contains)
								.collect(Collectors.toSet()));
				}
			});
			far.forEach((c, standards) -> standards.forEach((standard) -> join(c, standard)));
		}

		/** Each pair once, with the character of the national table in front. */
		String table() {
			throughForms();
			Set<Integer> order = new LinkedHashSet<>(this.preferred);
			order.addAll(this.standard);
			order.addAll(this.pairs.keySet());
			StringBuilder table = new StringBuilder("standard\tforms\n");
			Set<Integer> done = new TreeSet<>();
			for (int c : order) {
				String forms = this.pairs.getOrDefault(c, Set.of())
					.stream()
					.filter((form) -> !done.contains(form))
					.map(Character::toString)
					.collect(Collectors.joining());
				done.add(c);
				if (!forms.isEmpty()) {
					table.append(Character.toString(c) + "\t" + forms + "\n");
				}
			}
			return table.toString();
		}

	}

	private static void compare(String file, String table) throws IOException {
		if (Boolean.getBoolean("rollcall.write-docs")) {
			Files.writeString(TABLES.resolve(file), table);
		}
		assertThat(Files.readString(TABLES.resolve(file))).isEqualTo(table);
	}

	private static int hex(String digits) {
		return Integer.parseInt(digits, 16);
	}

	private static Path unicode(String file) {
		return Path.of(System.getProperty("rollcall.unicode"), file);
	}

	/**
	 * The entries of a file of Unihan, which packages compress: character, kind, text.
	 */
	private static List<String[]> unihan(String file) throws IOException {
		Path packed = unicode(file + ".bz2");
		try (InputStream in = Files.exists(packed) ? new BZip2CompressorInputStream(Files.newInputStream(packed))
				: Files.newInputStream(unicode(file));
				BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			return reader.lines().filter((line) -> line.startsWith("U+")).map((line) -> line.split("\t")).toList();
		}
	}

}
