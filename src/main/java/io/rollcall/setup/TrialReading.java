package io.rollcall.setup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.SourceRole;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.check.FileCheck;
import io.rollcall.check.FileReport;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.text.Messages;

/** Reads the files of a folder by a job file, as {@code check} does. */
final class TrialReading {

	/** Of what the row rules say, so many kinds are named. */
	private static final int SHOWN = 4;

	private final Exports exports;

	private final IntakeSettings settings;

	private final Messages messages;

	private final Consumer<String> reading;

	TrialReading(Exports exports, Campaign campaign, Messages messages, LocalDate today, Consumer<String> reading) {
		this.reading = reading;
		this.exports = exports;
		this.messages = messages;
		this.settings = new IntakeSettings(campaign, campaign.period().businessDate().orElse(today), false, messages);
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (SourceRole role : SourceRole.values()) {
			List<ExportFile> files = this.exports.of(role);
			if (!files.isEmpty() && role != SourceRole.REVIEWS) {
				role(role, files, lines);
			}
		}
		return lines;
	}

	private void role(SourceRole role, List<ExportFile> files, List<String> lines) {
		long[] rows = new long[3];
		Map<String, Long> marks = new TreeMap<>();
		List<String> refused = new ArrayList<>();
		for (ExportFile file : files) {
			this.reading.accept(file.path());
			List<Path> beside = FileCheck.tablesIn(file.file().file().toAbsolutePath().getParent());
			FileReport report = new FileCheck(this.settings, role, 0, () -> {
			}).check(file.file().file(), beside);
			report.outcome()
				.refusal()
				.ifPresent((refusal) -> refused
					.add("    " + this.messages.get("setup.tried.refused", file.path(), refusal.detail())));
			rows[0] += report.outcome().rowsRead();
			rows[1] += report.outcome().rowsLoaded();
			rows[2] += report.outcome().rowsRejected();
			report.counts().forEach((code, count) -> marks.merge(code, count, Long::sum));
		}
		lines.add("  " + this.messages.get("setup.tried.role", this.messages.get("run.role." + role.word()), rows[0],
				rows[1], rows[2], marks(marks)));
		lines.addAll(refused);
	}

	private String marks(Map<String, Long> counts) {
		String marks = counts.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().startsWith("ROW_"))
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed())
			.limit(SHOWN)
			.map((entry) -> this.messages.get("setup.count",
					Catalogue.shipped().get(entry.getKey()).title(this.messages.locale()), entry.getValue()))
			.collect(Collectors.joining(this.messages.get("setup.comma")));
		return marks.isEmpty() ? "" : this.messages.get("setup.tried.marks", marks);
	}

}
