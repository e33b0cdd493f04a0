package io.rollcall.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.rollcall.campaign.Operation.Gate;
import io.rollcall.campaign.SourceRole;
import io.rollcall.facts.RunCause.Check;
import io.rollcall.run.RunMetrics.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a run back that looks wrong. What is compared is compared with the last published
 * run of an earlier date; without one such checks hold nothing.
 */
@Component
public class PublishGate {

	/** The two codes are one matter, before and after the deadline. */
	private static final Map<String, String> ONE = Map.of("SELF_CHECK_OVERDUE", "NOT_SELF_CHECKED");

	private static final int DECIMALS = 4;

	private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

	private final JdbcClient jdbc;

	private final RunMetrics metrics;

	private final RunStates states;

	/** A gate over the figures of earlier nights. */
	public PublishGate(JdbcClient jdbc, RunMetrics metrics, RunStates states) {
		this.jdbc = jdbc;
		this.metrics = metrics;
		this.states = states;
	}

	/**
	 * Judges a run whose figures are entered, and keeps the verdict in a transaction of
	 * its own: after a kill it must be there if the run's folder is.
	 * @return whether the run is to be held
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public boolean judge(RunContext context) {
		List<Check> checks = checks(context.run(), context.campaign().operation().gate());
		this.jdbc.sql("delete from run_gate where run_id = ?").param(context.run().id()).update();
		int place = 0;
		for (Check check : checks) {
			this.jdbc.sql("insert into run_gate values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(context.run().campaignId(), context.run().id(), ++place, check.check(), check.role(),
						check.code(), check.measured().orElse(null), check.limit(), check.held())
				.update();
		}
		return checks.stream().anyMatch(Check::held);
	}

	/** What the gate said of a run. */
	public List<Check> verdict(Run run) {
		return this.jdbc.sql("select * from run_gate where run_id = ? order by place")
			.param(run.id())
			.query((row, index) -> new Check(row.getString("check_name"), row.getString("role"), row.getString("code"),
					Optional.ofNullable(row.getBigDecimal("measured")), row.getBigDecimal("limit_value"),
					row.getBoolean("held")))
			.list();
	}

	/** What a gate says of a run whose figures are entered. */
	public List<Check> checks(Run run, Gate gate) {
		Figures now = this.metrics.of(run.id());
		Optional<Figures> before = this.metrics.before(run);
		List<Check> checks = new ArrayList<>();
		gate.refusedRows()
			.ifPresent((limit) -> compared()
				.forEach((role) -> checks.add(refused(role, now.get("rejected", role), now.get("read", role), limit))));
		gate.refusedFiles()
			.ifPresent((limit) -> checks
				.add(new Check("refused_files", "", "", Optional.of(BigDecimal.valueOf(now.sum("files"))),
						BigDecimal.valueOf(limit), now.sum("files") > limit)));
		gate.lostRows()
			.ifPresent((limit) -> compared()
				.forEach((role) -> checks.add(before.map((earlier) -> lost(role, now, earlier, limit))
					.orElseGet(() -> unmeasured("lost_rows", role, limit)))));
		gate.findingJump()
			.ifPresent((limit) -> checks.addAll(before.map((earlier) -> jumps(now, earlier, limit, gate.findingFloor()))
				.orElseGet(() -> List.of(unmeasured("finding_jump", "", limit)))));
		gate.sourceAge()
			.filter((limit) -> run.inputsOf().isEmpty())
			.ifPresent((limit) -> ages(run).forEach((role, age) -> checks.add(
					new Check("source_age", role, "", Optional.of(days(age)), days(limit), age.compareTo(limit) > 0))));
		gate.require()
			.stream()
			.map(SourceRole::word)
			.sorted()
			.forEach((role) -> checks
				.add(new Check("require", role, "", Optional.of(BigDecimal.valueOf(now.get("loaded", role))),
						BigDecimal.ONE, now.get("loaded", role) == 0)));
		return checks;
	}

	private static List<String> compared() {
		return Stream.of(SourceRole.values()).filter(SourceRole::isCompared).map(SourceRole::word).toList();
	}

	private static Check refused(String role, long rejected, long read, BigDecimal limit) {
		return new Check("refused_rows", role, "", Optional.of(share(rejected, read)), limit,
				exceeds(rejected, read, limit));
	}

	private static Check unmeasured(String check, String role, BigDecimal limit) {
		return new Check(check, role, "", Optional.empty(), limit, false);
	}

	private static Check lost(String role, Figures now, Figures earlier, BigDecimal limit) {
		long before = earlier.get("loaded", role);
		long rows = now.get("loaded", role);
		BigDecimal measured = share(Math.max(0, before - rows), before);
		boolean vanished = before > 0 && rows == 0;
		return new Check("lost_rows", role, "", Optional.of(measured), limit,
				vanished || exceeds(before - rows, before, limit));
	}

	/** Codes that rose; without any, one line says so. */
	private static List<Check> jumps(Figures now, Figures earlier, BigDecimal limit, int floor) {
		Map<String, Long> before = problems(earlier);
		List<Check> checks = new ArrayList<>();
		problems(now).forEach((code, count) -> {
			long rise = count - before.getOrDefault(code, 0L);
			if (rise > 0) {
				long base = before.getOrDefault(code, 0L);
				// From nothing, every finding is a whole share more.
				checks.add(new Check("finding_jump", "", code, Optional.of(share(rise, Math.max(base, 1))), limit,
						rise > floor && exceeds(rise, base, limit)));
			}
		});
		return checks.isEmpty() ? List.of(new Check("finding_jump", "", "", Optional.of(BigDecimal.ZERO), limit, false))
				: checks;
	}

	private static Map<String, Long> problems(Figures figures) {
		Map<String, Long> counts = new TreeMap<>();
		figures.names("problems")
			.forEach((code) -> counts.merge(ONE.getOrDefault(code, code), figures.get("problems", code), Long::sum));
		return counts;
	}

	/** Exact, where the share that is shown is rounded. */
	private static boolean exceeds(long part, long whole, BigDecimal limit) {
		return BigDecimal.valueOf(part).compareTo(limit.multiply(BigDecimal.valueOf(whole))) > 0;
	}

	private static BigDecimal share(long part, long whole) {
		return (whole == 0) ? BigDecimal.ZERO
				: BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
	}

	private static BigDecimal days(Duration age) {
		return BigDecimal.valueOf(age.toSeconds()).divide(SECONDS_A_DAY, DECIMALS, RoundingMode.HALF_UP);
	}

	/** How old the newest file of each compared role was when the list was frozen. */
	private Map<String, Duration> ages(Run run) {
		Instant frozen = this.states.frozenAt(run);
		Map<String, Duration> ages = new HashMap<>();
		this.jdbc
			.sql("select role, max(modified) as newest from run_file where run_id = ? and role = any (?) group by role")
			.params(run.id(), compared().toArray(String[]::new))
			.query((row) -> {
				Duration age = Duration.between(row.getObject("newest", OffsetDateTime.class).toInstant(), frozen);
				ages.put(row.getString("role"), age.isNegative() ? Duration.ZERO : age);
			});
		return new TreeMap<>(ages);
	}

}
