package io.rollcall.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which migrations there are, and which a database has. */
final class Migrations {

	private static final String KEPT = "select to_regclass('flyway_schema_history') is not null";

	/** What went wrong is kept too, until it is repaired. */
	private static final String APPLIED = "select version, success from flyway_schema_history where version is not null";

	private static final Pattern NAME = Pattern.compile("V(\\d+)__.*\\.sql");

	private Migrations() {
	}

	/** Whether a database has those on the class path, and no others. */
	static boolean areApplied(Connection connection) throws SQLException, IOException {
		Set<String> applied = new HashSet<>();
		try (Statement statement = connection.createStatement()) {
			try (ResultSet kept = statement.executeQuery(KEPT)) {
				if (!kept.next() || !kept.getBoolean(1)) {
					return false;
				}
			}
			try (ResultSet row = statement.executeQuery(APPLIED)) {
				while (row.next()) {
					if (!row.getBoolean(2)) {
						return false;
					}
					applied.add(row.getString(1));
				}
			}
		}
		return applied.equals(here());
	}

	private static Set<String> here() throws IOException {
		Set<String> versions = new HashSet<>();
		for (Resource script : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql")) {
			Matcher name = NAME.matcher(String.valueOf(script.getFilename()));
			if (name.matches()) {
				versions.add(name.group(1));
			}
		}
		return versions;
	}

}
