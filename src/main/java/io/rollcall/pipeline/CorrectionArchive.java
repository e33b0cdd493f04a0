package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

import io.rollcall.export.CorrectionIndex;
import io.rollcall.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps every issue of the corrections below the campaign's output, with an index: the
 * newest run shows what is open, and an earlier issue may be the one that was handed in.
 */
@Component
class CorrectionArchive {

	private static final String FOLDER = "corrections";

	private final JdbcClient jdbc;

	CorrectionArchive(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps the issue of a published run; said twice it is as once. */
	void keep(Run run) throws IOException {
		Path folder = run.campaignFolder().resolve(FOLDER);
		Path issue = run.publishedFolder().resolve("corrections.xlsx");
		if (Files.exists(issue)) {
			Files.createDirectories(folder);
			Path aside = folder.resolve("." + run.name() + ".part");
			Files.copy(issue, aside, StandardCopyOption.REPLACE_EXISTING);
			Files.move(aside, folder.resolve(run.name() + ".xlsx"), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
		if (Files.isDirectory(folder)) {
			Path aside = folder.resolve(".index.part");
			CorrectionIndex.write(aside, issues(run, folder).stream());
			Files.move(aside, folder.resolve("index.csv"), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private List<CorrectionIndex.Issue> issues(Run run, Path folder) {
		return this.jdbc
			.sql("""
					select r.business_date, r.number, count(*) filter (where c.state = 'registrar-approved') as open,
					       count(*) filter (where c.state = 'registrar-approved' and c.approved_on = r.business_date) as fresh,
					       count(*) filter (where c.state = 'sent') as sent
					  from run r join run_case c using (campaign_id, run_id)
					 where r.campaign_id = ? and r.status = 'published' and r.output_dir = ?
					   and c.state in ('registrar-approved', 'sent') and c.approved <> ''
					 group by r.business_date, r.number
					 order by r.business_date, r.number
					""")
			.params(run.campaignId(), run.output().toString())
			.query((row, index) -> new CorrectionIndex.Issue(row.getObject("business_date", LocalDate.class),
					row.getInt("number"), row.getLong("open"), row.getLong("fresh"), row.getLong("sent")))
			.list()
			.stream()
			.filter((issue) -> Files.exists(folder.resolve(issue.file())))
			.toList();
	}

}
