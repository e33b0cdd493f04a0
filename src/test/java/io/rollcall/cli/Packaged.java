package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.Patience;
import io.rollcall.campaign.Cases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged jar in a folder of its own, started as users start it: several commands
 * beside each other, under any locale, ended by any signal.
 */
final class Packaged {

	/** The repository. */
	static final Path ROOT = Path.of("").toAbsolutePath();

	private final Path folder;

	private final String locale;

	private final Path home;

	private final List<String> flags = new ArrayList<>(List.of("-Xmx512m"));

	private int started;

	Packaged(Path folder) {
		this(folder, "C.UTF-8", folder.resolve("home"));
	}

	Packaged(Path folder, String locale, Path home) {
		this.folder = folder;
		this.locale = locale;
		this.home = home;
	}

	/** The shipped job file, so that no command has to name it. */
	Packaged withJob() throws IOException {
		Files.createDirectories(this.folder.resolve("jobs"));
		Files.copy(Cases.ungated(), this.folder.resolve("jobs/freshman-2020.yml"));
		return this;
	}

	Packaged withFlag(String flag) {
		this.flags.add(flag);
		return this;
	}

	/**
	 * Enough invented students to be met in the middle of reading.
	 */
	Packaged withManyStudents(int rows) throws IOException {
		for (String role : List.of("roster", "platform")) {
			Path file = this.folder.resolve("input").resolve(role).resolve("many.csv");
			Files.createDirectories(file.getParent());
			try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
				out.println("考生号,学号,姓名,出生日期,专业名称,学院");
				for (int i = 0; i < rows; i++) {
					out.printf("2061%010d,2020%06d,测试%c,2001%02d%02d,飞行器设计,飞行器学院%n", i, i, '一' + i % 2000,
							1 + i / 28 % 12, 1 + i % 28);
				}
			}
		}
		return this;
	}

	Started start(String... words) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.flags);
		command.addAll(List.of("-jar", System.getProperty("rollcall.jar")));
		command.addAll(List.of(words));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true);
		Path output = this.folder.resolve("output-%d.txt".formatted(++this.started));
		builder.redirectOutput(output.toFile());
		builder.environment().put("LC_ALL", this.locale);
		builder.environment().put("ROLLCALL_HOME", this.home.toString());
		return new Started(builder.start(), output);
	}

	Ended call(String... words) throws Exception {
		return start(words).ended();
	}

	/** The embedded server's number, 0 when none runs. */
	long server() throws IOException {
		Path file = this.home.resolve("database/postmaster.pid");
		if (Files.notExists(file)) {
			return 0;
		}
		List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
		return Long.parseLong(lines.get(0).strip());
	}

	/** All that is written in the files below a folder. */
	static String textOf(Path folder) throws IOException {
		StringBuilder text = new StringBuilder();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				text.append(file).append('\n').append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
			}
		}
		return text.toString();
	}

	/**
	 * A command that runs.
	 *
	 * @param process its process
	 * @param output where its words go
	 */
	record Started(Process process, Path output) {

		/** Waits until it has said something. */
		Started said(String words) throws Exception {
			Patience.await(words, () -> text().contains(words) || !this.process.isAlive(), this::text);
			assertThat(text()).contains(words);
			return this;
		}

		Started signal(String name) throws Exception {
			// It may have ended this very moment, which the kill command calls an error.
			new ProcessBuilder("sh", "-c", "kill -" + name + " " + this.process.pid()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
			return this;
		}

		String text() throws IOException {
			return Files.readString(this.output);
		}

		Ended ended() throws Exception {
			return new Ended(Patience.await(this.process, this::text), withoutNotice(text()));
		}

	}

	/**
	 * What a command printed without the line that only a slow machine sees: that the
	 * database is still starting.
	 * @param printed everything printed
	 */
	static String withoutNotice(String printed) {
		return printed.lines()
			.filter((line) -> !line.startsWith("正在启动数据库"))
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
	}

	/**
	 * How a command ended.
	 *
	 * @param code its exit code
	 * @param text all it said but for the notice
	 */
	record Ended(int code, String text) {
	}

}
