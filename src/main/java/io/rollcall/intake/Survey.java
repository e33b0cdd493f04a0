package io.rollcall.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.ColumnDamage;
import io.rollcall.identity.Masks;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import io.rollcall.source.TableHandler;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file while it is read: finds the header of every sheet, hands on the rows
 * below, and learns what only the whole file can tell (whether doubled columns agree,
 * whether every row is of another school or cohort, whether the ID column went through a
 * number format).
 */
final class Survey implements TableHandler {

	private final HeaderMapper mapper;

	private final SourceRole role;

	private final Runnable everyRow;

	private final OtherCampaign otherCampaign;

	private final GarbledNames garbled = new GarbledNames();

	private final Field idField;

	private final Field nameField;

	private final FileFacts assumed;

	private final BiConsumer<Row, Section> records;

	private final SexNumbers sexNumbers;

	private final List<SheetPlan> plans = new ArrayList<>();

	private final List<Notice> notices = new ArrayList<>();

	private final List<SheetEnd> ends = new ArrayList<>();

	private final Map<String, Map<RowClass, Long>> passedOver = new LinkedHashMap<>();

	private ColumnDamage idColumn = ColumnDamage.NONE;

	private long names;

	private long maskedNames;

	private @Nullable HeaderRefusal refusal;

	private final DoubledColumns doubled = new DoubledColumns();

	private long rows;

	private boolean cut;

	private String sheet = "";

	private @Nullable ShownFields fields;

	private SectionFinder lists;

	private MergedCells merged = new MergedCells(List.of());

	private long filled;

	private @Nullable List<Row> head;

	/**
	 * A survey of a file.
	 * @param everyRow called for each row; what it throws ends the reading
	 * @param assumed what is known of the file from an earlier survey; most formats tell
	 * merged areas behind the rows
	 * @param records takes the rows below headers that should be records, each with its
	 * list
	 */
	Survey(Campaign campaign, SourceRole role, HeaderMapper mapper, Runnable everyRow, FileFacts assumed,
			BiConsumer<Row, Section> records) {
		this.assumed = assumed;
		this.records = records;
		this.mapper = mapper;
		this.role = role;
		this.everyRow = everyRow;
		this.lists = new SectionFinder(new FurtherHeaders(mapper, role));
		this.otherCampaign = new OtherCampaign(campaign, role);
		this.idField = campaign.fields().get("id_no");
		this.nameField = campaign.fields().get("name");
		this.sexNumbers = new SexNumbers(campaign.fields().get("sex"));
	}

	@Override
	public void startSheet(Sheet sheet) {
		this.sheet = sheet.name();
		this.merged = new MergedCells(this.assumed.merged(this.plans.size()));
		this.lists = new SectionFinder(new FurtherHeaders(this.mapper, this.role));
		this.head = new ArrayList<>();
		if (sheet.header() != null) {
			this.fields = this.mapper.shown(sheet.header());
			accept(this.mapper.map(sheet.header()));
		}
	}

	@Override
	public void row(Row row) {
		this.everyRow.run();
		if (this.head == null) {
			look(row);
			return;
		}
		this.head.add(row);
		if (this.head.size() >= HeaderMapper.SEARCH_ROWS) {
			accept(this.mapper.search(this.head));
		}
	}

	@Override
	public void endSheet(SheetEnd end) {
		if (this.head != null) {
			accept(this.mapper.search(this.head));
		}
		this.lists.released().ifPresent(this::record);
		List<Section> sections = this.lists.sections();
		this.plans.add(new SheetPlan(this.sheet, sections, MergedCells.below(end.merged(), sections)));
		this.filled += this.merged.filled();
		this.ends.add(end);
	}

	@Override
	public void notice(Notice notice) {
		if (notice.kind() == Notice.Kind.CUT_OFF) {
			this.cut = true;
		}
		else {
			boolean ofFields = notice.kind() == Notice.Kind.FIELDS_NOT_READ;
			this.notices.add(ofFields ? named().of(notice) : notice);
		}
	}

	private ShownFields named() {
		return Objects.requireNonNull(this.fields, "only formats that name their fields tell of them");
	}

	private void accept(HeaderSearch search) {
		List<Row> buffered = Objects.requireNonNullElse(this.head, List.of());
		this.head = null;
		search.mapping().map(Section::first).ifPresent(this.lists::start);
		if (this.lists.current() == null && this.refusal == null) {
			this.refusal = search.refusal().orElse(null);
		}
		buffered.forEach(this::look);
	}

