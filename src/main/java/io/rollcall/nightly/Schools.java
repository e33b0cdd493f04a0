package io.rollcall.nightly;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The schools that there are campaigns of. */
@Repository
public class Schools {

	private final JdbcClient jdbc;

	Schools(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The codes of all schools.
	 * @param content the job files
	 * @return in the order of their campaigns' names, of campaigns with a job file and of
	 * those that the database knows
	 */
	public List<String> codes(JobFolder.Content content) {
		SortedMap<String, String> codes = new TreeMap<>();
		content.jobs().forEach((name, job) -> codes.put(name, job.campaign().school().code()));
		this.jdbc.sql("select name, school_code from campaign").query((row) -> {
			codes.put(row.getString("name"), row.getString("school_code"));
		});
		return codes.values().stream().distinct().toList();
	}

}
