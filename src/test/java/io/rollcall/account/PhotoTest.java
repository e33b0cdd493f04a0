package io.rollcall.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.account.PhotoCheck.Result;
import io.rollcall.account.PhotoFacts.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** Photos as reported ({@code photos.tsv}) and photos in a folder. */
class PhotoTest {

	private static final String JPEG = "ffd8ffe000104a46";

	private static final String PNG = "89504e470d0a1a0a";

	private static final String GIF = "4749463839610100";

	@TempDir
	private Path folder;

	static Stream<CaseTable.Row> photos() {
		return CaseTable.rows("photos.tsv");
	}

	@ParameterizedTest
	@MethodSource("photos")
	void reportedPhotosAreJudged(CaseTable.Row row) {
		PhotoFacts facts = PhotoFacts.parse(row.get("count"), row.get("type"), row.get("size"));
		assertThat(facts.breaches()).isEqualTo(rules(row.get("breaches")));
		assertThat(facts.unreadable()).isEqualTo(rules(row.get("unreadable")));
		assertThat(facts.boundary()).isEqualTo(row.yes("boundary"));
		assertThat(facts.isRefused()).isEqualTo(!row.get("breaches").isEmpty());
	}

	@Test
	void twoPhotosPass() throws IOException {
		photo("front.jpg", JPEG, 1000);
		photo("back.PNG", PNG, AccountLimits.PHOTO_BYTES);
		photo(".hidden", GIF, 10);
		Files.createDirectory(this.folder.resolve("folder.jpg"));
		assertThat(PhotoCheck.check(this.folder)).isEqualTo(Result.PASS);
	}

	@Test
	void anyOtherNumberIsRefused() throws IOException {
		assertThat(PhotoCheck.check(this.folder)).isEqualTo(Result.COUNT);
		photo("a.jpg", JPEG, 1000);
		assertThat(PhotoCheck.check(this.folder)).isEqualTo(Result.COUNT);
		Files.createSymbolicLink(this.folder.resolve("link.jpg"), this.folder.resolve("a.jpg"));
		assertThat(PhotoCheck.check(this.folder)).isEqualTo(Result.COUNT);
		photo("b.gif", GIF, 1000);
		assertThat(PhotoCheck.check(this.folder)).isEqualTo(Result.PASS);
		photo("c.bmp", "424d", AccountLimits.PHOTO_BYTES + 1);
		assertThat(PhotoCheck.check(this.folder)).isEqualTo(Result.COUNT);
	}

	@Test
	void extensionAndContentMustAgreeAndBeAllowed() throws IOException {
		photo("a.jpeg", JPEG, 1000);
		for (String name : new String[] { "b.bmp", "b", "jpg", "b.jpg.exe" }) {
			expectWithA(name, JPEG, 1000, Result.TYPE);
		}
		expectWithA("b.jpg", PNG, 1000, Result.TYPE);
		expectWithA("b.png", JPEG, 1000, Result.TYPE);
		expectWithA("b.gif", "47494638", 4, Result.PASS);
		expectWithA("b.gif", "4749", 2, Result.TYPE);
		expectWithA("b.jpg", "", 0, Result.TYPE);
		expectWithA("b.jpg", JPEG, AccountLimits.PHOTO_BYTES + 1, Result.SIZE);
		expectWithA("b.bmp", "424d", AccountLimits.PHOTO_BYTES + 1, Result.TYPE);
	}

	@Test
	void whatCannotBeReadIsNotNamed() {
		Path missing = this.folder.resolve("secret");
		assertThatIOException().isThrownBy(() -> PhotoCheck.check(missing))
			.withNoCause()
			.withMessageNotContaining("secret");
	}

	private void expectWithA(String name, String beginning, int size, Result result) throws IOException {
		photo(name, beginning, size);
		assertThat(PhotoCheck.check(this.folder)).as(name + " " + beginning).isEqualTo(result);
		Files.delete(this.folder.resolve(name));
	}

	private void photo(String name, String beginning, int size) throws IOException {
		Files.write(this.folder.resolve(name), Arrays.copyOf(HexFormat.of().parseHex(beginning), size));
	}

	private static Set<Rule> rules(String cell) {
		return cell.isEmpty() ? Set.of()
				: Arrays.stream(cell.split(",")).map(Rule::valueOf).collect(Collectors.toSet());
	}

}
