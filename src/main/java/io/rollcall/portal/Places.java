package io.rollcall.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.nightly.Campaigns;
import io.rollcall.nightly.JobFolder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** The campaigns: those with a job file, and those that had runs. */
public final class Places implements HandlerInterceptor {

	private final Jobs jobs;

	private final Campaigns campaigns;

	private final JdbcClient jdbc;

	Places(Jobs jobs, Campaigns campaigns, JdbcClient jdbc) {
		this.jobs = jobs;
		this.campaigns = campaigns;
		this.jdbc = jdbc;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& variables.get("campaign") instanceof String name) {
			request.setAttribute(Place.ATTRIBUTE, find(name).orElseThrow(PortalFailure::missing));
		}
		return true;
	}

	/**
	 * The campaigns that pages can be had of.
	 * @return by name
	 */
	public List<Place> all() {
		List<String> known = this.jdbc.sql("select name from campaign").query(String.class).list();
		return java.util.stream.Stream.concat(known.stream(), this.jobs.content().jobs().keySet().stream())
			.distinct()
			.sorted()
			.flatMap((name) -> find(name).stream())
			.toList();
	}

	/**
	 * A campaign.
	 * @param name its name
	 * @return the place; empty when nobody knows it
	 */
	public Optional<Place> find(String name) {
		Optional<Campaign> job = this.jobs.content().job(name).map(JobFolder.Job::campaign);
		Optional<Campaigns.Standing> standing = this.campaigns.standing(name).or(() -> job.map(this.campaigns::know));
		return standing.flatMap((known) -> job.or(() -> lastJob(known.id()))
			.map((campaign) -> new Place(name, known.id(), campaign, known.closed(), known.cleared(), known.paused())));
	}

	/** What the job file said for the last run, where it is gone or wrong now. */
	private Optional<Campaign> lastJob(long campaign) {
		return this.jdbc.sql("select job_file, job_text from run where campaign_id = ? order by run_id desc limit 1")
			.param(campaign)
			.query((row, index) -> parse(row.getString("job_file"), row.getString("job_text")))
			.optional()
			.flatMap((found) -> found);
	}

	private static Optional<Campaign> parse(String file, String text) {
		try {
			return Optional.of(JobFiles.parse(file, text));
		}
		catch (JobFileException ex) {
			return Optional.empty();
		}
	}

}
