package io.rollcall.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.rollcall.campaign.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What rows claim, why, and on what proof, by tables that a registrar can read. */
class ClaimsTest {

	private static final Path CASES = Path.of("src/test/resources/cases/claims");

	record Shape(String title, Map<String, String> row, List<String> claims) {

		@Override
		public String toString() {
			return this.title;
		}

	}

	static List<Shape> shapes() {
		return new YAMLMapper().readValue(CASES.resolve("shapes.yml").toFile(), new TypeReference<>() {
		});
	}

	static Stream<String[]> reasons() {
		return table("reasons.tsv");
	}

	static Stream<String[]> evidence() {
		return table("evidence.tsv");
	}

	private static Stream<String[]> table(String file) {
		try {
			return Files.readAllLines(CASES.resolve(file)).stream().skip(1).map((line) -> line.split("\t", -1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void aRowClaimsWhatItSays(Shape shape) {
		Map<String, Typed> cells = new LinkedHashMap<>();
		shape.row().forEach((column, text) -> cells.put(column, new Typed(text, false)));
		assertThat(ClaimRow.claims(Fields.standard(), cells)).extracting(ClaimsTest::told)
			.containsExactlyElementsOf(shape.claims());
	}

	private static String told(Claim claim) {
		return (claim.kind() != Claim.Kind.VALUE) ? claim.kind().name()
				: claim.field() + "|" + claim.said().text() + "|" + claim.right().text();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("reasons")
	void aReasonIsKnownByItsCodeOrItsWords(String text, String reason) {
		assertThat(Reason.of(text).map(Enum::name).orElse("-")).isEqualTo(reason);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("evidence")
	void onlyAKindOfDocumentIsProof(String text, String named) {
		assertThat(Evidence.isNamed(text)).isEqualTo(named.equals("yes"));
	}

}
