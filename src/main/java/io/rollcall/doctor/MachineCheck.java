package io.rollcall.doctor;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.sun.management.OperatingSystemMXBean;
import io.rollcall.launch.SecondProcess;
import org.jspecify.annotations.Nullable;

/** The machine: Java, memory, disk, encoding, clock, fonts, ports. */
final class MachineCheck {

	private static final int OLDEST_JAVA = 17;

	/** What a run of a large school was measured with; see docs/benchmarks.md. */
	private static final long LEAST_HEAP_MIB = 480;

	/** Ten nights of a large school, and the database's own work files. */
	private static final long LEAST_DISK_MIB = 5_000;

	/** One run of a large school writes more. */
	private static final long FULL_DISK_MIB = 500;

	private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	/** Names that Java gives to whatever fonts there are. */
	private static final Set<String> OF_JAVA = Set.of(Font.DIALOG, Font.DIALOG_INPUT, Font.MONOSPACED, Font.SANS_SERIF,
			Font.SERIF);

	private final Diagnosis found;

	MachineCheck(Diagnosis found) {
		this.found = found;
	}

	void look(Path... written) {
		java();
		memory();
		Arrays.stream(written).forEach(this::disk);
		names();
		clock();
		fonts(() -> GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts());
	}

	private void java() {
		int version = Runtime.version().feature();
		String text = System.getProperty("java.vm.name") + " " + Runtime.version();
		if (version < OLDEST_JAVA) {
			this.found.bad("java.old", text, OLDEST_JAVA);
		}
		else {
			this.found.good("java", text, System.getProperty("java.home"));
		}
	}

	private void memory() {
		long heap = mebibytes(Runtime.getRuntime().maxMemory());
		long machine = (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)
				? mebibytes(system.getTotalMemorySize()) : 0;
		if (heap < LEAST_HEAP_MIB) {
			this.found.note("memory.little", heap, machine);
		}
		else {
			this.found.good("memory", heap, machine);
		}
	}

	private void disk(Path folder) {
		@Nullable Path there = folder;
		while (there != null && !Files.exists(there)) {
			there = there.getParent();
		}
		try {
			if (there == null || !Files.isWritable(there)) {
				this.found.bad("disk.closed", folder);
				return;
			}
			long free = mebibytes(Files.getFileStore(there).getUsableSpace());
			if (free < FULL_DISK_MIB) {
				this.found.bad("disk.full", folder, free);
			}
			else if (free < LEAST_DISK_MIB) {
				this.found.note("disk.little", folder, free);
			}
			else {
				this.found.good("disk", folder, free);
			}
		}
		catch (IOException | RuntimeException ex) {
			this.found.bad("disk.closed", folder);
		}
	}

	private void names() {
		String encoding = System.getProperty("sun.jnu.encoding");
		if (SecondProcess.isUtf8()) {
			this.found.good("names", encoding);
		}
		else {
			this.found.bad("names.lost", encoding);
		}
	}

	private void clock() {
		ZoneId zone = ZoneId.systemDefault();
		this.found.good("clock", MINUTE.format(LocalDateTime.now(OFFICE)), zone,
				MINUTE.format(LocalDateTime.now(zone)));
	}

	/**
	 * Reports are looked at with fonts of this machine only where people open them on it.
	 */
	void fonts(Supplier<Font[]> installed) {
		try {
			String one = Arrays.stream(installed.get())
				.filter((font) -> font.canDisplay('学') && font.canDisplay('龥'))
				.map(Font::getFamily)
				.filter((family) -> !OF_JAVA.contains(family))
				.findFirst()
				.orElse("");
			if (one.isEmpty()) {
				this.found.note("fonts.none");
			}
			else {
				this.found.good("fonts", one);
			}
		}
		catch (RuntimeException | LinkageError | InternalError ex) {
			// Without any font, or the libraries that draw them, Java cannot even look.
			this.found.note("fonts.none");
		}
	}

	void port(Listening wanted, boolean served) {
		if (wanted.isOpen()) {
			return;
		}
		Optional<Integer> port = wanted.number();
		Optional<InetAddress> address = wanted.here();
		if (port.isEmpty() || address.isEmpty()) {
			this.found.bad("port.wrong", wanted.address(), wanted.port());
			return;
		}
		try (ServerSocket socket = new ServerSocket(port.get(), 1, address.get())) {
			this.found.good("port", String.valueOf(socket.getLocalPort()));
		}
		catch (IOException ex) {
			if (served) {
				this.found.good("port.served", wanted.port());
			}
			else {
				this.found.note("port.taken", wanted.port());
			}
		}
	}

	private static long mebibytes(long bytes) {
		return bytes >> 20;
	}

}
