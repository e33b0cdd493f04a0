package io.rollcall.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

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
			Visitor visitor = (Visitor) request.getAttribute(Visitor.ATTRIBUTE);
			request.setAttribute(CampaignPlace.ATTRIBUTE,
					find(name, visitor)
						.orElseThrow(() -> find(name, (any) -> true).map((other) -> PortalFailure.foreign("campaign"))
							.orElseGet(PortalFailure::missing)));
		}
		return true;
	}

	/**
	 * The campaigns of somebody's school that pages can be had of.
	 * @param visitor who looks
	 * @return by name
	 */
	public List<CampaignPlace> all(Visitor visitor) {
		return all(visitor.reach()::covers);
	}

	/**
	 * The campaigns of every school.
	 * @return by name
	 */
	public List<CampaignPlace> everywhere() {
		return all((school) -> true);
	}

	private List<CampaignPlace> all(Predicate<String> school) {
		Map<String, Campaigns.Standing> standings = this.campaigns.standings();
		SortedSet<String> names = new TreeSet<>(standings.keySet());
		names.addAll(this.jobs.content().jobs().keySet());
		return names.stream()
			.flatMap((name) -> place(name, Optional.ofNullable(standings.get(name)), school).stream())
			.toList();
	}

	/**
	 * A campaign.
	 * @param name its name
	 * @param visitor who looks
	 * @return the place; empty when nobody knows it, and for people of another school
	 */
	public Optional<CampaignPlace> find(String name, Visitor visitor) {
		return find(name, visitor.reach()::covers);
	}

	private Optional<CampaignPlace> find(String name, Predicate<String> school) {
		return place(name, this.campaigns.standing(name), school);
	}

	/**
	 * A campaign that the database never saw is made known to it by whoever may see it.
	 */
	private Optional<CampaignPlace> place(String name, Optional<Campaigns.Standing> seen, Predicate<String> school) {
		Optional<Campaign> job = this.jobs.content().job(name).map(JobFolder.Job::campaign);
		Optional<Campaigns.Standing> standing = seen
			.or(() -> job.filter((campaign) -> school.test(campaign.school().code())).map(this.campaigns::know));
		return standing.filter((known) -> school.test(known.school()))
			.flatMap((known) -> job.filter((campaign) -> campaign.school().code().equals(known.school()))
				.or(() -> lastJob(known.id()))
				.map((campaign) -> new CampaignPlace(name, known.id(), campaign, known.closed(), known.cleared(),
						known.paused())));
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
