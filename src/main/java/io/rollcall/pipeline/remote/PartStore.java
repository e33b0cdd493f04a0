package io.rollcall.pipeline.remote;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is asked of workers just now, and what became of it. A part belongs to whoever
 * took it last; every change that somebody else makes who took it before is void.
 */
@Repository
class PartStore {

	/** By then a worker has told that it lives, several times over. */
	static final String ALIVE = "seen_at > clock_timestamp() - interval '15 seconds'";

	private final JdbcClient jdbc;

	PartStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How a part ended. */
	enum Outcome {

		/** As it should. */
		DONE,
		/** Not, and nobody else could do it. */
		FAILED,
		/** Not, because the worker does not see what it should: whoever asked does. */
		UNSEEN;

		private String column() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	/**
	 * How far the parts of a run are.
	 *
	 * @param parts how many there are
	 * @param ended how many have ended, in whatever way
	 * @param busy whether a worker that lives is at work on one
	 * @param rows rows read of all
	 * @param rowsOfEnded rows read of those that ended
	 * @param weightOfEnded their weight
	 * @param odd how many did not end as they should
	 */
	record State(int parts, int ended, boolean busy, long rows, long rowsOfEnded, long weightOfEnded, int odd) {

		boolean isOver() {
			return this.ended == this.parts;
		}

	}

	/**
	 * A part that did not end as it should.
	 *
	 * @param execution its number
	 * @param outcome how it ended
	 * @param failure why
	 */
	record Odd(long execution, Outcome outcome, List<String> failure) {
	}

	/** Enters that a part is asked for. */
	void add(Run run, long execution, String message, long weight) {
		this.jdbc
			.sql("insert into part (step_execution_id, campaign_id, run_id, message_id, weight) values (?, ?, ?, ?, ?)")
			.params(execution, run.campaignId(), run.id(), message, weight)
			.update();
	}

	State state(Run run) {
		return this.jdbc.sql("""
				select count(*) as parts, count(outcome) as ended, coalesce(sum(rows_read), 0) as all_rows,
				       coalesce(sum(rows_read) filter (where outcome is not null), 0) as rows_of_ended,
				       coalesce(sum(weight) filter (where outcome is not null), 0) as weight_of_ended,
				       count(*) filter (where outcome <> 'done') as odd,
				       coalesce(bool_or(outcome is null and w.%s), false) as busy
				  from part p left join worker w using (worker_id) where run_id = ?
				""".formatted(ALIVE))
			.param(run.id())
			.query((row, index) -> new State(row.getInt("parts"), row.getInt("ended"), row.getBoolean("busy"),
					row.getLong("all_rows"), row.getLong("rows_of_ended"), row.getLong("weight_of_ended"),
					row.getInt("odd")))
			.single();
	}

	/** The parts that did not end as they should, those that failed first. */
	List<Odd> odd(Run run) {
		return this.jdbc.sql("""
				select step_execution_id, outcome, failure from part where run_id = ? and outcome <> 'done'
				 order by outcome, step_execution_id
				""")
			.param(run.id())
			.query((row, index) -> new Odd(row.getLong("step_execution_id"),
					Outcome.valueOf(row.getString("outcome").toUpperCase(java.util.Locale.ROOT)),
					texts(row.getArray("failure"))))
			.list();
	}

	/** Every file that parts wrote: its size and its path. */
	List<String> outputs(Run run) {
		return this.jdbc.sql("select unnest(outputs) as output from part where run_id = ? order by output")
			.param(run.id())
			.query(String.class)
			.list();
	}

	/** Enters that a part was done by whoever asked for it. */
	void done(long execution) {
		this.jdbc.sql("update part set outcome = 'done' where step_execution_id = ?").param(execution).update();
	}

	/**
	 * Takes a part.
	 * @return how often it was taken, this time included; empty when nobody wants it any
	 * more
	 */
	Optional<Integer> take(long execution, UUID worker, UUID take) {
		return this.jdbc.sql("""
				update part set worker_id = ?, take = ?, takes = takes + 1, rows_read = 0, silent_seconds = 0
				 where step_execution_id = ? and wanted and outcome is null
				returning takes
				""").params(worker, take, execution).query(Integer.class).optional();
	}

	/**
	 * Holds a part until the end of the caller's transaction.
	 * @throws RunFailure when it is no longer wanted from who took it
	 */
	void hold(long execution, UUID take) {
		boolean held = this.jdbc
			.sql("select true from part where step_execution_id = ? and take = ? and wanted for key share")
			.params(execution, take)
			.query(Boolean.class)
			.optional()
			.isPresent();
		if (!held) {
			throw new RunFailure("INTERRUPTED_WORK");
		}
	}

	/**
	 * Notes how far parts are.
	 * @param takes those of a worker
	 * @return those among them that are still wanted from it
	 */
	List<UUID> beat(Collection<HandedWork> takes) {
		List<UUID> wanted = new ArrayList<>();
		for (HandedWork work : takes) {
			this.jdbc.sql("""
					update part set rows_read = ?, silent_seconds = ?
					 where step_execution_id = ? and take = ? and wanted returning take
					""")
				.params(work.rows(), work.silence().toSeconds(), work.execution(), work.take())
				.query(UUID.class)
				.optional()
				.ifPresent(wanted::add);
		}
		return wanted;
	}

	/**
	 * Enters how a part ended.
	 * @return false when it was no longer this worker's
	 */
	boolean end(HandedWork work, Outcome outcome, List<String> failure) {
		return this.jdbc.sql("""
				update part set outcome = :outcome, failure = :failure, outputs = :outputs, rows_read = :rows,
				                worker_id = null
				 where step_execution_id = :execution and take = :take
				""")
			.param("outcome", outcome.column())
			.param("failure", failure.toArray(String[]::new))
			.param("outputs", work.outputs().toArray(String[]::new))
			.param("rows", work.rows())
			.param("execution", work.execution())
			.param("take", work.take())
			.update() == 1;
	}

	/** Whether a part is still to be done. */
	boolean isOpen(long execution) {
		return this.jdbc
			.sql("select exists (select 1 from part where step_execution_id = ? and wanted and outcome is null)")
			.param(execution)
			.query(Boolean.class)
			.single();
	}

	/** Gives a part back that was not ended; it does not count as taken. */
	void giveBack(HandedWork work) {
		this.jdbc.sql("""
				update part set worker_id = null, take = null, takes = takes - 1, rows_read = 0, silent_seconds = 0
				 where step_execution_id = ? and take = ?
				""").params(work.execution(), work.take()).update();
	}

	/** Lets everybody know that nothing of a run is wanted any more. */
	void unwant(Run run) {
		this.jdbc.sql("update part set wanted = false where run_id = ?").param(run.id()).update();
	}

	/**
	 * Forgets the parts of a run that nobody holds, and requests that belong to none.
	 * @return how many are still held
	 */
	long forget(Run run) {
		this.jdbc.sql("""
				delete from part where step_execution_id in (
				  select step_execution_id from part where run_id = ? for update skip locked)
				""").param(run.id()).update();
		this.jdbc.sql("""
				delete from int_channel_message where ctid = any (array(
				  select ctid from int_channel_message m
				   where not exists (select 1 from part p where p.message_id = m.message_id)
				     for update skip locked))
				""").update();
		return this.jdbc.sql("select count(*) from part where run_id = ?").param(run.id()).query(Long.class).single();
	}

	private static List<String> texts(@Nullable Array array) throws SQLException {
		return (array != null) ? List.of((String[]) array.getArray()) : List.of();
	}

}
