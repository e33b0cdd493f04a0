package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import javax.sql.DataSource;

import io.rollcall.campaign.SourceRole;
import io.rollcall.cases.CaseBook;
import io.rollcall.cases.PlatformFile;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;
import io.rollcall.database.CopyBuffer;
import io.rollcall.database.StatementTimes;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Turns what was staged into findings. Everything happens in the caller's transaction; a
 * judgement that is interrupted leaves nothing behind and is done again.
 */
public final class Judgement {

	private final Statements statements;

	private final JudgeContext context;

	private final SameName names = new SameName();

	private final CaseBook cases;

	/**
	 * The judgement of a run.
	 * @param dataSource where the run was staged; a transaction is open
	 * @param context the run
	 * @param file what the platform's file of corrections can hold
	 */
	public Judgement(DataSource dataSource, JudgeContext context, PlatformFile file) {
		this.statements = new Statements(dataSource, context);
		this.context = context;
		this.cases = new CaseBook(dataSource, context.cases(), file);
	}

	/**
	 * Judges the run.
	 * @param progress is told after each part how many are done, and of how many; it may
	 * throw to stop
	 */
	public void judge(BiConsumer<Integer, Integer> progress) {
		prepare();
		Columns columns = new Columns(this.statements, this.context);
		JudgedRows judged = new JudgedRows(this.statements);
		Linker linker = new Linker(this.statements, this.context, this.names);
		Suspects suspects = new Suspects(this.statements, this.names);
		Pairs pairs = new Pairs(suspects);
		Leftovers leftovers = new Leftovers(this.statements, this.context);
		Duplicates duplicates = new Duplicates(this.statements, this.context, judged, linker, this.names, pairs);
		List<Runnable> parts = new ArrayList<>();
		parts.add(linker::link);
		parts.add(() -> students(linker, columns, suspects));
		parts.add(() -> leftovers.link(pairs));
		parts.add(() -> this.statements.run("row_findings", "marked", this.context.cell("m.field", "r"), "roster",
				this.context.cell("g.field", "r"), "platform", this.context.cell("g.field", "p"), "admission",
				this.context.cell("g.field", "a")));
		parts.add(() -> run("file_findings"));
		parts.add(duplicates::judge);
		parts.add(() -> leftovers.judge(judged, duplicates));
		if (compares()) {
			parts.add(() -> new Differences(this.statements, this.context, judged, this.names, suspects).judge(columns,
					duplicates));
			parts.add(() -> new Missing(this.statements, this.context, judged).judge());
		}
		SelfCheck selfCheck = new SelfCheck(this.statements, this.context);
		parts.add(selfCheck::judge);
		Submissions submissions = new Submissions(this.statements, this.context, judged);
		parts.add(submissions::judge);
		parts.add(selfCheck::count);
		parts.add(() -> this.statements.run("judged_findings", "cell", this.context.cell("j.field", "r")));
		parts.add(this.cases::recall);
		parts.add(() -> new Carried(this.statements, this.context).carry());
		parts.add(this::veil);
		parts.add(this::follow);
		parts.add(this.cases::count);
		parts.add(() -> run("colleges"));
		parts.add(this::receipt);
		parts.add(() -> run("balance"));
		int done = 0;
		for (Runnable part : parts) {
			part.run();
			done++;
			progress.accept(done, parts.size());
		}
	}

	/**
	 * Pairs of files of one source that hold mostly the same students.
	 * @param each hears {@code first_file}, {@code second_file} and {@code students}
	 */
	public void sameStudents(RowCallbackHandler each) {
		this.statements.query("same_students", each);
	}

	/**
	 * How long the statements took.
	 * @return name and time
	 */
	public Map<String, StatementTimes.Time> times() {
		Map<String, StatementTimes.Time> times = new LinkedHashMap<>(this.statements.times().byName());
		times.putAll(this.cases.times());
		return times;
	}

	private void run(String name) {
		this.statements.run(name);
	}

	private void receipt() {
		for (FindingKind.Receipt receipt : FindingKind.Receipt.values()) {
			this.statements.with(receipt.name().toLowerCase(Locale.ROOT),
					Catalogue.shipped().codesAs(receipt).toArray(String[]::new));
		}
		run("receipt");
	}

	/** Fewer than two usable sources leave nothing to compare. */
	private boolean compares() {
		return this.statements.count("select count(*) from usable") > 1;
	}

	/**
	 * Links that a person confirmed are known by students, so these are made twice then.
	 */
	private void students(Linker linker, Columns columns, Suspects suspects) {
		suspects.find(false);
		makeStudents(columns);
		if (linker.confirmed()) {
			run("forget_students");
			suspects.find(true);
			makeStudents(columns);
		}
	}

	/** Follows the cases; with them it is known what every finding shows. */
	private void follow() {
		new Returned(this.statements).tell(this.cases.follow());
		run("findings");
	}

	/** Takes out of what colleges read whatever is another college's student's. */
	private void veil() {
		this.statements.with("elsewhere", this.context.text("elsewhere"))
			.with("elsewhere_todo", this.context.text("elsewhere.todo"))
			.run("veil");
		this.statements.run("veil_numbers", "key", "candidate_no");
		this.statements.run("veil_numbers", "key", "student_no");
	}

	private void makeStudents(Columns columns) {
		run("shared_keys");
		spares();
		this.statements.run("students", "differing", columns.differing(), "looked", SelfCheck.looked(this.context),
				"said", columns.said());
		this.statements.update("analyze staged_fold");
	}

	/** Keys for records whose numbers are no keys. */
	private void spares() {
		this.statements.update("drop table if exists spare");
		this.statements.table("spare", "id bigint primary key, key text",
				(buffer) -> this.statements.query("spares",
						(row) -> buffer.add(row.getLong("id"))
							.add(this.context.spare().apply(row.getString("id_no"), row.getString("name")))
							.endRow()),
				"id", "key");
	}

	private void prepare() {
		this.statements.table("role_order", "role text, rank integer, bit integer, compared boolean", (buffer) -> {
			for (SourceRole role : SourceRole.values()) {
				buffer.add(role.word()).add(role.ordinal()).add(1 << role.ordinal()).add(role.isCompared()).endRow();
			}
		}, "role", "rank", "bit", "compared");
		this.statements.table("kind", "code text, severity text", Judgement::kinds, "code", "severity");
		new DoubtfulNames(this.statements, this.context).settle();
		run("prepare");
	}

	private static void kinds(CopyBuffer buffer) {
		for (FindingKind kind : Catalogue.shipped().kinds()) {
			buffer.add(kind.code()).add(kind.severity()).endRow();
		}
	}

}
