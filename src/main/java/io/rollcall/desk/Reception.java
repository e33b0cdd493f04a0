package io.rollcall.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import io.rollcall.access.AuditLog;
import io.rollcall.desk.Delivery.Incoming;
import io.rollcall.desk.Previews.Look;
import io.rollcall.desk.Upload.Batch;
import io.rollcall.desk.Upload.Status;
import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Sources;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/** Takes files in that people send, and has them looked at. */
@Service
class Reception {

	/** The most files that may be handed in together. */
	static final int MOST_FILES = 20;

	/** The most files of a college, or of the registrar, that may wait. */
	static final int MOST_WAITING = 50;

	private static final String NOT_A_TABLE = "FILE_NOT_A_TABLE";

	private static final int ID_BYTES = 16;

	private final SecureRandom random = new SecureRandom();

	private final UploadStore store;

	private final Previews previews;

	private final AuditLog audit;

	private final InstantSource clock;

	private final UploadFolder folder;

	private final DataSize most;

	Reception(UploadStore store, Previews previews, AuditLog audit, InstantSource clock,
			@Value("${rollcall.home}") Path home, @Value("${rollcall.upload.max-size:50MB}") DataSize most) {
		this.store = store;
		this.previews = previews;
		this.audit = audit;
		this.clock = clock;
		this.folder = new UploadFolder(home);
		this.most = most;
	}

	/**
	 * A file that came in.
	 *
	 * @param id its id
	 * @param name what it is called for people
	 * @param extension its extension, or empty
	 * @param stored where it waits; empty for what is no table
	 * @param wrong why it is none: the key of a sentence and what that names
	 */
	private record Arrived(String id, String name, String extension, Optional<UploadFolder.Stored> stored,
			List<String> wrong) {
	}

	long mostMebibytes() {
		return this.most.toMegabytes();
	}

	/** Takes files in; see {@link Uploads#receive}. */
	Batch take(Delivery delivery) {
		check(delivery);
		List<Arrived> arrived = new ArrayList<>();
		List<Upload> entered = new ArrayList<>();
		try {
			for (Incoming file : delivery.files()) {
				arrived.add(arrive(delivery, file));
			}
			if (arrived.stream().noneMatch((one) -> one.stored().isPresent())) {
				List<String> wrong = arrived.get(0).wrong();
				throw DeskFailure.wrong("file", wrong.get(0), wrong.subList(1, wrong.size()).toArray());
			}
			String batch = (arrived.size() > 1) ? id() : arrived.get(0).id();
			for (Arrived one : arrived) {
				entered.add(enter(delivery, batch, one));
			}
			return new Batch(batch, entered);
		}
		catch (RuntimeException ex) {
			entered.forEach((upload) -> this.store.end(upload.id(), Status.DISCARDED, "", this.clock.instant()));
			arrived.forEach((one) -> one.stored().ifPresent((stored) -> delete(stored.file())));
			throw ex;
		}
	}

	private void check(Delivery delivery) {
		if (this.store.isClosed(delivery.campaignId())) {
			throw DeskFailure.conflict("uploads.closed");
		}
		if (delivery.files().isEmpty()) {
			throw DeskFailure.wrong("file", "uploads.wrong.none");
		}
		if (delivery.files().size() > MOST_FILES) {
			throw DeskFailure.wrong("file", "uploads.wrong.many", MOST_FILES);
		}
		if (this.store.waiting(delivery.campaignId(), delivery.college()) + delivery.files().size() > MOST_WAITING) {
			throw DeskFailure.conflict("uploads.waiting", MOST_WAITING);
		}
	}

	private Arrived arrive(Delivery delivery, Incoming incoming) {
		String name = FileText.shown(incoming.name());
		String id = id();
		Optional<String> problem = FileText.problem(incoming.name(), delivery.role());
		String extension = FileText.extension(incoming.name()).orElse("");
		if (problem.isPresent()) {
			return new Arrived(id, name, extension, Optional.empty(), List.of(problem.get()));
		}
		Path place = Path.of(Previews.place(delivery.job(), delivery.college())).resolve("20200101-0001." + extension);
		if (!delivery.job().source(delivery.role()).takes(place)) {
			return new Arrived(id, name, extension, Optional.empty(), List.of("uploads.wrong.pattern"));
		}
		UploadFolder.Stored stored = store(id, extension, incoming);
		List<String> wrong = noTable(stored.file());
		if (!wrong.isEmpty()) {
			delete(stored.file());
			return new Arrived(id, name, extension, Optional.empty(), wrong);
		}
		return new Arrived(id, name, extension, Optional.of(stored), List.of());
	}

	private UploadFolder.Stored store(String id, String extension, Incoming incoming) {
		try (InputStream content = incoming.content().getInputStream()) {
			return this.folder.store(id, extension, content, this.most.toBytes());
		}
		catch (UploadFolder.TooLarge ex) {
			throw DeskFailure.tooLarge(this.most.toMegabytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(new IOException("an upload cannot be stored"));
		}
	}

	/** What a file is that is certainly no table, whatever its name says. */
	private static List<String> noTable(Path file) {
		try {
			Sources.sniff(file);
			return List.of();
		}
		catch (RefusedException ex) {
			if (ex.problem() != Problem.NOT_A_TABLE && ex.problem() != Problem.BINARY) {
				return List.of();
			}
			List<String> wrong = new ArrayList<>(List.of("source." + ex.problem()));
			wrong.addAll(ex.arguments());
			return wrong;
		}
	}

	private Upload enter(Delivery delivery, String batch, Arrived one) {
		Look look = one.stored()
			.map((stored) -> this.previews.look(delivery, stored.file(), one.name()))
			.orElseGet(() -> Look.refused(one.name(), NOT_A_TABLE,
					delivery.messages().get(one.wrong().get(0), one.wrong().subList(1, one.wrong().size()).toArray())));
		Upload upload = new Upload(one.id(), batch, delivery.role(), delivery.college(), delivery.actor().account(),
				this.clock.instant(), Status.WAITING, "", Optional.empty(), "",
				one.stored().map(UploadFolder.Stored::size).orElse(0L), look.receipt(), Optional.of(look.preview()));
		this.store.add(delivery, upload, one.extension(), one.stored().map(UploadFolder.Stored::sha256).orElse(""));
		this.audit.write(delivery.actor(), "upload", delivery.job().name(), "", delivery.role().word() + " " + one.id(),
				upload.isUsable() ? "done" : "unusable");
		return upload;
	}

	static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			// Goes with what is left over after a day.
		}
	}

	private String id() {
		byte[] bytes = new byte[ID_BYTES];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
