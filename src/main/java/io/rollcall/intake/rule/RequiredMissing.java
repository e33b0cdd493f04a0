package io.rollcall.intake.rule;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;
import io.rollcall.intake.Value;
import io.rollcall.source.Cell;

/** A required field is empty. Judged for the columns that the file has. */
final class RequiredMissing implements RowRule {

	private static final Set<SourceRole> JUDGED = EnumSet.of(SourceRole.ROSTER, SourceRole.PLATFORM);

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (!JUDGED.contains(facts.role())) {
			return;
		}
		for (Field field : facts.campaign().rules().required()) {
			Value value = row.valueOrNull(field.name());
			if (value != null && value.isMissing()) {
				marks.accept(new Mark("REQUIRED_MISSING", field.name(), detail(value, facts), ""));
			}
		}
	}

	private static String detail(Value value, RowFacts facts) {
		return switch (value.state()) {
			case ERROR -> facts.messages().get("findings.REQUIRED_MISSING.error", value.cell().text());
			case PLACEHOLDER -> facts.messages().get("findings.REQUIRED_MISSING.placeholder");
			default -> facts.messages()
				.get((value.cell().kind() == Cell.Kind.UNCALCULATED) ? "findings.REQUIRED_MISSING.formula"
						: "findings.REQUIRED_MISSING.blank");
		};
	}

}
