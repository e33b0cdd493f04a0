package io.rollcall.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

import io.rollcall.catalogue.FindingKind.Receipt;
import io.rollcall.catalogue.FindingKind.Sheet;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalogue says of each code, held against those who ask it. */
class CatalogueTest {

	private static final Collection<FindingKind> KINDS = Catalogue.shipped().kinds();

	private static final Messages MESSAGES = Messages.of("en");

	@ParameterizedTest
	@EnumSource(Sheet.class)
	void everySheetHasCodesAndAName(Sheet sheet) {
		assertThat(Catalogue.shipped().codesOn(sheet)).isNotEmpty();
		assertThat(MESSAGES.has("report.sheet." + sheet.name().toLowerCase(Locale.ROOT))).isTrue();
	}

	@Test
	void whoHasNotLookedIsListedApart() {
		assertThat(Catalogue.shipped().codesAs(Receipt.APART)).isEqualTo(Catalogue.shipped().codesOn(Sheet.UNCHECKED));
	}

	@Test
	void theTextsOfWhatAlmostFitsBelongToOneCodeEach() {
		List<String> nearly = new ArrayList<>();
		KINDS.forEach((kind) -> nearly.addAll(kind.nearly()));
		assertThat(nearly).doesNotHaveDuplicates().allMatch((key) -> MESSAGES.has("explain.nearly." + key));
		// Those that stand for a whole page and for no rule.
		Set<String> frame = Set.of("none", "status", "absent", "unusable", "unusable.why", "looked", "notation",
				"namesakes", "link", "weights");
		assertThat(ResourceBundle.getBundle("io.rollcall.text.explain", Locale.ENGLISH).keySet())
			.filteredOn((key) -> key.startsWith("explain.nearly."))
			.map((key) -> key.substring("explain.nearly.".length()))
			.filteredOn((key) -> !frame.contains(key) && !key.startsWith("notation."))
			.containsExactlyInAnyOrderElementsOf(nearly);
	}

}
