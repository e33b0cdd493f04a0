package io.rollcall.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.Role;
import io.rollcall.campaign.Campaign;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.nightly.JobFolder;
import io.rollcall.nightly.RunLine;
import io.rollcall.nightly.Serve;
import io.rollcall.nightly.ServeSettings;
import io.rollcall.run.Run;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunRequest;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole portal over HTTP on a database and folders of its own: a small school of two
 * colleges, and an account of each kind. Nothing runs by the clock.
 */
public final class PortalServer implements AutoCloseable {

	/** The campaign's name. */
	public static final String CAMPAIGN = "freshman-2020";

	/** The address of the campaign's pages. */
	public static final String AT = "/campaigns/" + CAMPAIGN;

	/** The two colleges. */
	public static final List<String> COLLEGES = List.of("飞行器学院", "理学院");

	/** Everybody's password. */
	public static final String PASSWORD = "a password that lasts";

	private static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,民族,专业名称,学院,查询时间\n";

	/** As the roster has them. */
	private static final String ROSTER = """
			20610000000001,202001001,张三,女,19940823,810000199408230021,汉族,飞行器设计,飞行器学院,
			20610000000002,202001002,李四,男,19950101,81000019950101901X,汉族,软件工程,理学院,
			20610000000003,202001003,王五,男,19950101,81000019950101901X,汉族,软件工程,理学院,
			""";

	private static final String PLATFORM = """
			20610000000001,202001001,张散,女,19940823,810000199408230021,汉族,飞行器设计,飞行器学院,20201110
			20610000000002,202001002,李四,男,19950101,81000019950101901X,汉族,软件工程,理学院,
			20610000000003,202001003,王武,男,19950101,81000019950101901X,汉族,软件工程,理学院,20201110
			""";

	private static PortalServer shared;

	private final Path folder;

	private final Database database;

	private final ConfigurableApplicationContext context;

	private final Map<String, PortalClient> clients = new HashMap<>();

	/**
	 * Opens a portal.
	 * @param folder where its folders lie
	 * @param properties further settings
	 */
	public PortalServer(Path folder, String... properties) throws IOException {
		this(folder, TestDatabase.migrated(), properties);
	}

	private PortalServer(Path folder, Database database, String... properties) throws IOException {
		this.folder = folder;
		this.database = database;
		Path jobs = Files.createDirectories(folder.resolve("jobs"));
		Files.copy(Path.of("src/test/resources/jobs/freshman-2020.yml"), jobs.resolve("freshman-2020.yml"),
				StandardCopyOption.REPLACE_EXISTING);
		for (String role : List.of("roster", "admission")) {
			file(role + "/a.csv", HEADER + ROSTER);
		}
		file("platform/a.csv", HEADER + PLATFORM);
		ServeSettings settings = new ServeSettings(jobs, folder.resolve("input"), folder.resolve("output"), false,
				ServeSettings.USUAL_RUNS_AT_ONCE);
		Map<String, Object> told = new HashMap<>(Portal.properties());
		told.put("rollcall.home", Files.createDirectories(folder.resolve("home")).toString());
		told.put("server.port", "0");
		told.put("server.address", "127.0.0.1");
		told.put("management.server.port", "0");
		told.put("management.server.address", "127.0.0.1");
		told.put("management.endpoints.web.exposure.include", "*");
		for (String property : properties) {
			told.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
		}
		this.context = new SpringApplicationBuilder(Serve.class, Portal.class).properties(told)
			.initializers((starting) -> {
				this.database.configure(starting.getEnvironment());
				starting.getBeanFactory().registerSingleton("database", this.database);
				starting.getBeanFactory().registerSingleton("serveSettings", settings);
			})
			.run("--spring.main.web-application-type=servlet");
		account("registrar", Role.REGISTRAR);
		account("auditor", Role.AUDITOR);
		account("operator", Role.OPERATOR);
		account("provincial", Role.PROVINCIAL);
		account("college", Role.COLLEGE, COLLEGES.get(0));
		account("other", Role.COLLEGE, COLLEGES.get(1));
	}

	/**
	 * The portal that tests share which change nothing of it, with one published run of
	 * 2020-11-10.
	 * @return the portal, open until the tests end
	 */
	public static synchronized PortalServer shared() {
		if (shared == null) {
			try {
				shared = new PortalServer(
						Files.createTempDirectory(Files.createDirectories(Path.of("target")), "portal"));
				shared.run("2020-11-10");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return shared;
	}

	private void account(String name, Role role, String... colleges) {
		if (get(Accounts.class).find(name).isEmpty()) {
			String school = (role == Role.PROVINCIAL) ? "" : "11736";
			get(Accounts.class).add(name, role, school, List.of(colleges), Optional.of(PASSWORD), Actor.SYSTEM);
		}
	}

	/** Writes an input file, such as {@code roster/b.csv}. */
	public void file(String name, String text) throws IOException {
		Path file = this.folder.resolve("input").resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	/** Carries a run through, as a command does. */
	public Run run(String date) {
		JobFolder.Job job = new JobFolder(this.folder.resolve("jobs")).read().job(CAMPAIGN).orElseThrow();
		Campaign campaign = job.campaign();
		RunRequest request = new RunRequest(job.file(), job.text(), campaign, LocalDate.parse(date),
				this.folder.resolve("input"), output(), "", false,
				new RunOrigin(RunOrigin.Trigger.COMMAND, Optional.empty(), "somebody"));
		return get(RunLine.class).start(request, new RunLine.Wish(true, (run) -> {
		}, RunListener.NONE)).run();
	}

	/** A bean. */
	public <T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	/** The database. */
	public JdbcClient jdbc() {
		return get(JdbcClient.class);
	}

	/** The output folder. */
	public Path output() {
		return this.folder.resolve("output");
	}

	/** The input folder. */
	public Path input() {
		return this.folder.resolve("input");
	}

	/** Where the portal is, without a slash at the end. */
	public String address() {
		boolean tls = this.context.getEnvironment().containsProperty("server.ssl.key-store");
		return (tls ? "https" : "http") + "://127.0.0.1:"
				+ this.context.getEnvironment().getProperty("local.server.port");
	}

	/** Where the management port is, without a slash at the end. */
	public String management() {
		return "http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.management.port");
	}

	/** Somebody who is not signed in. */
	public PortalClient stranger() {
		return new PortalClient(address());
	}

	/**
	 * Somebody who is signed in: registrar, auditor, operator, college (of the first
	 * college), other (of the second).
	 */
	public synchronized PortalClient as(String account) {
		return this.clients.computeIfAbsent(account, (name) -> new PortalClient(address()).signIn(name, PASSWORD));
	}

	/** Ends this portal and opens another one on its database and folders. */
	public PortalServer restarted(String... properties) throws IOException {
		close();
		return new PortalServer(this.folder, this.database, properties);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
