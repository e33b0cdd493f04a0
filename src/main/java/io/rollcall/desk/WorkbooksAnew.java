package io.rollcall.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.RunDesk;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.stereotype.Service;

/**
 * Has colleges' workbooks written anew beside what people wait for: one after another, a
 * large one takes a while.
 */
@Service
public class WorkbooksAnew implements AutoCloseable {

	/** So long somebody gladly waits for a page. */
	private static final int MILLIS_OF_PATIENCE = 2_000;

	private static final Log LOG = LogFactory.getLog(WorkbooksAnew.class);

	private final RunDesk desk;

	private final ExecutorService executor = Executors.newSingleThreadExecutor((work) -> {
		Thread thread = new Thread(work, "workbooks-anew");
		thread.setDaemon(true);
		return thread;
	});

	WorkbooksAnew(RunDesk desk) {
		this.desk = desk;
	}

	/**
	 * Has one college's workbook of the last published run written anew.
	 * @param campaign the campaign's name
	 * @param college the college's name
	 * @param actor who wants it
	 * @return whether it is written already; false while it is still being written
	 * @throws io.rollcall.database.DatabaseException when the campaign is busy
	 * @throws io.rollcall.run.RunFailure when there is no published run or no such
	 * college
	 */
	public boolean write(String campaign, String college, Actor actor) {
		CompletableFuture<Void> writing = CompletableFuture
			.runAsync(() -> this.desk.college(campaign, college, actor), this.executor)
			.whenComplete((written, failure) -> {
				if (failure != null) {
					LOG.warn("a workbook of " + campaign + " was not written anew: "
							+ failure.getCause().getClass().getSimpleName());
				}
			});
		try {
			writing.get(MILLIS_OF_PATIENCE, TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (java.util.concurrent.ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException known) {
				throw known;
			}
			throw new CompletionException(ex.getCause());
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
