package io.rollcall.cases;

import java.time.LocalDate;
import java.util.List;

import io.rollcall.cases.CaseFile.Held;
import io.rollcall.cases.ReturnedRow.Given;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a college's answer beside its case while the registrar's sending back holds, so
 * that he can take that back.
 */
final class SetAside {

	private SetAside() {
	}

	/** What is kept, or null. */
	static Held of(String json) {
		if (json == null) {
			return null;
		}
		JsonNode kept = JsonMapper.shared().readTree(json);
		String on = kept.get(6).asString();
		return new Held(
				new Given(kept.get(0).asString(), kept.get(1).asString(), kept.get(2).asString(),
						kept.get(3).asString(), kept.get(4).asString(), on.isEmpty() ? null : LocalDate.parse(on),
						kept.get(5).asString()),
				kept.get(7).asString(), kept.get(8).asString(), kept.get(9).asString());
	}

	/** An answer as it is kept. */
	static String json(Held held) {
		Given given = held.given();
		return JsonMapper.shared()
			.writeValueAsString(List.of(given.answer(), given.value(), given.evidence(), given.route(), given.by(),
					given.remark(), (given.on() != null) ? given.on().toString() : "", held.desk(), held.reference(),
					held.turn()));
	}

}