	private void look(Row row) {
		Section section = this.lists.current();
		RowClass rowClass = (section != null) ? section.classOf(row) : null;
		if (section == null || rowClass == null) {
			return;
		}
		this.merged.pass(row);
		if (rowClass == RowClass.RECORD && section.mapping().holdsNumber(row)) {
			// Nearly every row; neither a header nor a title has a number.
			this.lists.released().ifPresent(this::record);
			record(this.merged.filled(row));
			return;
		}
		if ((rowClass == RowClass.RECORD || rowClass == RowClass.REPEATED_HEADER) && this.lists.begins(row)) {
			return;
		}
		if (rowClass != RowClass.RECORD) {
			this.passedOver.computeIfAbsent(this.sheet, (name) -> new EnumMap<>(RowClass.class))
				.merge(rowClass, 1L, Long::sum);
			return;
		}
		this.lists.released().ifPresent(this::record);
		Row filled = this.merged.filled(row);
		if (!this.lists.holds(row, filled)) {
			record(filled);
		}
	}

	private void record(Row row) {
		this.rows++;
		this.cut = this.cut || isHalf(row);
		Section list = Objects.requireNonNull(this.lists.current(), "records stand below a header");
		if (!list.refused()) {
			learn(row, list.mapping());
		}
		this.records.accept(row, list);
	}

	private void learn(Row row, ColumnMapping mapping) {
		this.otherCampaign.look(row, mapping);
		this.sexNumbers.look(row, mapping);
		Cell name = cell(row, mapping, this.nameField);
		if (!name.isBlank()) {
			lookAtName(name);
		}
		Cell id = cell(row, mapping, this.idField);
		if (!id.isBlank()) {
			lookAtId(id);
		}
		this.doubled.look(row, mapping);
	}

	private static Cell cell(Row row, ColumnMapping mapping, Field field) {
		Optional<Integer> column = mapping.column(field);
		return column.isPresent() ? row.cell(column.get()) : Cell.BLANK;
	}

	private static boolean isHalf(Row row) {
		return row.cells().get(row.cells().size() - 1).kind() == Cell.Kind.HALF;
	}

	private void lookAtId(Cell cell) {
		this.idColumn = this.idColumn.plus(Ids.parse(cell, null));
	}

	private void lookAtName(Cell cell) {
		if (this.garbled.wantsMore()) {
			this.garbled.look(cell);
		}
		this.names++;
		if (Masks.inName(cell.text())) {
			this.maskedNames++;
		}
	}

	/**
	 * The plans of the sheets, in the order of the file.
	 * @return one plan a sheet
	 */
	List<SheetPlan> plans() {
		return this.plans;
	}

	/**
	 * Why the file's header cannot be used.
	 * @return the reason, or empty when at least one sheet can be read
	 */
	Optional<HeaderRefusal> headerRefusal() {
		boolean readable = this.plans.stream().anyMatch((plan) -> plan.mapping().isPresent());
		return this.doubled.refusal().or(() -> readable ? Optional.empty() : Optional.ofNullable(this.refusal));
	}

	/**
	 * Whether the whole file belongs to another school or cohort.
	 * @return what it belongs to, or empty
	 */
	Optional<OtherCampaign.Verdict> otherCampaign() {
		return this.otherCampaign.verdict();
	}

	/**
	 * What the names of the file show of its encoding.
	 * @return the names that were looked at
	 */
	GarbledNames garbledNames() {
		return this.garbled;
	}

	/**
	 * The number of rows that will be read.
	 * @return rows with anything in them below a header
	 */
	long rows() {
		return this.rows;
	}

	/**
	 * What the whole file told.
	 * @return the facts; where they differ from those assumed, another survey must look
	 * again
	 */
	FileFacts facts() {
		return new FileFacts(this.plans.stream().map(SheetPlan::merged).toList(), this.idColumn,
				this.sexNumbers.mayBeStandard(), this.maskedNames * 2 > this.names);
	}

	/**
	 * The number of cells that show the value of a merged area.
	 * @return how many cells of records
	 */
	long filled() {
		return this.filled;
	}

	/**
	 * Whether the file ends in the middle of a record or a table.
	 * @return true when students may be missing because of it
	 */
	boolean isCut() {
		return this.cut;
	}

	List<Notice> sourceNotices() {
		return this.notices;
	}

	List<SheetEnd> ends() {
		return this.ends;
	}

	/**
	 * Rows below a header that are no records.
	 * @return by sheet and class, how many
	 */
	Map<String, Map<RowClass, Long>> passedOver() {
		return this.passedOver;
	}

}
