package io.rollcall.portal.runs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import io.rollcall.access.Role;
import io.rollcall.campaign.College;
import io.rollcall.desk.CampaignBoard;
import io.rollcall.desk.Deadlines;
import io.rollcall.desk.RunBoard;
import io.rollcall.nightly.NightBoard;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Jobs;
import io.rollcall.portal.Visitor;
import org.springframework.stereotype.Component;

/** Gathers what a campaign's page shows, for whom it is. */
@Component
class CampaignViews {

	/** A month of nights is what a line still shows. */
	private static final int NIGHTS = 31;

	/** Of a date, month and day stand below a line. */
	private static final int MONTH = 5;

	private final RunBoard runs;

	private final CampaignBoard campaigns;

	private final NightBoard nights;

	private final Jobs jobs;

	private final InstantSource clock;

	CampaignViews(RunBoard runs, CampaignBoard campaigns, NightBoard nights, Jobs jobs, InstantSource clock) {
		this.runs = runs;
		this.campaigns = campaigns;
		this.nights = nights;
		this.jobs = jobs;
		this.clock = clock;
	}

	/** What the page shows. */
	CampaignView of(Visitor visitor, CampaignPlace place) {
		RunWords words = RunWords.of(visitor.messages(), place.job());
		LocalDate today = Deadlines.of(place.job(), this.clock).today();
		boolean registrars = visitor.is(Role.REGISTRAR) || visitor.is(Role.AUDITOR);
		Optional<RunBoard.Line> last = this.runs.last(place.id());
		Optional<RunBoard.Line> current = this.runs.current(place.id());
		Optional<RunBoard.Line> published = this.runs.published(place.id());
		Optional<RunBoard.Line> before = published.flatMap((run) -> this.runs.before(place.id(), run.date()));
		return new CampaignView(today, verdict(last, words), tone(last), last, current,
				current.isPresent() && !this.nights.isBusy(place.campaign()), this.runs.attention(place.id()),
				published.map((run) -> counts(run, before)).orElse(List.of()), published,
				this.nights.line(place.campaign()), this.nights.schedule(place.campaign(), Optional.of(place.job())),
				this.runs.usual(place.id()),
				published.filter((run) -> registrars).map((run) -> progress(place, run, before, today, words)),
				registrars ? this.jobs.wrong(visitor) : Map.of(),
				!place.closed() && this.jobs.content().job(place.campaign()).isPresent());
	}

	/** Within five seconds somebody knows whether last night was good. */
	private static String verdict(Optional<RunBoard.Line> last, RunWords words) {
		return last.map((run) -> {
			String moment = run.settled().map(words::at).orElse("");
			RunBoard.Counts counts = run.counts();
			return switch (run.status()) {
				case "published" ->
					counts.somethingRefused()
							? words.text("runs.last.refused", run.name(), moment, words.number(counts.rejected()),
									words.number(counts.files()))
							: words.text("runs.last.published", run.name(), moment);
				case "failed" -> words.text("runs.last.failed", run.name(), moment, words.failure(run.failure()));
				default -> words.text("runs.last." + run.status(), run.name(), moment);
			};
		}).orElseGet(() -> words.text("runs.last.none"));
	}

	private static String tone(Optional<RunBoard.Line> last) {
		return last.map((run) -> (run.status().equals("published") && run.counts().somethingRefused()) ? "warn"
				: RunWords.toneOf(run.status()))
			.map((tone) -> tone.equals("quiet") ? "info" : tone)
			.orElse("info");
	}

	private static List<CampaignView.Count> counts(RunBoard.Line run, Optional<RunBoard.Line> before) {
		List<CampaignView.Count> counts = new ArrayList<>();
		Map<String, ToLongFunction<RunBoard.Counts>> severities = new LinkedHashMap<>();
		severities.put("E", RunBoard.Counts::errors);
		severities.put("W", RunBoard.Counts::warnings);
		severities.put("I", RunBoard.Counts::information);
		severities.forEach((severity, count) -> {
			long now = count.applyAsLong(run.counts());
			counts.add(new CampaignView.Count(severity, now,
					before.map((earlier) -> now - count.applyAsLong(earlier.counts()))));
		});
		return counts;
	}

	private CampaignView.Progress progress(CampaignPlace place, RunBoard.Line run, Optional<RunBoard.Line> before,
			LocalDate today, RunWords words) {
		List<String> colleges = place.job().colleges().all().stream().map(College::name).toList();
		CampaignBoard.League league = this.campaigns.league(run.id(), before.map(RunBoard.Line::id), colleges);
		List<CampaignBoard.Night> nightly = this.campaigns.nights(place.id(), NIGHTS);
		List<String> labels = nightly.stream().map((night) -> night.date().toString().substring(MONTH)).toList();
		LineChart cases = LineChart.of(labels,
				List.of(LineChart.Series.ofNumbers("line-bad", words.text("report.severity.E"),
						nightly.stream().map(CampaignBoard.Night::errors)),
						LineChart.Series.ofNumbers("line-warn", words.text("report.severity.W"),
								nightly.stream().map(CampaignBoard.Night::warnings))),
				false);
		boolean told = nightly.stream().anyMatch((night) -> night.rate().isPresent());
		Optional<LineChart> rate = told
				? Optional
					.of(LineChart.of(labels,
							List.of(new LineChart.Series("line", words.text("report.chart.rate"),
									nightly.stream().map(CampaignBoard.Night::rate).toList())),
							true))
				: Optional.empty();
		return new CampaignView.Progress(league, today.isAfter(place.job().period().collegeDeadline()), nightly, cases,
				rate);
	}

}
