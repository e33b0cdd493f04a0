package io.rollcall.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;

/** The row rules that a catalogue names, in its order. */
public final class RowRules {

	private static final String PACKAGE = RowRules.class.getPackageName() + ".rule.";

	private final List<RowRule> rules = new ArrayList<>();

	/**
	 * The rules of a catalogue.
	 * @param catalogue the catalogue
	 * @throws IllegalStateException when it names a class that is no rule
	 */
	public RowRules(Catalogue catalogue) {
		for (FindingKind kind : catalogue.kinds()) {
			if (kind.rowRule() != null) {
				this.rules.add(instantiate(kind.rowRule()));
			}
		}
	}

	/**
	 * Judges a record by every rule.
	 * @param row the record
	 * @param facts what rules may know besides
	 * @return one mark for each code and field
	 */
	List<Mark> judge(ParsedRow row, RowFacts facts) {
		Marks marks = new Marks();
		for (RowRule rule : this.rules) {
			rule.judge(row, facts, marks);
		}
		return marks.all;
	}

	/** Gathers marks. Most records have none. */
	private static final class Marks implements Consumer<Mark> {

		private List<Mark> all = List.of();

		@Override
		public void accept(Mark mark) {
			for (Mark known : this.all) {
				if (known.code().equals(mark.code()) && known.field().equals(mark.field())) {
					return;
				}
			}
			if (this.all.isEmpty()) {
				this.all = new ArrayList<>();
			}
			this.all.add(mark);
		}

	}

	private static RowRule instantiate(String name) {
		try {
			var constructor = Class.forName(PACKAGE + name).asSubclass(RowRule.class).getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (ReflectiveOperationException | ClassCastException ex) {
			throw new IllegalStateException("the catalogue names the row rule " + name + ", which is none", ex);
		}
	}

}
