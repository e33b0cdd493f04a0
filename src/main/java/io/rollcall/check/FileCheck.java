package io.rollcall.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.rollcall.campaign.FileNames;
import io.rollcall.campaign.SourceRole;
import io.rollcall.cases.ShownValues;
import io.rollcall.claims.Claim;
import io.rollcall.intake.ColumnSamples;
import io.rollcall.intake.DeliveredCodes;
import io.rollcall.intake.FileContent;
import io.rollcall.intake.FileIntake.MappedList;
import io.rollcall.intake.FileIntake;
import io.rollcall.intake.FileOutcome;
import io.rollcall.intake.InputFile;
import io.rollcall.intake.InputPaths;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.intake.IntakeSink;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.Reject;
import io.rollcall.reconcile.FormCheck;
import io.rollcall.source.RefusedException;
import io.rollcall.text.Messages;

/**
 * Checks one file: what is understood, what would be refused and what would be flagged.
 * Memory holds the first lines of each code only. For one file each.
 */
public final class FileCheck implements IntakeSink {

	private final IntakeSettings settings;

	private final Messages messages;

	private final SourceRole role;

	private final int most;

	private final Runnable everyRow;

	private final FormCheck form;

	private final ShownValues values;

	private final List<MappedList> lists = new ArrayList<>();

	private final Map<MappedList, ColumnSamples> samples = new LinkedHashMap<>();

	private final Map<String, Long> counts = new TreeMap<>();

	private final List<FileReport.CodeTable> codeTables = new ArrayList<>();

	private final List<FileReport.Line> lines = new ArrayList<>();

	private final List<FileReport.Claimed> claims = new ArrayList<>();

	private long claimed;

	/**
	 * A check.
	 * @param settings what holds for the campaign
	 * @param role the role as which the file is read
	 * @param most as many lines are kept of each code; the rest is counted
	 * @param everyRow called for each row; what it throws ends the check
	 */
	public FileCheck(IntakeSettings settings, SourceRole role, int most, Runnable everyRow) {
		this.settings = settings;
		this.messages = settings.messages();
		this.role = role;
		this.most = most;
		this.everyRow = everyRow;
		this.form = new FormCheck(settings.campaign(), role, settings.businessDate(), settings.messages());
		this.values = new ShownValues(settings.campaign().fields(), false);
	}

	/**
	 * The tables of a folder that may explain codes. One that cannot be read is that
	 * table's own fault.
	 * @param folder the folder
	 * @return its files, in the order of their names; none when it cannot be listed
	 */
	public static List<Path> tablesIn(Path folder) {
		try (Stream<Path> neighbours = Files.list(folder)) {
			return neighbours.sorted().toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/**
	 * Checks a file.
	 * @param file the file; it is opened for reading only
	 * @param beside files that lie where it will lie: a run reads the code tables among
	 * them
	 * @return what was understood
	 */
	public FileReport check(Path file, List<Path> beside) {
		try {
			InputFile input = new InputFile(this.role, InputPaths.shown(file), file.toAbsolutePath(),
					FileContent.of(file));
			FileIntake intake = new FileIntake(input, this.settings, this.everyRow);
			this.lists.addAll(intake.mappings());
			forget();
			FileOutcome outcome = intake.read(codes(beside).forFile(input), this);
			return new FileReport(this.codeTables, tables(), this.lines, this.claims, this.counts, this.claimed,
					outcome);
		}
		catch (RefusedException ex) {
			return FileReport.refused(this.codeTables, ex.problem().reason().name(),
					this.messages.get("source." + ex.problem(), ex.arguments().toArray()));
		}
		catch (IOException ex) {
			return FileReport.refused(this.codeTables, "FILE_UNREADABLE", this.messages.get("source.UNREADABLE"));
		}
	}

	private DeliveredCodes codes(List<Path> beside) {
		DeliveredCodes codes = new DeliveredCodes();
		beside.forEach((table) -> add(codes, table));
		return codes;
	}

	private void add(DeliveredCodes codes, Path table) {
		FileNames.FileName name = FileNames.classify(InputPaths.shown(table), this.role);
		if (name.use() == FileNames.Use.CODE_TABLE && name.field().isPresent()) {
			try {
				codes.add(new InputFile(this.role, InputPaths.shown(table), table, FileContent.unread(0)),
						name.field().get().name());
			}
			catch (RefusedException ex) {
				this.codeTables.add(new FileReport.CodeTable(InputPaths.shown(table),
						this.messages.get("source." + ex.problem(), ex.arguments().toArray())));
			}
		}
	}

	@Override
	public void record(ParsedRow row, List<Mark> rowMarks) {
		this.everyRow.run();
		String sheet = row.row().sheet();
		long number = row.row().number();
		List<Mark> marks = this.role.isForm() ? this.form.check(row) : rowMarks;
		this.samples.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().sheet().equals(sheet) && entry.getKey().from() <= number)
			.reduce((earlier, later) -> later)
			.ifPresent((entry) -> entry.getValue().add(row.row()));
		marks.forEach((mark) -> line(new FileReport.Line(mark.code(), false, sheet, number, mark.field(), mark.detail(),
				mark.suggestion())));
		if (this.role == SourceRole.DISCREPANCIES) {
			this.form.claims(row).forEach((claim) -> claim(sheet, number, claim));
		}
	}

	private void claim(String sheet, long row, Claim claim) {
		if (claim.kind() == Claim.Kind.UNCLEAR) {
			return;
		}
		this.claimed++;
		if (this.claims.size() < this.most) {
			this.claims.add(new FileReport.Claimed(sheet, row, claim.field(), claim.word(),
					this.values.of(claim.field(), claim.right().text().strip())));
		}
	}

	@Override
	public void reject(Reject reject) {
		this.everyRow.run();
		line(new FileReport.Line(reject.reason().name(), true, reject.sheet(), reject.row(), "", reject.detail(), ""));
	}

	@Override
	public void forget() {
		this.lists.forEach((list) -> this.samples.put(list, new ColumnSamples(list.mapping())));
		this.counts.clear();
		this.lines.clear();
		this.claims.clear();
		this.claimed = 0;
	}

	private void line(FileReport.Line line) {
		if (this.counts.merge(line.code(), 1L, Long::sum) <= this.most) {
			this.lines.add(line);
		}
	}

	private List<FileReport.Table> tables() {
		return this.samples.entrySet().stream().map((entry) -> {
			MappedList list = entry.getKey();
			return new FileReport.Table(list.sheet(), (list.from() == 0) ? 0 : list.mapping().lastHeaderRow(), list
				.mapping()
				.columns()
				.stream()
				.map((column) -> new FileReport.ColumnView(column.index(), column.header(), column.use(),
						column.field(), column.field().isPresent() ? entry.getValue().of(column.index()) : List.of()))
				.toList());
		}).toList();
	}

}
