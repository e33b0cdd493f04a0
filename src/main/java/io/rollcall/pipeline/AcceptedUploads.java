package io.rollcall.pipeline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.rollcall.intake.InputFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * When files were accepted that were handed in by the portal, whichever command runs. A
 * file that somebody changed since is another one.
 */
@Repository
class AcceptedUploads implements Acceptance {

	private final JdbcClient jdbc;

	AcceptedUploads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Instant> at(long campaign, InputFile file) {
		return this.jdbc.sql("""
				select accepted_at from upload
				 where campaign_id = ? and role = ? and path = ? and sha256 = ? and status = 'accepted'
				""")
			.params(campaign, file.role().word(), file.path(), file.sha256())
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

}
