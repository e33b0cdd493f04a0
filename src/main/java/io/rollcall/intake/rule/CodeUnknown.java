package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;
import io.rollcall.intake.Value;

/**
 * A value in no code table. A college is judged in the roster only, because the other
 * sources write old and shortened names.
 */
final class CodeUnknown implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		for (Value value : row.values()) {
			if (value.state() == Value.State.UNKNOWN_CODE) {
				boolean college = value.field().type() == FieldType.COLLEGE;
				if (!college || facts.role() == SourceRole.ROSTER) {
					String key = "findings.CODE_UNKNOWN." + (college ? "college" : "detail");
					marks.accept(new Mark("CODE_UNKNOWN", value.field().name(), facts.messages().get(key), ""));
				}
			}
		}
	}

}
