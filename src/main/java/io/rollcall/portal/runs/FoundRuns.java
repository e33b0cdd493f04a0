package io.rollcall.portal.runs;

import io.rollcall.nightly.ServeSettings;
import io.rollcall.pipeline.RunService;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.PortalFailure;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunRef;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Finds the run that an address names. */
@Component
class FoundRuns {

	private static final String LATEST = "latest";

	private final RunService runs;

	private final ServeSettings settings;

	FoundRuns(RunService runs, ServeSettings settings) {
		this.runs = runs;
		this.settings = settings;
	}

	/**
	 * The run.
	 * @param name {@code <date>-<n>}, or {@code latest} for what the link names now
	 * @throws PortalFailure when there is no such run
	 */
	Run find(CampaignPlace place, String name) {
		return look(place, name).orElseThrow(PortalFailure::missing);
	}

	/** The same where it is somebody else who says that there is none. */
	Optional<Run> look(CampaignPlace place, String name) {
		if (name.equals(LATEST)) {
			return this.runs.latest(place.campaign(), this.settings.output());
		}
		return RunRef.parse(name)
			.filter((ref) -> ref.toString().equals(name) && ref.campaign().isEmpty())
			.flatMap((ref) -> find(new RunRef(Optional.of(place.campaign()), ref.date(), ref.number())));
	}

	private Optional<Run> find(RunRef ref) {
		try {
			return Optional.of(this.runs.find(ref));
		}
		catch (RunFailure ex) {
			return Optional.empty();
		}
	}

	/** The address of a run's page. */
	static String path(CampaignPlace place, String name) {
		return place.path("/runs/" + name);
	}

}
