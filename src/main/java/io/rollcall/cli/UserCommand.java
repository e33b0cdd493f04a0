package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rollcall.access.AccountFailure;
import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.Role;
import io.rollcall.campaign.College;
import io.rollcall.nightly.JobFolder;
import io.rollcall.nightly.Schools;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code user}: the accounts of people. */
@Command(name = "user")
final class UserCommand implements Callable<Integer> {

	private static final String LIST = "list";

	private static final List<String> ACTIONS = List.of("add", "change", "password", "disable", "enable", LIST);

	/** What only some actions take. */
	private static final Map<String, List<String>> TAKEN_BY = Map.of("--role", List.of("add", "change"), "--school",
			List.of("add", "change"), "--college", List.of("add", "change"), "--password-file",
			List.of("add", "password"));

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "cli.help.userAction")
	private String action;

	@Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "cli.help.userName")
	private String name;

	@Option(names = "--role", paramLabel = "ROLE", descriptionKey = "cli.help.userRole")
	private String role;

	@Option(names = "--school", paramLabel = "CODE", descriptionKey = "cli.help.userSchool")
	private String school;

	@Option(names = "--college", paramLabel = "NAME", descriptionKey = "cli.help.userCollege")
	private List<String> colleges = List.of();

	@Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "cli.help.passwordFile")
	private Path passwordFile;

	@Option(names = "--jobs", paramLabel = "DIR", defaultValue = "jobs", descriptionKey = "cli.help.jobs")
	private Path jobs;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		if (!ACTIONS.contains(this.action)) {
			throw new UsageError(messages.get("cli.user.action", this.action, String.join(", ", ACTIONS)));
		}
		checkWords(messages);
		Optional<Role> wanted = Optional.ofNullable(this.role).map((word) -> role(word, messages));
		Optional<String> password = Optional.ofNullable(this.passwordFile).map((file) -> password(file, messages));
		try (Session session = session(messages)) {
			JobFolder.Content content = new JobFolder(this.jobs).read();
			Known schools = new Known(content, session.get(Schools.class).codes(content));
			act(session.get(Accounts.class), wanted, schools, password, messages);
			return ExitCode.OK;
		}
		catch (AccountFailure ex) {
			throw new UsageError(ex.sentence(messages));
		}
	}

	private void checkWords(Messages messages) {
		if (this.name == null && !this.action.equals(LIST)) {
			throw new UsageError(messages.get("cli.usage.missing", "NAME"));
		}
		if (this.name != null && this.action.equals(LIST)) {
			throw new UsageError(messages.get("cli.usage.unknown", this.name, this.spec.qualifiedName()));
		}
		TAKEN_BY.entrySet()
			.stream()
			.filter((option) -> !option.getValue().contains(this.action))
			.map(Map.Entry::getKey)
			.filter(this.spec.commandLine().getParseResult()::hasMatchedOption)
			.sorted()
			.findFirst()
			.ifPresent((option) -> {
				throw new UsageError(messages.get("cli.user.option", this.action, option,
						String.join(messages.get("cli.comma"), TAKEN_BY.get(option))));
			});
	}

	/** Whatever changes an account needs a transaction. */
	private Session session(Messages messages) {
		PrintWriter errors = this.spec.commandLine().getErr();
		return this.action.equals(LIST) ? Session.openToRead(this.database.url(), messages, errors)
				: Session.openQuietly(this.database.url(), messages, errors);
	}

	/** The job files, and the codes of all schools. */
	private record Known(JobFolder.Content content, List<String> codes) {
	}

	private void act(Accounts accounts, Optional<Role> wanted, Known schools, Optional<String> password,
			Messages messages) {
		Actor actor = Actor.shell();
		switch (this.action) {
			case "add" -> {
				Role given = wanted.orElseThrow(() -> new UsageError(messages.get("cli.usage.missing", "--role")));
				String of = school(given, "", schools, messages);
				say("added", messages,
						accounts.add(this.name, given, of, colleges(of, schools, messages), password, actor));
			}
			case "change" -> {
				Accounts.Account account = accounts.find(this.name)
					.orElseThrow(() -> new UsageError(messages.get("access.UNKNOWN", this.name)));
				Role given = wanted.orElse(account.role());
				String of = school(given, account.school(), schools, messages);
				boolean moves = !account.school().isEmpty() && !of.equals(account.school());
				boolean kept = this.colleges.isEmpty() && given == Role.COLLEGE && !moves;
				accounts.change(this.name, given, of, kept ? account.colleges() : colleges(of, schools, messages),
						actor);
				say("changed", messages, Optional.empty());
			}
			case "password" -> say("password", messages, accounts.password(this.name, password, actor));
			case "disable", "enable" -> {
				accounts.disable(this.name, this.action.equals("disable"), actor);
				say(this.action + "d", messages, Optional.empty());
			}
			default -> accounts.all().forEach((account) -> {
				String line = String.join("\t", account.name(), account.role().word(),
						String.join(",", account.colleges()), state(account));
				this.spec.commandLine()
					.getOut()
					.println((schools.codes().size() > 1) ? line + "\t" + account.school() : line);
			});
		}
	}

	/** The school that is named, else that which the account has, else the only one. */
	private String school(Role given, String had, Known schools, Messages messages) {
		String all = String.join(", ", schools.codes());
		if (this.school != null) {
			boolean known = schools.codes().isEmpty() ? this.school.matches("\\d{5}")
					: schools.codes().contains(this.school);
			if (!known) {
				throw new UsageError(messages.get("cli.user.school", this.school, all));
			}
			return this.school;
		}
		if (given == Role.PROVINCIAL) {
			return "";
		}
		if (schools.codes().size() < 2 || !had.isEmpty()) {
			return had.isEmpty() ? all : had;
		}
		if (given != Role.OPERATOR) {
			throw new UsageError(messages.get("cli.user.schools", all));
		}
		return "";
	}

	private static String state(Accounts.Account account) {
		return account.disabled() ? "disabled" : account.oneTime() ? "one-time" : "active";
	}

	/** A one-time password stands alone on the last line. */
	private void say(String key, Messages messages, Optional<String> oneTime) {
		this.spec.commandLine().getOut().println(messages.get("cli.user." + key, this.name));
		oneTime.ifPresent((word) -> {
			this.spec.commandLine().getOut().println(messages.get("cli.user.oneTime"));
			this.spec.commandLine().getOut().println(word);
		});
	}

	private static Role role(String word, Messages messages) {
		return Role.of(word)
			.orElseThrow(() -> new UsageError(messages.get("cli.user.role", word,
					String.join(", ", Stream.of(Role.values()).map(Role::word).toList()))));
	}

	private List<String> colleges(String of, Known schools, Messages messages) {
		List<JobFolder.Job> campaigns = schools.content()
			.jobs()
			.values()
			.stream()
			.filter((job) -> job.campaign().school().code().equals(of))
			.toList();
		return this.colleges.stream().map((college) -> college(college, campaigns, messages)).distinct().toList();
	}

	/** The official name; as it was written where no job file tells colleges. */
	private static String college(String written, List<JobFolder.Job> campaigns, Messages messages) {
		if (campaigns.isEmpty()) {
			return written.strip();
		}
		return campaigns.stream()
			.map((job) -> job.campaign().colleges().resolve(written).college())
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> new UsageError(messages.get("run.UNKNOWN_COLLEGE", written,
					String.join(", ",
							campaigns.stream()
								.flatMap((job) -> job.campaign().colleges().all().stream())
								.map(College::name)
								.distinct()
								.toList()))));
	}

	private static String password(Path file, Messages messages) {
		Function<Path, UsageError> wrong = (path) -> new UsageError(messages.get("cli.user.passwordFile", path));
		try (Stream<String> lines = Files.lines(file)) {
			return lines.findFirst().orElseThrow(() -> wrong.apply(file));
		}
		catch (IOException | java.io.UncheckedIOException ex) {
			throw wrong.apply(file);
		}
	}

}
