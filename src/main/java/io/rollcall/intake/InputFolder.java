package io.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.FileNames;
import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.SourceSettings;
import io.rollcall.text.Messages;

/** Lists the files of an input folder and says what will be done with each. */
public final class InputFolder {

	private final Path folder;

	private final Campaign campaign;

	private final Messages messages;

	/**
	 * An input folder.
	 * @param folder the folder with one folder a role
	 * @param campaign the campaign
	 * @param messages the texts of the report's language
	 */
	public InputFolder(Path folder, Campaign campaign, Messages messages) {
		this.folder = folder;
		this.campaign = campaign;
		this.messages = messages;
	}

	/** What will be done with a listed file. */
	public enum Use {

		/** Its rows are read. */
		RECORDS,
		/** It is read as a code table. */
		CODE_TABLE,
		/** It is passed over with a notice. */
		PASSED_OVER,
		/** It is refused without being opened. */
		REFUSED

	}

	/**
	 * A listed file.
	 *
	 * @param file the file; without a hash where it is not opened
	 * @param use what will be done with it
	 * @param reason the reason for machines of a refused file, else a word for the notice
	 * @param text the sentence for people, or empty
	 */
	public record Listed(InputFile file, Use use, String reason, String text) {
	}

	/**
	 * The files below a folder that a run would read as records, by their names alone.
	 * @param folder the folder
	 * @param role the role in whose folder they would lie
	 * @return the files, by path
	 */
	public static List<Path> records(Path folder, SourceRole role) {
		return FolderWalk.of(folder)
			.stream()
			.filter((found) -> found.trouble().isEmpty()
					&& FileNames.classify(found.name(), role).use() == FileNames.Use.RECORDS)
			.map(FolderWalk.Found::file)
			.toList();
	}

	/**
	 * Lists the files of all roles.
	 * @return the files, by role and path: the same content gives the same list
	 */
	public List<Listed> list() {
		return list((role, path) -> true);
	}

	/**
	 * Lists some of the files.
	 * @param wanted tells by role and path below the role's folder which
	 * @return the files, by role and path
	 */
	public List<Listed> list(BiPredicate<SourceRole, String> wanted) {
		ExecutorService readers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
		try {
			Map<SourceRole, List<Supplier<Listed>>> files = new EnumMap<>(SourceRole.class);
			for (SourceRole role : SourceRole.values()) {
				files.put(role, list(role, (path) -> wanted.test(role, path), readers));
			}
			List<Listed> all = new ArrayList<>();
			files.forEach((role, looks) -> {
				List<Listed> listed = looks.stream().map(Supplier::get).toList();
				all.addAll((this.campaign.source(role).pick() == SourceSettings.Pick.NEWEST) ? newest(listed) : listed);
			});
			return all;
		}
		finally {
			readers.shutdownNow();
		}
	}

	/** What comes of each file, once its content is known. */
	private List<Supplier<Listed>> list(SourceRole role, Predicate<String> wanted, ExecutorService readers) {
		SourceSettings settings = this.campaign.source(role);
		List<Supplier<Listed>> files = new ArrayList<>();
		Map<String, String> seen = new HashMap<>();
		for (FolderWalk.Found found : FolderWalk.of(this.folder.resolve(settings.folder()))) {
			boolean folder = found.trouble().filter(FolderWalk.Trouble::isOfFolder).isPresent();
			if ((folder || settings.takes(Path.of(found.path()))) && wanted.test(found.path())) {
				files.add(look(role, found, seen, readers));
			}
		}
		return files;
	}

	private Supplier<Listed> look(SourceRole role, FolderWalk.Found found, Map<String, String> seen,
			ExecutorService readers) {
		FileNames.FileName fileName = FileNames.classify(found.name(), role);
		if (fileName.use() == FileNames.Use.PASSED_OVER && !found.path().equals(".")) {
			return () -> unopened(role, found, Use.PASSED_OVER, "PASSED_OVER");
		}
		if (found.trouble().isPresent()) {
			return () -> unreadable(role, found, found.trouble().get().name());
		}
		if (fileName.use() == FileNames.Use.NOT_A_TABLE) {
			return () -> unopened(role, found, Use.REFUSED, "FILE_NOT_A_TABLE");
		}
		boolean codeTable = fileName.use() == FileNames.Use.CODE_TABLE;
		if (codeTable && fileName.field().isEmpty()) {
			return () -> unopened(role, found, Use.PASSED_OVER, "CODE_TABLE_UNUSED");
		}
		Future<FileContent> content = readers.submit(() -> FileContent.of(found.file()));
		return codeTable ? () -> opened(role, found, content, Use.CODE_TABLE, fileName.field().orElseThrow().name(),
				new HashMap<>()) : () -> opened(role, found, content, Use.RECORDS, "", seen);
	}

	private Listed unopened(SourceRole role, FolderWalk.Found found, Use use, String reason) {
		String key = reason.startsWith("FILE_") ? reason.substring("FILE_".length()) : reason;
		return new Listed(unhashed(role, found), use, reason, this.messages.get("intake." + key));
	}

	private Listed unreadable(SourceRole role, FolderWalk.Found found, String why) {
		return new Listed(unhashed(role, found), Use.REFUSED, "FILE_UNREADABLE", this.messages.get("intake." + why));
	}

	private static InputFile unhashed(SourceRole role, FolderWalk.Found found) {
		return new InputFile(role, found.path(), found.file(), FileContent.unread(size(found.file())));
	}

	private Listed opened(SourceRole role, FolderWalk.Found found, Future<FileContent> read, Use use, String reason,
			Map<String, String> seen) {
		try {
			FileContent content = read.get();
			InputFile input = new InputFile(role, found.path(), found.file(), content);
			String first = seen.putIfAbsent(content.sha256(), input.path());
			return (first == null) ? new Listed(input, use, reason, "") : new Listed(input, Use.PASSED_OVER,
					"SAME_CONTENT", this.messages.get("intake.SAME_CONTENT", first));
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof IOException) {
				return unreadable(role, found, (ex.getCause() instanceof NoSuchFileException) ? "GONE" : "UNREADABLE");
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private List<Listed> newest(List<Listed> files) {
		InputFile newest = files.stream()
			.filter((listed) -> listed.use() == Use.RECORDS)
			.map(Listed::file)
			.max(Comparator.comparing(InputFile::modified).thenComparing(InputFile::path))
			.orElse(null);
		return files.stream()
			.map((listed) -> (listed.use() == Use.RECORDS && listed.file() != newest)
					? new Listed(listed.file(), Use.PASSED_OVER, "NOT_NEWEST", this.messages.get("intake.NOT_NEWEST"))
					: listed)
			.toList();
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
