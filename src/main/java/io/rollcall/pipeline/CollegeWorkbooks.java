package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.rollcall.campaign.Colleges;
import io.rollcall.files.WholeFolders;
import io.rollcall.run.OutputFolders;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes single workbooks of a published run anew. */
@Component
class CollegeWorkbooks {

	private final RunStore runs;

	private final RunReports reports;

	private final TransactionTemplate transaction;

	CollegeWorkbooks(RunStore runs, RunReports reports, PlatformTransactionManager transactions) {
		this.runs = runs;
		this.reports = reports;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Writes one college's workbook of the last published run anew. */
	Path rewrite(String campaign, String college) {
		Run run = this.runs.latestPublished(campaign).orElseThrow(() -> new RunFailure("UNKNOWN_PUBLISHED", campaign));
		RunContext context = RunContext.of(run);
		Colleges colleges = context.campaign().colleges();
		String name = colleges.resolve(college)
			.college()
			.orElseThrow(() -> new RunFailure("UNKNOWN_COLLEGE", college,
					String.join(", ", colleges.all().stream().map((each) -> each.name()).toList())));
		return this.transaction.execute((status) -> rewrite(context, name));
	}

	private Path rewrite(RunContext context, String college) {
		Path aside = context.run().workFolder();
		try {
			WholeFolders.delete(aside);
			Files.createDirectories(aside.resolve("colleges"));
			Path written = this.reports.college(context, college, aside).orElseThrow();
			Path target = context.run().folder().resolve(aside.relativize(written).toString());
			Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			PublishStep.renew(context.run(), target);
			return target;
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", context.run().folder());
		}
		finally {
			OutputFolders.deleteQuietly(aside);
		}
	}

}
