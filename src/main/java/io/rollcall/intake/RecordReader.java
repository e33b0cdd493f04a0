package io.rollcall.intake;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a file into records and refused rows. */
final class RecordReader implements BiConsumer<Row, Section> {

	/** Any number finds the student whom a form is about. */
	private static final List<List<String>> NUMBERS = List.of(List.of("candidate_no"), List.of("student_no"),
			List.of("id_no"));

	private final InputFile file;

	private final ValueParser parser;

	private final RowRules rules;

	private final RowFacts facts;

	private final IntakeSink sink;

	private final RejectedRow rejectedRow;

	private final CleanedCells cleaned = new CleanedCells();

	private final UnknownValues unknown = new UnknownValues();

	private final Map<ColumnMapping, ListReader> lists = new IdentityHashMap<>();

	private final List<List<String>> keys;

	private long read;

	private long loaded;

	private long rejected;

	/** Whether other files decide what becomes of a row. */
	private boolean waits;

	RecordReader(InputFile file, ValueParser parser, RowRules rules, RowFacts facts, boolean unmasked,
			IntakeSink sink) {
		this.file = file;
		this.parser = parser;
		this.rules = rules;
		this.facts = facts;
		this.sink = sink;
		this.rejectedRow = new RejectedRow(facts, unmasked);
		this.keys = file.role().isForm() ? NUMBERS : keys(facts);
	}

	/** The name, which every row needs, is asked for apart. */
	private static List<List<String>> keys(RowFacts facts) {
		return facts.campaign()
			.rules()
			.key()
			.stream()
			.map((fields) -> fields.stream().map(Field::name).filter((field) -> !field.equals("name")).toList())
			.toList();
	}

	/**
	 * Reads a row.
	 * @param row the row
	 * @param section the list that it stands in
	 */
	@Override
	public void accept(Row row, Section section) {
		this.read++;
		if (section.refused()) {
			reject(this.rejectedRow.ofOtherList(row, section.header()));
			return;
		}
		ParsedRow parsed = this.lists.computeIfAbsent(section.mapping(), (list) -> new ListReader(list, this.parser))
			.read(row);
		Optional<Reject> malformed = malformed(row, parsed, section.mapping().width());
		if (malformed.isPresent()) {
			reject(malformed.get());
			return;
		}
		boolean form = this.file.role().isForm();
		boolean identified = hasKey(parsed);
		if (identified && parsed.name().isDoubtful() && !form) {
			acceptForNow(parsed);
		}
		else if (!identified || parsed.name().isAbsent() && !form) {
			reject(this.rejectedRow.noKey(parsed));
		}
		else {
			accept(parsed, List.of());
		}
	}

	/**
	 * A Latin word for nothing is a name if another source gives it for the same number,
	 * which is known when all are read. Until then the record carries its refusal.
	 */
	private void acceptForNow(ParsedRow row) {
		this.waits = true;
		Reject refusal = this.rejectedRow.noKey(row);
		row.value("name")
			.ifPresent((name) -> row
				.replace(Value.valid(name.field(), name.cell(), row.name().comparison(), Set.of(), Set.of())));
		accept(row, List.of(new Mark(Mark.DOUBTFUL, "name", refusal.detail(), refusal.raw())));
	}

	private Optional<Reject> malformed(Row row, ParsedRow parsed, int width) {
		Cell.Kind damage = damage(row);
		if (damage != null) {
			return Optional.of(this.rejectedRow.damaged(row, parsed, damage));
		}
		for (int i = width; i < row.cells().size(); i++) {
			if (!row.cells().get(i).isBlank()) {
				return Optional.of(this.rejectedRow.tooWide(row, parsed, width));
			}
		}
		boolean shifted = parsed.name().isNumber() && !this.file.role().isForm();
		return shifted ? Optional.of(this.rejectedRow.numberForName(row)) : Optional.empty();
	}

	/** Why a row is no record; a half row is always half in its last cell. */
	private static Cell.@Nullable Kind damage(Row row) {
		for (int i = row.cells().size() - 1; i >= 0; i--) {
			Cell.Kind kind = row.cells().get(i).kind();
			if (kind.isMalformed()) {
				return kind;
			}
		}
		return null;
	}

	/** Whether the row has all fields of one of the alternatives by which it is known. */
	private boolean hasKey(ParsedRow row) {
		for (List<String> fields : this.keys) {
			if (hasAll(row, fields)) {
				return true;
			}
		}
		return false;
	}

	/** A damaged, masked or malformed number is a number; a placeholder is none. */
	private static boolean hasAll(ParsedRow row, List<String> fields) {
		for (String field : fields) {
			Value value = row.valueOrNull(field);
			if (value == null || value.isMissing()) {
				return false;
			}
		}
		return true;
	}

	private void accept(ParsedRow row, List<Mark> doubts) {
		if (this.facts.idIsDamaged(row)) {
			row.value("id_no")
				.ifPresent((id) -> row.replace(Value.without(id.field(), id.cell(), Value.State.UNUSABLE)));
		}
		for (int i = 0; i < row.layout().fields().size(); i++) {
			Value value = row.value(i);
			this.cleaned.add(value, row.row(), this.file);
			this.unknown.add(value, row);
		}
		this.loaded++;
		this.sink.record(row,
				doubts.isEmpty() ? marks(row) : Stream.concat(doubts.stream(), marks(row).stream()).toList());
	}

	private List<Mark> marks(ParsedRow row) {
		return isJudged() ? this.rules.judge(row, this.facts) : List.of();
	}

	/**
	 * Students of earlier years serve duplicate checks only, and what people send in is
	 * judged as a whole.
	 */
	private boolean isJudged() {
		return this.file.role().isCompared();
	}

	private void reject(Reject reject) {
		this.rejected++;
		this.sink.reject(reject);
	}

	/** The fields that the file has columns for, in any of its sheets. */
	private static Set<String> columns(List<SheetPlan> plans) {
		Set<String> columns = new TreeSet<>();
		for (SheetPlan plan : plans) {
			plan.mappings().forEach((found) -> found.fields().values().forEach((field) -> columns.add(field.name())));
		}
		return columns;
	}

	/**
	 * What became of the file.
	 * @param plans how its sheets were read
	 * @param notices what the survey noticed
	 */
	FileOutcome outcome(List<SheetPlan> plans, List<FileNotice> notices) {
		List<FileMark> marks = isJudged() ? this.cleaned.marks(this.facts.messages(), this.facts.namesMasked())
				: List.of();
		List<FileNotice> told = new ArrayList<>(notices);
		if (isJudged()) {
			told.addAll(this.unknown.notices(this.file.role(), this.facts.messages()));
		}
		return new FileOutcome(Optional.empty(), this.read, this.loaded, this.rejected, columns(plans), marks, told,
				this.waits ? Optional.empty() : Optional.of(this.facts.businessDay().range()));
	}

}
