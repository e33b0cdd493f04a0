package io.rollcall.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.campaign.Campaign;
import io.rollcall.desk.Upload.Batch;
import io.rollcall.desk.Upload.Status;
import io.rollcall.nightly.ServeSettings;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that people hand in. Nothing of a file counts before somebody who saw its preview
 * accepts it; then it moves whole into the input folder, where the next run finds it.
 */
@Service
public class Uploads {

	/** What nobody accepts is thrown away after this time. */
	public static final Duration KEPT = Duration.ofHours(24);

	/** The most files that may be handed in together. */
	public static final int MOST_FILES = Reception.MOST_FILES;

	/** Files that belong to nothing any more are given an hour longer. */
	private static final Duration KEPT_FILES = KEPT.plusHours(1);

	private static final Log LOG = LogFactory.getLog(Uploads.class);

	private final UploadStore store;

	private final Reception reception;

	private final Previews previews;

	private final AuditLog audit;

	private final InstantSource clock;

	private final UploadFolder folder;

	private final Path input;

	private final TransactionTemplate transaction;

	Uploads(UploadStore store, Reception reception, Previews previews, AuditLog audit, InstantSource clock,
			ServeSettings settings, @Value("${rollcall.home}") Path home, PlatformTransactionManager transactions) {
		this.store = store;
		this.reception = reception;
		this.previews = previews;
		this.audit = audit;
		this.clock = clock;
		this.input = settings.input();
		this.folder = new UploadFolder(home);
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Takes files in and tells what would come of each. Several files are judged each
	 * alone; when none of them can be a table, nothing is kept.
	 * @param delivery the files
	 * @return what is told
	 * @throws DeskFailure when the campaign is closed, there is no file, a file is too
	 * large, none can be a table, or too many wait
	 */
	public Batch receive(Delivery delivery) {
		return this.reception.take(delivery);
	}

	/**
	 * How large a file may be.
	 * @return the size in mebibytes
	 */
	public long mostMebibytes() {
		return this.reception.mostMebibytes();
	}

	/**
	 * Files that were handed in together, or one of them.
	 * @param campaign the campaign's key
	 * @param id the id of the batch or of the file
	 * @return the files, with what was told of them; empty for an unknown id
	 */
	public Optional<Batch> find(long campaign, String id) {
		List<Upload> files = this.store.find(campaign, id);
		return files.isEmpty() ? Optional.empty() : Optional.of(new Batch(id, files));
	}

	/**
	 * The files of a campaign, the newest first, of their previews the name only.
	 * @param campaign the campaign's key
	 * @param colleges whose; empty for everybody's
	 * @param most how many
	 * @param offset how many to pass over
	 * @return the files
	 */
	public List<Upload> list(long campaign, Optional<Collection<String>> colleges, int most, long offset) {
		return this.store.list(campaign, colleges, most, offset);
	}

	/**
	 * When a content was accepted before, which a run would read once only.
	 * @param campaign the campaign's key
	 * @param job what its job file says
	 * @param upload a file that waits
	 * @return when, if the accepted file is still where it was put
	 */
	public Optional<Instant> acceptedBefore(long campaign, Campaign job, Upload upload) {
		UploadStore.Content content = this.store.content(upload.id());
		Path roleFolder = roleFolder(job, upload);
		return this.store.same(campaign, upload.role(), content.sha256())
			.stream()
			.filter((same) -> isThere(roleFolder.resolve(same.path()), same.size()))
			.map(UploadStore.Same::acceptedAt)
			.findFirst();
	}

	private static boolean isThere(Path file, long size) {
		try {
			return Files.size(file) == size;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Path roleFolder(Campaign job, Upload upload) {
		return this.input.resolve(job.source(upload.role()).folder());
	}

	/**
	 * Lets files count from the next run on: those of a batch that wait, have a usable
	 * row and were not accepted before.
	 * @param campaign the campaign's key
	 * @param job what its job file says
	 * @param batch the files
	 * @param actor who accepts them
	 * @return how many were accepted
	 * @throws DeskFailure when the campaign is closed, or none can be accepted
	 */
	public int accept(long campaign, Campaign job, Batch batch, Actor actor) {
		DeskFailure failure = null;
		int accepted = 0;
		for (Upload upload : batch.files()) {
			try {
				accept(campaign, job, upload, actor);
				accepted++;
			}
			catch (DeskFailure ex) {
				this.audit.write(actor, "upload.accept", job.name(), "", upload.role().word() + " " + upload.id(),
						"refused");
				failure = (failure != null) ? failure : ex;
			}
		}
		if (accepted == 0) {
			throw (failure != null) ? failure : DeskFailure.conflict("uploads.gone");
		}
		return accepted;
	}

	private void accept(long campaign, Campaign job, Upload upload, Actor actor) {
		String extension = this.store.content(upload.id()).extension();
		Path waiting = this.folder.file(upload.id(), extension);
		Path[] named = new Path[1];
		try {
			this.transaction.executeWithoutResult((status) -> {
				check(campaign, job, upload, waiting);
				String place = Previews.place(job, upload.college());
				Path target = roleFolder(job, upload).resolve(place);
				String day = this.previews.day();
				Set<String> given = this.store.stems(campaign, upload.role(), place + "/" + day);
				named[0] = target.resolve(moveIn(waiting, target, day, given, extension));
				this.store.accepted(upload.id(), place + "/" + named[0].getFileName(), actor.account(),
						this.clock.instant());
				this.audit.write(actor, "upload.accept", job.name(), "", upload.role().word() + " " + upload.id(),
						"done");
			});
		}
		catch (RuntimeException ex) {
			// What does not stand in the database must not be read by a run either.
			if (named[0] != null) {
				Reception.delete(named[0]);
			}
			throw ex;
		}
		Reception.delete(waiting);
	}

	private void check(long campaign, Campaign job, Upload upload, Path waiting) {
		if (this.store.lock(campaign)) {
			throw DeskFailure.conflict("uploads.closed");
		}
		Status status = this.store.lockedStatus(upload.id());
		if (status != Status.WAITING) {
			throw DeskFailure.conflict("uploads.settled." + status.word());
		}
		if (!upload.isUsable()) {
			throw DeskFailure.conflict("uploads.unusable");
		}
		if (!Files.isRegularFile(waiting)) {
			throw DeskFailure.conflict("uploads.gone");
		}
		acceptedBefore(campaign, job, upload).ifPresent((at) -> {
			throw DeskFailure.conflict("uploads.same", at.atZone(Previews.ZONE).toLocalDate());
		});
	}

	private static String moveIn(Path waiting, Path target, String day, Set<String> given, String extension) {
		try {
			return UploadFolder.moveIn(waiting, target, day, given, extension);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(new IOException("an upload cannot be moved into the input folder"));
		}
	}

	/**
	 * Throws files away that wait.
	 * @param job what the campaign's job file says
	 * @param batch the files
	 * @param actor who throws them away
	 * @throws DeskFailure when none of them waits
	 */
	public void discard(Campaign job, Batch batch, Actor actor) {
		long ended = batch.files().stream().filter((upload) -> end(upload, job.name(), actor)).count();
		if (ended == 0) {
			throw DeskFailure.conflict("uploads.settled." + batch.files().get(0).status().word());
		}
	}

	private boolean end(Upload upload, String campaign, Actor actor) {
		String extension = this.store.content(upload.id()).extension();
		boolean ended = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean waited = this.store.end(upload.id(), Status.DISCARDED, actor.account(), this.clock.instant());
			this.audit.write(actor, "upload.discard", campaign, "", upload.role().word() + " " + upload.id(),
					waited ? "done" : "refused");
			return waited;
		}));
		if (ended) {
			Reception.delete(this.folder.file(upload.id(), extension));
		}
		return ended;
	}

	/** Throws away what waited too long, and files that nothing waits for. */
	public void expire() {
		Instant now = this.clock.instant();
		for (UploadStore.Overdue overdue : this.store.overdue(now.minus(KEPT))) {
			this.transaction.executeWithoutResult((status) -> {
				if (this.store.end(overdue.id(), Status.EXPIRED, Actor.SYSTEM.account(), now)) {
					this.audit.write(Actor.SYSTEM, "upload.expire", overdue.campaign(), "", overdue.id(), "done");
				}
			});
			Reception.delete(this.folder.file(overdue.id(), overdue.extension()));
		}
		try {
			Predicate<Path> waits = (file) -> this.store
				.isWaiting(file.getFileName().toString().replaceAll("\\..*", ""));
			this.folder.olderThan(now.minus(KEPT_FILES)).stream().filter(waits.negate()).forEach(Reception::delete);
		}
		catch (IOException ex) {
			LOG.warn("the folder of uploads cannot be looked through");
		}
	}

}
