package io.rollcall.portal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.rollcall.nightly.JobFolder;
import io.rollcall.nightly.ServeSettings;
import io.rollcall.text.Messages;

/** The folder of job files, read anew when it was read more than a moment ago. */
public final class Jobs {

	private static final long MOMENT = Duration.ofSeconds(2).toNanos();

	private final JobFolder folder;

	private final AtomicReference<Read> last = new AtomicReference<>();

	Jobs(ServeSettings settings) {
		this.folder = new JobFolder(settings.jobs());
	}

	private record Read(long at, JobFolder.Content content) {
	}

	/**
	 * What is wrong with job files.
	 * @param messages the language to tell it in
	 * @return a sentence for each of them, by the file's name
	 */
	public Map<String, String> wrong(Messages messages) {
		Map<String, String> wrong = new LinkedHashMap<>();
		content().wrong().forEach((file, sentence) -> wrong.put(file, sentence.apply(messages)));
		return wrong;
	}

	/**
	 * What is in the folder.
	 * @return the campaigns and what is wrong with other files
	 */
	public JobFolder.Content content() {
		Read read = this.last.get();
		if (read == null || System.nanoTime() - read.at() > MOMENT) {
			read = new Read(System.nanoTime(), this.folder.read());
			this.last.set(read);
		}
		return read.content();
	}

}
