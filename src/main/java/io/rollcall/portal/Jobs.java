package io.rollcall.portal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.rollcall.access.Accounts.Account;
import io.rollcall.access.Reach;
import io.rollcall.nightly.JobFolder;
import io.rollcall.nightly.Schools;

/** The folder of job files, read anew when it was read more than a moment ago. */
public final class Jobs {

	private static final long MOMENT = Duration.ofSeconds(2).toNanos();

	private final JobFolder folder;

	private final Schools schools;

	private final AtomicReference<Read> last = new AtomicReference<>();

	Jobs(JobFolder folder, Schools schools) {
		this.folder = folder;
		this.schools = schools;
	}

	private record Read(long at, JobFolder.Content content) {
	}

	/**
	 * What is wrong with the job files of somebody's school.
	 * @param visitor who reads it
	 * @return a sentence for each of them, by the file's name
	 */
	public Map<String, String> wrong(Visitor visitor) {
		Map<String, String> wrong = new LinkedHashMap<>();
		content().wrong().forEach((file, why) -> {
			if (visitor.reach().covers(why.school())) {
				wrong.put(file, why.sentence().apply(visitor.messages()));
			}
		});
		return wrong;
	}

	/** The schools that an account reaches. */
	Reach reach(Account account) {
		return Reach.of(account, this.schools.codes(content()));
	}

	/**
	 * What is in the folder.
	 * @return the campaigns and what is wrong with other files
	 */
	public JobFolder.Content content() {
		Read read = this.last.get();
		if (read == null || System.nanoTime() - read.at() > MOMENT) {
			JobFolder.Content content = this.folder.read();
			// Looking into a folder far away may itself take longer than a moment.
			read = new Read(System.nanoTime(), content);
			this.last.set(read);
		}
		return read.content();
	}

}
