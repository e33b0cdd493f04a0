package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldKey;
import io.rollcall.campaign.SourceRole;
import org.jspecify.annotations.Nullable;

/**
 * The differences of one student: one code a field, the gravest of all pairs, with the
 * source that is the odd one out, the proposed cause and the route. Two key fields, or
 * name and ID number together, are not two small things: they are escalated.
 */
final class StudentDifferences {

	private static final Set<Verdict.Level> TELLING = Set.of(Verdict.Level.DIFFERS, Verdict.Level.OTHER_DOCUMENT);

	private final JudgeContext context;

	private final BroadMajors majors;

	private final long student;

	private final @Nullable Change change;

	private final boolean upgrade;

	private final LinkFacts facts;

	private final Set<String> foreign;

	private final Bearers bearers;

	private final DifferenceWords words;

	private final List<Difference> differences = new ArrayList<>();

	/**
	 * The differences of a student.
	 * @param majors the broad majors of the run
	 * @param change the recorded change of status, or null
	 * @param upgrade whether the level is 专升本
	 * @param facts in what the records agree
	 * @param foreign the sources whose record is probably another student's
	 * @param bearers who else bears the candidate numbers
	 */
	StudentDifferences(JudgeContext context, BroadMajors majors, long student, @Nullable Change change, boolean upgrade,
			LinkFacts facts, Set<String> foreign, Bearers bearers) {
		this.context = context;
		this.majors = majors;
		this.student = student;
		this.change = change;
		this.upgrade = upgrade;
		this.facts = facts;
		this.foreign = foreign;
		this.bearers = bearers;
		this.words = new DifferenceWords(context);
	}

	void add(Field field, List<Side> sides) {
		List<Side> own = sides.stream().filter((side) -> !this.foreign.contains(side.role())).toList();
		Verdict worst = worst(field, sides);
		Verdict ownWorst = (own.size() == sides.size()) ? worst : worst(field, own);
		boolean foreignOnly = worst.level() != ownWorst.level();
		boolean absentStudentNo = worst.level() == Verdict.Level.MISSING && field.name().equals("student_no");
		if (worst.level() != Verdict.Level.EQUAL && !absentStudentNo) {
			this.differences.add(new Difference(field, sides.stream().map(Side::role).toList(),
					foreignOnly ? sides : own, foreignOnly ? worst : ownWorst, foreignOnly));
		}
	}

	private Verdict worst(Field field, List<Side> sides) {
		Verdict worst = Verdict.EQUAL;
		for (int i = 0; i < sides.size(); i++) {
			for (int j = i + 1; j < sides.size(); j++) {
				worst = worse(worst, this.majors.compare(field, sides.get(i), sides.get(j)));
			}
		}
		return worst;
	}

	/** Of two equally grave verdicts the notes of both are told. */
	private static Verdict worse(Verdict first, Verdict second) {
		if (first.level() != second.level()) {
			return (first.level().compareTo(second.level()) > 0) ? first : second;
		}
		Set<String> notes = new LinkedHashSet<>(first.notes());
		notes.addAll(second.notes());
		return new Verdict(first.level(), List.copyOf(notes));
	}

	List<Judged> judge() {
		List<String> all = grave(true);
		List<String> own = grave(false);
		return this.differences.stream()
			.map((each) -> judge(each, each.foreign() ? all : own).odd(odd(each)).forRegistrarIf(each.foreign()))
			.toList();
	}

	/** The key fields that differ, with or without those of another student's record. */
	private List<String> grave(boolean withForeign) {
		return this.differences.stream()
			.filter((each) -> each.isGrave() && !isExplained(each) && (withForeign || !each.foreign()))
			.map((each) -> each.field().name())
			.toList();
	}

	private static String odd(Difference difference) {
		List<Side> usable = difference.sides().stream().filter((side) -> !side.unusable()).toList();
		return OddOneOut.of(difference.field(), difference.verdict().level(), usable).map(Side::role).orElse("");
	}

	/** The school has the new value already, and nobody else does. */
	private boolean isExplained(Difference difference) {
		return this.change != null && this.change.explains(difference.field().name())
				&& difference.filled()
					.stream()
					.filter((side) -> side.role().equals("roster"))
					.anyMatch((side) -> OddOneOut.isAlone(difference.field(), side, difference.filled()));
	}

	private Judged judge(Difference difference, List<String> grave) {
		Field field = difference.field();
		Judged judged = Judged.of(code(difference), this.student, field.name(), difference.roles());
		if (field.key() == FieldKey.JOIN && TELLING.contains(difference.verdict().level())) {
			return key(judged, difference);
		}
		String told = join(this.words.values(difference), this.words.notes(difference),
				difference.isDisplay() ? text("display", display(difference).route()) : "");
		if (difference.isDisplay()) {
			judged = judged.routed(Cause.DISPLAY.code(), display(difference).route(), "");
		}
		if (field.informational() || difference.verdict().level() == Verdict.Level.FORMAT_ONLY) {
			return judged.severity("I").detail(told, formatAdvised(difference) ? text("separator") : "");
		}
		if (difference.verdict().level() == Verdict.Level.BROAD_MAJOR) {
			return broadMajor(judged, difference);
		}
		if (!TELLING.contains(difference.verdict().level())) {
			return judged.detail(told, text("todo." + difference.verdict().level()));
		}
		return differs(judged, difference, grave);
	}

