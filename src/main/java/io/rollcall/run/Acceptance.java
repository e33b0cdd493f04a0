package io.rollcall.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.rollcall.intake.InputFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows when input files were accepted on a page. Of what somebody put into the folder
 * himself nobody knows more than which run first saw it.
 */
@Component
public class Acceptance {

	private final JdbcClient jdbc;

	Acceptance(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * When a file was accepted.
	 * @param campaign the campaign's key
	 * @param file the file, with its role, its path below the role's folder and its hash
	 * @return the time, or empty for a file that no page took in
	 */
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
