package io.rollcall.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a campaign runs by itself.
 *
 * @param timeZone where the schedule's hours are those of the clock on the wall
 * @param gate what holds a finished run back
 * @param mail who is told, empty for nobody
 * @param retention how long personal data stay after the campaign is closed
 * @param keepRuns of how many published runs the parsed records stay, the newest first
 * @param strictExit which refusals the exit code of a run tells of
 */
public record Operation(ZoneId timeZone, Gate gate, Optional<Mail> mail, Retention retention, int keepRuns,
		StrictExit strictExit) {

	/** The pages show the newest run's records. */
	public static final int LEAST_RUNS = 1;

	/**
	 * What holds a finished run back. A limit is what may still be; beyond it the run is
	 * held.
	 *
	 * @param refusedRows share of a compared role's rows that were refused, 0 to 1
	 * @param refusedFiles number of refused files of all roles
	 * @param lostRows share by which a compared role has fewer loaded rows than before
	 * @param findingJump share by which a code of severity E or W rose
	 * @param findingFloor number by which such a code has to rise besides
	 * @param sourceAge how old a compared role's newest file may be
	 * @param require roles that must be usable
	 */
	public record Gate(Optional<BigDecimal> refusedRows, OptionalInt refusedFiles, Optional<BigDecimal> lostRows,
			Optional<BigDecimal> findingJump, int findingFloor, Optional<Duration> sourceAge, Set<SourceRole> require) {

		/** Holds nothing. */
		public static final Gate NONE = new Gate(Optional.empty(), OptionalInt.empty(), Optional.empty(),
				Optional.empty(), 0, Optional.empty(), Set.of());

		public Gate {
			require = Set.copyOf(require);
		}

	}

	/**
	 * Who is told by mail. Addresses are those of offices.
	 *
	 * @param from the sender
	 * @param registrar the registrar's addresses
	 * @param colleges the colleges' addresses, by official name
	 * @param link where the reports are seen, empty without
	 */
	public record Mail(String from, List<String> registrar, Map<String, List<String>> colleges, Optional<String> link) {

		public Mail {
			registrar = List.copyOf(registrar);
			colleges = new LinkedHashMap<>(colleges);
		}

	}

	/**
	 * How long things stay, in days.
	 *
	 * @param personalDays personal data, from the day on which the campaign was closed
	 * @param auditDays rows of the audit log, at least {@value #AUDIT_LEAST}
	 */
	public record Retention(int personalDays, int auditDays) {

		/** Six months, 网络安全法. */
		public static final int AUDIT_LEAST = 180;

		/** What holds where the job file says nothing. */
		public static final Retention STANDARD = new Retention(30, AUDIT_LEAST);

		public Retention {
			if (auditDays < AUDIT_LEAST) {
				throw new SettingException("audit_days", "AT_LEAST", AUDIT_LEAST);
			}
		}

	}

}
