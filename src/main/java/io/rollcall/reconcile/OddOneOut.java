package io.rollcall.reconcile;

import java.util.List;
import java.util.Optional;

/** Which of three sources stands alone. */
final class OddOneOut {

	private OddOneOut() {
	}

	/**
	 * The source whose value differs while two others agree.
	 * @param sides what the sources say
	 * @return the odd one, or empty when no two of three agree
	 */
	static Optional<Side> majority(List<Side> sides) {
		List<Side> filled = sides.stream().filter((side) -> side.value() != null).toList();
		if (filled.size() < 3) {
			return Optional.empty();
		}
		return filled.stream()
			.filter((side) -> filled.stream().filter((other) -> other.value().equals(side.value())).count() == 1)
			.filter((side) -> filled.stream().filter((other) -> other != side).map(Side::value).distinct().count() == 1)
			.findFirst();
	}

}
