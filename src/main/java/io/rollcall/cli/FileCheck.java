package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FileNames;
import io.rollcall.campaign.Role;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.intake.Column;
import io.rollcall.intake.ColumnSamples;
import io.rollcall.intake.DeliveredCodes;
import io.rollcall.intake.FileContent;
import io.rollcall.intake.FileIntake;
import io.rollcall.intake.FileIntake.MappedList;
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
 * Checks one file and prints what was understood, what would be refused and what would be
 * flagged.
 */
final class FileCheck implements IntakeSink {

	/** As many refused or flagged rows are printed of each kind; the rest is counted. */
	private static final int SHOWN = 20;

	private final IntakeSettings settings;

	private final Messages messages;

	private final Role role;

	private final PrintWriter out;

	private final FormCheck form;

	private final Map<MappedList, ColumnSamples> samples = new LinkedHashMap<>();

	private final Map<String, Long> counts = new TreeMap<>();

	private final StringBuilder lines = new StringBuilder();

	FileCheck(IntakeSettings settings, Role role, PrintWriter out) {
		this.settings = settings;
		this.messages = settings.messages();
		this.role = role;
		this.out = out;
		this.form = new FormCheck(settings.campaign(), role, settings.businessDate(), settings.messages());
	}

	/** Whether the file or one of its rows would be refused. */
	boolean check(Path file) {
		this.out.println(this.messages.get("cli.check.file", file.resolveSibling(InputPaths.shown(file))));
		try {
			FileContent content = FileContent.of(file);
			InputFile input = new InputFile(this.role, InputPaths.shown(file), file.toAbsolutePath(), content.size(),
					content.modified(), content.sha256());
			FileIntake intake = new FileIntake(input, this.settings);
			intake.mappings().forEach((list) -> this.samples.put(list, new ColumnSamples(list.mapping())));
			FileOutcome outcome = intake.read(codesBeside(file).forFile(input), this);
			this.samples.forEach(this::printColumns);
			return print(outcome);
		}
		catch (RefusedException ex) {
			String sentence = this.messages.get("source." + ex.problem(), ex.arguments().toArray());
			this.out.println(this.messages.get("cli.check.refused", ex.problem().reason(), sentence));
		}
		catch (IOException ex) {
			this.out.println(
					this.messages.get("cli.check.refused", "FILE_UNREADABLE", this.messages.get("source.UNREADABLE")));
		}
		return true;
	}

	/**
	 * A run reads the code tables of the whole folder; so the check reads those beside
	 * the file. One that cannot be read is that table's own fault.
	 */
	private DeliveredCodes codesBeside(Path file) {
		DeliveredCodes codes = new DeliveredCodes();
		try (Stream<Path> neighbours = Files.list(file.toAbsolutePath().getParent())) {
			for (Path table : neighbours.sorted().toList()) {
				add(codes, table);
			}
		}
		catch (IOException ex) {
			return codes;
		}
		return codes;
	}

	private void add(DeliveredCodes codes, Path table) {
		FileNames.FileName name = FileNames.classify(InputPaths.shown(table), this.role);
		if (name.use() == FileNames.Use.CODE_TABLE && name.field().isPresent()) {
			try {
				codes.add(new InputFile(this.role, InputPaths.shown(table), table, 0, Instant.EPOCH, ""),
						name.field().get().name());
			}
			catch (RefusedException ex) {
				this.out.println(this.messages.get("cli.check.codeTable", InputPaths.shown(table),
						this.messages.get("source." + ex.problem(), ex.arguments().toArray())));
			}
		}
	}

	@Override
	public void record(ParsedRow row, List<Mark> rowMarks) {
		List<Mark> marks = this.role.isForm() ? this.form.check(row) : rowMarks;
		this.samples.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().sheet().equals(row.row().sheet())
					&& entry.getKey().from() <= row.row().number())
			.reduce((earlier, later) -> later)
			.ifPresent((entry) -> entry.getValue().add(row.row()));
		marks.forEach((mark) -> line(mark.code(), row.row().sheet(), row.row().number(), mark.field(), mark.detail()));
	}

	@Override
	public void reject(Reject reject) {
		line(reject.reason().name(), reject.sheet(), reject.row(), "", reject.detail());
	}

	private void line(String code, String sheet, long row, String field, String detail) {
		if (this.counts.merge(code, 1L, Long::sum) <= SHOWN) {
			this.lines.append(this.messages.get("cli.check.line", sheet, row, code, label(field), detail))
				.append(System.lineSeparator());
		}
	}

	private String label(String field) {
		return this.settings.campaign()
			.fields(this.role)
			.find(field)
			.or(() -> this.settings.campaign().fields().find(field))
			.map((Field found) -> found.label(this.messages.locale().getLanguage()))
			.orElse(field);
	}

	private void printColumns(MappedList list, ColumnSamples shown) {
		this.out.println((list.from() == 0) ? this.messages.get("cli.check.sheet", list.sheet())
				: this.messages.get("cli.check.list", list.sheet(), list.mapping().lastHeaderRow()));
		for (Column column : list.mapping().columns()) {
			String meaning = column.field()
				.map((field) -> field.name() + " " + label(field.name()))
				.orElse(this.messages.get("cli.check.use." + column.use()));
			String values = column.field().isPresent() ? String.join(" | ", shown.of(column.index())) : "";
			this.out
				.println(this.messages.get("cli.check.column", column.index() + 1, column.header(), meaning, values));
		}
	}

	private boolean print(FileOutcome outcome) {
		outcome.notices().forEach((notice) -> this.out.println(this.messages.get("cli.check.notice", notice.text())));
		if (outcome.refusal().isPresent()) {
			this.out.println(this.messages.get("cli.check.refused", outcome.refusal().get().reason(),
					outcome.refusal().get().detail()));
			return true;
		}
		this.out.print(this.lines);
		outcome.marks()
			.forEach((mark) -> this.out
				.println(this.messages.get("cli.check.fileMark", mark.code(), label(mark.field()), mark.detail())));
		this.counts
			.forEach((code, count) -> this.out.println(this.messages.get("cli.check.count", code, title(code), count)));
		this.out.println(
				this.messages.get("cli.check.rows", outcome.rowsRead(), outcome.rowsLoaded(), outcome.rowsRejected()));
		return outcome.rowsRejected() > 0;
	}

	private String title(String code) {
		return code.startsWith("ROW_") ? this.messages.get("cli.check." + code)
				: Catalogue.shipped().get(code).title(this.messages.locale());
	}

}
