package io.rollcall.campaign;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.rollcall.campaign.Operation.Gate;
import io.rollcall.campaign.Operation.Mail;
import io.rollcall.campaign.Operation.Retention;

/** The settings of a job file by which a campaign runs by itself. */
final class JobOperation {

	static final Set<String> GATE = Set.of("refused_rows", "refused_files", "lost_rows", "finding_jump",
			"finding_floor", "source_age", "require");

	static final Set<String> MAIL = Set.of("from", "registrar", "colleges", "link");

	static final Set<String> RETENTION = Set.of("personal_days", "audit_days");

	/** A code that rises from 0 to a handful is no news. */
	private static final int FINDING_FLOOR = 20;

	private static final Pattern PERCENT = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)\\s*[%％]");

	private static final Pattern COUNT = Pattern.compile("\\d{1,7}");

	private static final Pattern AGE = Pattern.compile("(\\d{1,4})([dh])");

	private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"\\\\]+@[^\\s@<>,;:\"\\\\]+");

	private static final Pattern LINK = Pattern.compile("https?://\\S+");

	private JobOperation() {
	}

	static Operation of(JobSection root, Colleges colleges) {
		return new Operation(root.find("time_zone").map(JobOperation::zone).orElse(ZoneId.of("Asia/Shanghai")),
				root.find("gate").map(JobOperation::gate).orElse(Gate.NONE),
				root.find("mail").map((node) -> mail(node, colleges)),
				root.find("retention").map(JobOperation::retention).orElse(Retention.STANDARD),
				root.find("keep_runs").map(JobOperation::runs).orElse(Operation.LEAST_RUNS),
				root.find("strict_exit").map(JobOperation::strictExit).orElse(StrictExit.FILES));
	}

	private static ZoneId zone(JobNode node) {
		try {
			return ZoneId.of(node.text());
		}
		catch (DateTimeException ex) {
			throw new SettingException(node.path(), "TIME_ZONE", JobSection.shorten(node.text()));
		}
	}

	private static Gate gate(JobNode node) {
		JobSection gate = new JobSection(node, GATE);
		return new Gate(gate.find("refused_rows").map(JobOperation::share),
				gate.find("refused_files").map((files) -> OptionalInt.of(count(files))).orElseGet(OptionalInt::empty),
				gate.find("lost_rows").map(JobOperation::share), gate.find("finding_jump").map(JobOperation::share),
				gate.find("finding_floor").map(JobOperation::count).orElse(FINDING_FLOOR),
				gate.find("source_age").map(JobOperation::age),
				gate.find("require")
					.map((roles) -> roles.list().stream().map(JobReader::comparedRole).collect(Collectors.toSet()))
					.orElse(Set.of()));
	}

	private static Mail mail(JobNode node, Colleges colleges) {
		JobSection mail = new JobSection(node, MAIL);
		Map<String, List<String>> addresses = new LinkedHashMap<>();
		mail.find("colleges").map(JobNode::map).orElse(Map.of()).forEach((college, list) -> {
			if (colleges.all().stream().noneMatch((known) -> known.name().equals(college))) {
				throw new SettingException(list.path(), "UNKNOWN_COLLEGE", JobSection.shorten(college));
			}
			addresses.put(college, addresses(list));
		});
		return new Mail(address(mail.required("from")),
				mail.find("registrar").map(JobOperation::addresses).orElse(List.of()), addresses,
				mail.find("link").map(JobOperation::link));
	}

	private static List<String> addresses(JobNode node) {
		return (node.isList() ? node.list() : List.of(node)).stream().map(JobOperation::address).toList();
	}

	private static String address(JobNode node) {
		if (!ADDRESS.matcher(node.text()).matches()) {
			throw new SettingException(node.path(), "ADDRESS");
		}
		return node.text();
	}

	private static String link(JobNode node) {
		if (!LINK.matcher(node.text()).matches()) {
			throw new SettingException(node.path(), "LINK", JobSection.shorten(node.text()));
		}
		return node.text();
	}

	private static Retention retention(JobNode node) {
		JobSection section = new JobSection(node, RETENTION);
		return section.make(() -> new Retention(
				section.find("personal_days").map(JobOperation::count).orElse(Retention.STANDARD.personalDays()),
				section.find("audit_days").map(JobOperation::count).orElse(Retention.STANDARD.auditDays())));
	}

	private static BigDecimal share(JobNode node) {
		var percent = PERCENT.matcher(node.text());
		if (!percent.matches()) {
			throw new SettingException(node.path(), "NOT_A_SHARE", JobSection.shorten(node.text()));
		}
		return new BigDecimal(percent.group(1)).movePointLeft(2);
	}

	private static int count(JobNode node) {
		if (!COUNT.matcher(node.text()).matches()) {
			throw new SettingException(node.path(), "NOT_A_COUNT", JobSection.shorten(node.text()));
		}
		return Integer.parseInt(node.text());
	}

	private static int runs(JobNode node) {
		int runs = count(node);
		if (runs < Operation.LEAST_RUNS) {
			throw new SettingException(node.path(), "AT_LEAST", Operation.LEAST_RUNS);
		}
		return runs;
	}

	private static StrictExit strictExit(JobNode node) {
		return StrictExit.of(node.text())
			.orElseThrow(() -> new SettingException(node.path(), "STRICT_EXIT", JobSection.shorten(node.text())));
	}

	private static Duration age(JobNode node) {
		var age = AGE.matcher(node.text());
		if (!age.matches()) {
			throw new SettingException(node.path(), "NOT_AN_AGE", JobSection.shorten(node.text()));
		}
		long number = Long.parseLong(age.group(1));
		return age.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
	}

}
