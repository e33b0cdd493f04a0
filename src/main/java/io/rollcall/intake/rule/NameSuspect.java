package io.rollcall.intake.rule;

import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/**
 * The name holds what names do not hold. Where most names of a file are masked, that is
 * told once a file; a Latin word for nothing that came so far is a name.
 */
final class NameSuspect implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		boolean toldAlready = row.name().isMasked() && facts.namesMasked();
		if (!row.name().problems().isEmpty() && !row.name().isDoubtful() && !toldAlready) {
			String detail = row.name()
				.problems()
				.stream()
				.map((problem) -> facts.messages().get("findings.NAME_SUSPECT." + problem))
				.collect(Collectors.joining(facts.messages().get("findings.separator")));
			marks.accept(new Mark("NAME_SUSPECT", "name", detail, ""));
		}
	}

}