	/** Why the records are held for one student's although a number differs. */
	private Judged key(Judged judged, Difference difference) {
		String number = difference.field().name();
		String bearer = number.equals("candidate_no") ? this.bearers.told(this.student) : "";
		String todo = text(bearer.isEmpty() ? "key.todo" : bearer + ".todo");
		return judged
			.detail(join(this.words.values(difference), basis(difference), bearer.isEmpty() ? "" : text(bearer)), todo)
			.about("", bearer.isEmpty() ? "" : text("partners", this.bearers.partners(this.student, text("stop.mark"))),
					"");
	}

	private String basis(Difference difference) {
		List<Side> pair = difference.differing().get(0);
		List<String> agreed = this.facts.agreed(difference.field().name(), pair.get(0).role(), pair.get(1).role());
		if (agreed.isEmpty()) {
			return text(this.facts.confirmed() ? "key.confirmed" : "key.indirect");
		}
		String told = agreed.stream()
			.map(this.context::field)
			.collect(Collectors.joining(this.context.messages().get("intake.comma")));
		boolean person = agreed.stream().anyMatch((field) -> !LinkFacts.isNumber(field));
		return text(person ? "key" : "key.only", told);
	}

	/** No error of anybody, but a person has to say so once for all in the job file. */
	private Judged broadMajor(Judged judged, Difference difference) {
		BroadMajors.Broad broad = this.majors.find(difference.filled()).orElseThrow();
		String line = broad.majors().stream().collect(Collectors.joining("\", \"", "\"", "\""));
		return judged.severity("W")
			.detail(join(this.words.values(difference),
					text("broadMajor", broad.name(), broad.students(), broad.majors().size())),
					text("broadMajor.todo", broad.name(), line));
	}

	private Judged differs(Judged judged, Difference difference, List<String> grave) {
		if (this.change != null && isExplained(difference)) {
			Cause cause = Cause.TRANSFER;
			return judged.severity("I")
				.detail(join(this.words.values(difference), text("explained", this.change.told()), told(cause)),
						text("route.ROUTE-NONE"))
				.routed(cause.code(), cause.route(), "");
		}
		if (difference.verdict().level() == Verdict.Level.OTHER_DOCUMENT) {
			Cause cause = Cause.UNKNOWN;
			return judged.severity("W")
				.detail(join(this.words.values(difference), this.words.notes(difference), told(cause)),
						text("documents.todo"))
				.routed(cause.code(), cause.route(), "");
		}
		Optional<Side> odd = OddOneOut.majority(difference.field(), difference.sides());
		String deciding = odd.map((side) -> text("odd.majority", this.context.role(side.role())))
			.orElseGet(() -> authority(difference).map((role) -> text("odd.authority", this.context.role(role)))
				.orElse(""));
		Cause cause = cause(difference, odd, grave);
		String stop = grave.contains("name") && grave.contains("id_no") && this.facts.isAnotherUnderOneNumber()
				? text("stop") : "";
		return judged.severity("E")
			.detail(join(this.words.values(difference), this.words.notes(difference), stop, deciding,
					(this.change != null) ? text("change", this.change.told()) : "", told(cause)),
					text("route." + cause.route()))
			.routed(cause.code(), cause.route(), odd.map(Side::role).orElse(""));
	}

	/** Nothing is corrected, except a wrong separator at the platform. */
	private static Cause display(Difference difference) {
		return formatAdvised(difference) ? Cause.SEPARATOR : Cause.DISPLAY;
	}

	private String told(Cause cause) {
		return text("cause", text("cause." + cause.code()), cause.code(), cause.route());
	}

	private Cause cause(Difference difference, Optional<Side> odd, List<String> grave) {
		if (grave.size() > 1 && difference.isGrave()) {
			return Cause.MULTI;
		}
		if (this.upgrade) {
			return Cause.UPGRADE;
		}
		return Cause.of(odd.map(Side::role).orElse(""), difference.field().provinceControlled());
	}

	/** Which source is believed where no majority decides. */
	private Optional<String> authority(Difference difference) {
		List<SourceRole> order = this.context.campaign().rules().authority(difference.field());
		return order.stream()
			.map(SourceRole::word)
			.filter((role) -> difference.sides()
				.stream()
				.anyMatch((side) -> side.role().equals(role) && !side.isEmpty()))
			.findFirst();
	}

	private static String code(Difference difference) {
		return switch (difference.verdict().level()) {
			case DIFFERS, OTHER_DOCUMENT, BROAD_MAJOR ->
				(difference.field().key() == FieldKey.JOIN) ? "KEY_DIFFERS" : "FIELD_DIFFERS";
			case TRUNCATED -> (difference.field().key() == FieldKey.JOIN) ? "KEY_DIFFERS" : "FIELD_TRUNCATED";
			case GLYPH -> "FIELD_GLYPH";
			case MISSING -> "FIELD_MISSING";
			default -> "FIELD_FORMAT_ONLY";
		};
	}

	/** The platform should hold the only right separator, whatever the others write. */
	private static boolean formatAdvised(Difference difference) {
		return difference.field().name().equals("name") && difference.sides()
			.stream()
			.anyMatch((side) -> side.role().equals("platform") && side.kinds().contains("separator"));
	}

	private String join(String... parts) {
		List<String> told = new ArrayList<>(List.of(parts));
		told.removeIf(String::isEmpty);
		return String.join(text("stop.mark"), told);
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
