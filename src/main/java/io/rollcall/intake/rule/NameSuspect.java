package io.rollcall.intake.rule;

import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The name holds what names do not hold. */
final class NameSuspect implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (!row.name().problems().isEmpty()) {
			String detail = row.name()
				.problems()
				.stream()
				.map((problem) -> facts.messages().get("findings.NAME_SUSPECT." + problem))
				.collect(Collectors.joining(facts.messages().get("findings.separator")));
			marks.accept(new Mark("NAME_SUSPECT", "name", detail, ""));
		}
	}

}
