package io.rollcall.intake;

import java.util.function.Consumer;

/**
 * A rule about one record. The catalogue ({@code findings.yml}) names the class that
 * judges a code; rules have a constructor without parameters and keep no state.
 */
public interface RowRule {

	/**
	 * Judges a record.
	 * @param row the record
	 * @param facts what the rule may know besides the record
	 * @param marks receives what the rule found; each field at most once
	 */
	void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks);

}
