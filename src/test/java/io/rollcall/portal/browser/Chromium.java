package io.rollcall.portal.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.opentest4j.TestAbortedException;

/**
 * Finds a Chromium with Chinese fonts, or installs one where that is possible: as root on
 * Debian and its kin. Elsewhere the tests that need it are passed over with a sentence,
 * and fail where the environment says {@code CI=true}.
 */
final class Chromium {

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
			"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

	private static final long MINUTES = 10;

	private static final String HELP = "These tests need Chromium and Chinese fonts; install them by "
			+ "\"apt-get install chromium fonts-noto-cjk\", or name a browser by -Drollcall.browser=PATH";

	private static Path found;

	private Chromium() {
	}

	/** The browser's program. */
	static synchronized Path path() {
		if (found == null) {
			found = named().or(Chromium::there).or(Chromium::installed).orElseThrow(Chromium::missing);
		}
		return found;
	}

	private static RuntimeException missing() {
		return "true".equals(System.getenv("CI")) ? new IllegalStateException(HELP) : new TestAbortedException(HELP);
	}

	private static Optional<Path> named() {
		return Stream.of(System.getProperty("rollcall.browser"), System.getenv("ROLLCALL_BROWSER"))
			.filter((name) -> name != null && !name.isBlank())
			.map(Path::of)
			.findFirst();
	}

	private static Optional<Path> there() {
		return PLACES.stream().map(Path::of).filter(Files::isExecutable).filter((path) -> hasFonts()).findFirst();
	}

	/** Where nobody can ask for fonts there is a desktop that has them. */
	private static boolean hasFonts() {
		if (!Files.isExecutable(Path.of("/usr/bin/fc-list"))) {
			return !Files.exists(Path.of("/usr/bin/apt-get"));
		}
		try {
			Process list = new ProcessBuilder("/usr/bin/fc-list", ":lang=zh-cn").start();
			return !new String(list.getInputStream().readAllBytes()).isBlank();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<Path> installed() {
		Path apt = Path.of("/usr/bin/apt-get");
		if (!Files.isExecutable(apt) || !"root".equals(System.getProperty("user.name"))) {
			return Optional.empty();
		}
		Path lock = Path.of(System.getProperty("java.io.tmpdir"), "rollcall-browser.lock");
		try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			channel.lock();
			if (there().isEmpty()) {
				System.out.println("Installing chromium and fonts-noto-cjk for the browser tests, once");
				run(apt.toString(), "-qq", "update");
				run(apt.toString(), "-qq", "-y", "--no-install-recommends", "install", "chromium", "fonts-noto-cjk",
						"fontconfig");
			}
			return there();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Path.of("target", "browser-install.log").toFile());
		builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
		Process process = builder.start();
		try {
			if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
				process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroyForcibly();
		}
	}

}
