package io.rollcall.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.export.SummaryJson;
import io.rollcall.files.LatestLink;
import io.rollcall.run.RunFailure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Clears the personal data of campaigns away that were closed long enough ago. What stays
 * is named; everything else that belongs to the campaign goes, also what later versions
 * add.
 */
@Service
public class Retention {

	/** A run that lay longer is begun anew and not gone on with. */
	private static final Period BATCH_STAYS = Period.ofDays(180);

	private static final String SUMMARY = "summary.json";

	private final JdbcClient jdbc;

	private final ClearedTables tables;

	private final AuditLog audit;

	private final MailBox mails;

	private final InstantSource clock;

	private final Path home;

	private final TransactionTemplate transaction;

	Retention(JdbcClient jdbc, ClearedTables tables, AuditLog audit, MailBox mails, InstantSource clock,
			@Value("${rollcall.home}") Path home, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.tables = tables;
		this.audit = audit;
		this.mails = mails;
		this.clock = clock;
		this.home = home;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Something that goes, or that a person should delete.
	 *
	 * @param campaign the campaign
	 * @param what {@code rows}, {@code file} or {@code input}
	 * @param place the table, or the path
	 * @param number how many rows or bytes
	 */
	public record Item(String campaign, String what, String place, long number) {
	}

	/**
	 * Clears away what is due.
	 * @param dry whether to tell only
	 * @param actor who asks
	 * @return what went, or would go, and which input files a person should delete
	 * @throws RunFailure when a file cannot be deleted; nothing is forgotten in the
	 * database then
	 */
	public List<Item> clear(boolean dry, Actor actor) {
		List<Item> items = new ArrayList<>();
		List<Due> over = due();
		for (Due due : over) {
			items.addAll(dry ? list(due) : clear(due, actor));
		}
		if (!dry) {
			if (!over.isEmpty()) {
				// Once for all of them: whole tables are written anew.
				this.tables.compact(over.stream().map(Due::id).toList());
			}
			this.tables.forgetBatch(now().minus(BATCH_STAYS));
			this.mails.expire();
			this.audit.expire();
		}
		return items;
	}

	/** A campaign whose time is over. */
	private record Due(long id, String campaign) {
	}

	private List<Due> due() {
		return this.jdbc.sql("""
				select campaign_id, name from campaign c
				 where cleared_at is null and closed_at + make_interval(days => personal_days) <= ?
				   and not exists (select 1 from run r where r.campaign_id = c.campaign_id
				                    and r.status in ('waiting', 'running', 'publishing'))
				 order by name
				""").param(now()).query((row, index) -> new Due(row.getLong(1), row.getString(2))).list();
	}

	private List<Item> list(Due due) {
		List<Item> items = new ArrayList<>();
		this.tables.count(due.id()).forEach((table, rows) -> {
			if (rows > 0) {
				items.add(new Item(due.campaign(), "rows", table, rows));
			}
		});
		folders(due).forEach((folder) -> files(folder)
			.forEach((file) -> items.add(new Item(due.campaign(), "file", file.toString(), size(file)))));
		items.addAll(inputs(due));
		return items;
	}

	private List<Item> clear(Due due, Actor actor) {
		List<Item> items = list(due);
		folders(due).forEach(Retention::empty);
		delete(this.home.resolve("temporary").resolve(due.campaign()));
		this.tables.forgetStaged(due.id());
		this.transaction.executeWithoutResult((status) -> {
			this.tables.clear(due.id(), due.campaign());
			this.jdbc.sql("""
					update run set reason = '', failure = '', decided_why = '' where campaign_id = ?
					""").param(due.id()).update();
			this.jdbc.sql("update schedule set paused_why = '' where campaign_id = ?").param(due.id()).update();
			items.forEach((item) -> this.jdbc
				.sql("insert into deletion (campaign_id, at, what, place, number) values (?, ?, ?, ?, ?)")
				.params(due.id(), now(), item.what(), item.place(), item.number())
				.update());
			this.jdbc.sql("update campaign set cleared_at = ?, closed_why = '' where campaign_id = ?")
				.params(now(), due.id())
				.update();
			this.audit.write(actor, "retention.clear", due.campaign(), "", "", "done");
		});
		return items;
	}

	/** Input files are a person's to delete: they may serve other purposes. */
	private List<Item> inputs(Due due) {
		return this.jdbc.sql("""
				select distinct on (1, 2, 3) r.input_dir, f.role, f.path, f.size, r.job_file, r.job_text
				  from run_file f join run r using (run_id) where r.campaign_id = ? order by 1, 2, 3, r.run_id desc
				""")
			.param(due.id())
			.query((row, index) -> new Item(due.campaign(), "input",
					Path.of(row.getString("input_dir"))
						.resolve(folder(row.getString("job_file"), row.getString("job_text"), row.getString("role")))
						.resolve(row.getString("path"))
						.toString(),
					row.getLong("size")))
			.list();
	}

	/** The folder of a role, as the job file of the run names it. */
	private static String folder(String jobFile, String jobText, String role) {
		try {
			return JobFiles.parse(Path.of(jobFile).getFileName().toString(), jobText)
				.source(SourceRole.of(role).orElseThrow())
				.folder();
		}
		catch (JobFileException ex) {
			return role;
		}
	}

	/** The campaign's folders, one an output folder that its runs had. */
	private Set<Path> folders(Due due) {
		return new LinkedHashSet<>(this.jdbc.sql("select distinct output_dir from run where campaign_id = ? order by 1")
			.param(due.id())
			.query(String.class)
			.list()
			.stream()
			.map((output) -> Path.of(output).resolve(due.campaign()))
			.filter(Files::isDirectory)
			.toList());
	}

	/** What goes of a folder: everything but the counts, and links. */
	private static List<Path> files(Path folder) {
		try (Stream<Path> walk = Files.walk(folder)) {
			LatestLink latest = new LatestLink(folder);
			return walk.filter((path) -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))
				.filter((path) -> !latest.isBehind(path))
				.filter((path) -> !path.getFileName().toString().equals(SUMMARY))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", folder);
		}
	}

	private static void empty(Path folder) {
		try {
			for (Path file : files(folder)) {
				Files.delete(file);
			}
			LatestLink latest = new LatestLink(folder);
			List<Path> rest;
			try (Stream<Path> walk = Files.walk(folder)) {
				rest = walk.filter((path) -> !latest.isBehind(path)).sorted(Comparator.reverseOrder()).toList();
			}
			for (Path path : rest) {
				if (path.getFileName().toString().equals(SUMMARY)) {
					SummaryJson.forgetReason(path);
				}
				else if (Files.isDirectory(path) && !Files.isSymbolicLink(path) && isEmpty(path)) {
					Files.delete(path);
				}
			}
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", folder);
		}
	}

	private static boolean isEmpty(Path folder) throws IOException {
		try (Stream<Path> content = Files.list(folder)) {
			return content.findAny().isEmpty();
		}
	}

	private static void delete(Path folder) {
		if (Files.isDirectory(folder)) {
			empty(folder);
		}
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
