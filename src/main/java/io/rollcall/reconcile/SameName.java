package io.rollcall.reconcile;

import java.util.HashMap;
import java.util.Map;

import io.rollcall.identity.PersonName;
import io.rollcall.identity.TextComparison;
import org.jspecify.annotations.Nullable;

/**
 * Whether two names may be one person's: equal after normalisation, one cut at a field's
 * width, or one with a missing or replaced rare character.
 */
final class SameName {

	private static final int REMEMBERED = 100_000;

	private final Map<String, Boolean> known = new HashMap<>();

	boolean agree(SourceRow first, SourceRow second) {
		return agree(first.writtenName(), second.writtenName());
	}

	/** A cut is measured on the cells: cleaning makes a name longer or shorter. */
	boolean agree(WrittenName first, WrittenName second) {
		return first.name() != null && first.name().equals(second.name()) || agree(first.cell(), second.cell());
	}

	/**
	 * Whether two records that share a number are surely about two people. A masked name
	 * neither agrees nor differs, so the ID number decides.
	 */
	boolean differ(SourceRow first, SourceRow second) {
		boolean unknown = first.name() == null || second.name() == null;
		return unknown ? first.idDiffers(second) : !agree(first, second) && !first.sameId(second);
	}

	boolean agree(@Nullable String first, @Nullable String second) {
		if (first == null || second == null) {
			return false;
		}
		if (first.equals(second)) {
			return true;
		}
		if (this.known.size() > REMEMBERED) {
			this.known.clear();
		}
		String key = (first.compareTo(second) < 0) ? first + '\n' + second : second + '\n' + first;
		return this.known.computeIfAbsent(key, (any) -> compare(first, second));
	}

	private static boolean compare(String first, String second) {
		return switch (TextComparison.ofNames(PersonName.parse(first), PersonName.parse(second)).level()) {
			case EXACT, DISPLAY, GLYPH, TRUNCATED -> true;
			default -> false;
		};
	}

}
