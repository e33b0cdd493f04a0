package io.rollcall.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.College;
import io.rollcall.campaign.SourceRole;
import io.rollcall.check.FileCheck;
import io.rollcall.check.FileReport;
import io.rollcall.export.CollegeFiles;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.nightly.JobFolder;
import io.rollcall.nightly.ServeSettings;
import io.rollcall.review.ReturnedWorkbook;
import io.rollcall.review.Reviewer;
import io.rollcall.run.RunFailure;
import io.rollcall.source.RefusedException;
import io.rollcall.staging.ReturnReader;
import org.springframework.stereotype.Service;

/**
 * Tells what would come of a file, by the code that runs and {@code check} use. Few files
 * are looked at at once, and none for long, so that nobody's upload stands in the way of
 * the others.
 */
@Service
class Previews {

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** As many lines are told of each code, and as many changes; the rest is counted. */
	static final int TOLD = 100;

	private static final int AT_ONCE = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(45);

	/** A hundred times what an ordinary file needs. */
	private static final Duration LONGEST = Duration.ofSeconds(90);

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	private final ServeSettings settings;

	private final JobFolder jobs;

	private final ReturnReader returns;

	private final KnownCaseList cases;

	private final InstantSource clock;

	Previews(ServeSettings settings, JobFolder jobs, ReturnReader returns, KnownCaseList cases, InstantSource clock) {
		this.settings = settings;
		this.jobs = jobs;
		this.returns = returns;
		this.cases = cases;
		this.clock = clock;
	}

	/**
	 * What came of a look.
	 *
	 * @param receipt the counts
	 * @param preview what is told
	 */
	record Look(Upload.Receipt receipt, Preview preview) {

		static Look refused(String fileName, String reason, String sentence) {
			return new Look(new Upload.Receipt(reason, 0, 0, 0, Map.of()), Preview.refused(fileName, sentence));
		}

	}

	/** Took too long. */
	private static final class TooSlow extends RuntimeException {

		TooSlow() {
			super("too slow", null, false, false);
		}

	}

	/**
	 * Looks at a file.
	 * @param fileName what it is called for people
	 * @throws DeskFailure when too many files are looked at just now
	 */
	Look look(Delivery delivery, Path file, String fileName) {
		try {
			if (!this.places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw DeskFailure.busy();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw DeskFailure.busy();
		}
		try {
			Optional<RefusedException> broken = UploadLimits.broken(file);
			if (broken.isPresent()) {
				return refused(delivery, broken.get(), fileName);
			}
			return (delivery.role() == SourceRole.REVIEWS) ? workbook(delivery, file, fileName)
					: table(delivery, file, fileName);
		}
		catch (TooSlow ex) {
			return Look.refused(fileName, "FILE_TOO_LARGE", delivery.messages().get("uploads.tooSlow"));
		}
		finally {
			this.places.release();
		}
	}

	private LocalDate date(Delivery delivery) {
		return delivery.job().period().businessDate().orElseGet(() -> LocalDate.ofInstant(this.clock.instant(), ZONE));
	}

	private Look table(Delivery delivery, Path file, String fileName) {
		IntakeSettings intake = new IntakeSettings(delivery.job(), date(delivery), false, delivery.messages());
		long end = System.nanoTime() + LONGEST.toNanos();
		FileReport report = new FileCheck(intake, delivery.role(), TOLD, () -> {
			if (System.nanoTime() - end > 0) {
				throw new TooSlow();
			}
		}).check(file, FileCheck.tablesIn(folder(delivery)));
		return new ReportWords(delivery).look(report, fileName);
	}

	private Look workbook(Delivery delivery, Path file, String fileName) {
		Reviewer sender = delivery.college().isEmpty() ? Reviewer.REGISTRAR : Reviewer.of(delivery.college());
		try {
			ReturnedWorkbook returned = this.returns.read(reading(delivery), file, sender);
			return new ReportWords(delivery).look(returned, this.cases.of(delivery, returned), fileName);
		}
		catch (RefusedException ex) {
			return refused(delivery, ex, fileName);
		}
		catch (RunFailure ex) {
			return Look.refused(fileName, "FILE_UNREADABLE", ex.sentence(delivery.messages()));
		}
		catch (IOException ex) {
			return Look.refused(fileName, "FILE_UNREADABLE", delivery.messages().get("source.UNREADABLE"));
		}
	}

	private static Look refused(Delivery delivery, RefusedException why, String fileName) {
		return Look.refused(fileName, why.problem().reason().name(),
				delivery.messages().get("source." + why.problem(), why.arguments().toArray()));
	}

	/** The password lies beside the job file. */
	private ReturnReader.Reading reading(Delivery delivery) {
		Optional<Path> jobFile = this.jobs.read().job(delivery.job().name()).map(JobFolder.Job::file);
		return ReturnReader.Reading.of(jobFile.orElse(this.settings.jobs().resolve("job.yml")), delivery.job(),
				delivery.campaignId(), date(delivery), delivery.messages());
	}

	/** The folder of the delivery's role. */
	Path folder(Delivery delivery) {
		return this.settings.input().resolve(delivery.job().source(delivery.role()).folder());
	}

	/**
	 * Where accepted files of a college lie below the folder of their role.
	 * @throws DeskFailure when the campaign has no such college any more
	 */
	static String place(Campaign job, String college) {
		if (college.isEmpty()) {
			return "portal/registrar";
		}
		List<String> colleges = job.colleges().all().stream().map(College::name).toList();
		if (!colleges.contains(college)) {
			throw DeskFailure.conflict("uploads.college");
		}
		String workbook = CollegeFiles.names(colleges).get(college);
		return "portal/" + workbook.substring(0, workbook.lastIndexOf('.'));
	}

	/** The day that files are named by. */
	String day() {
		return LocalDate.ofInstant(this.clock.instant(), ZONE).toString().replace("-", "");
	}

}
