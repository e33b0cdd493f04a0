package io.rollcall.nightly;

import java.util.HashSet;
import java.util.Set;

import io.rollcall.database.CampaignLock;
import io.rollcall.database.Presence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds what just now: one look at the server's locks. */
@Component
class Locks {

	private final JdbcClient jdbc;

	Locks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	View look() {
		return new View(new HashSet<>(this.jdbc.sql("""
				select classid::bigint << 32 | objid::bigint from pg_locks
				 where locktype = 'advisory' and granted and objsubid = 1
				   and database = (select oid from pg_database where datname = current_database())
				""").query(Long.class).list()));
	}

	/**
	 * The locks at one moment.
	 *
	 * @param keys the numbers of those that somebody holds
	 */
	record View(Set<Long> keys) {

		boolean isBusy(String campaign) {
			return this.keys.contains(CampaignLock.key(campaign));
		}

		boolean isThere(String presence) {
			return this.keys.contains(Presence.key(presence));
		}

	}

}
