package io.rollcall.portal.college;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.catalogue.Catalogue;
import io.rollcall.desk.Preview;
import io.rollcall.desk.Upload;
import io.rollcall.text.Messages;

/**
 * A file as its page shows it.
 *
 * @param upload the file with its receipt
 * @param messages the texts of whoever looks
 * @param same the day on which the same content was accepted before, where it was
 */
record UploadView(Upload upload, Messages messages, Optional<String> same) {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	/** Reasons of rows that are no findings. */
	private static final Set<String> ROWS = Set.of("ROW_MALFORMED", "ROW_NO_KEY");

	private static final long KIBIBYTE = 1024;

	/** How often something was told. */
	public record Count(String title, long number) {
	}

	/** A moment as people write it, in the time of the school. */
	static String time(Instant at) {
		return TIME.format(at.atZone(ZONE));
	}

	/** What the file is called where it came from, while that is known. */
	public String name() {
		return this.upload.preview()
			.map(Preview::fileName)
			.filter((name) -> !name.isEmpty())
			.orElseGet(() -> this.messages.get("uploads.unnamed"));
	}

	/** The preview, while there is one. */
	public Preview preview() {
		return this.upload.preview().orElse(null);
	}

	/** The key of the state's word. */
	public String state() {
		boolean useless = this.upload.isWaiting() && !this.upload.isUsable();
		return "uploads.status." + (useless ? "useless" : this.upload.status().word());
	}

	/** The class of the state's badge. */
	public String badge() {
		return switch (this.upload.status()) {
			case WAITING -> this.upload.isUsable() ? "badge badge-warn" : "badge badge-bad";
			case ACCEPTED -> "badge badge-ok";
			case DISCARDED, EXPIRED -> "badge badge-quiet";
		};
	}

	/** Whether the button that accepts can work. */
	public boolean acceptable() {
		return this.upload.isWaiting() && this.upload.isUsable() && this.same.isEmpty();
	}

	public String at() {
		return time(this.upload.at());
	}

	public String settled() {
		return this.upload.settledAt().map(UploadView::time).orElse("");
	}

	/** When a file goes that nobody accepts. */
	public String until() {
		return time(this.upload.at().plus(io.rollcall.desk.Uploads.KEPT));
	}

	public long kibibytes() {
		return (this.upload.size() + KIBIBYTE - 1) / KIBIBYTE;
	}

	/** Whether the file has sheets with names, which texts have not. */
	public boolean sheets() {
		return this.upload.preview()
			.filter((preview) -> preview.lines().stream().anyMatch((line) -> !line.sheet().isEmpty())
					|| preview.changes().stream().anyMatch((change) -> !change.sheet().isEmpty()))
			.isPresent();
	}

	public List<Preview.Line> refused() {
		return lines(true);
	}

	public List<Preview.Line> flagged() {
		return lines(false);
	}

	private List<Preview.Line> lines(boolean refused) {
		return this.upload.preview()
			.map(Preview::lines)
			.orElse(List.of())
			.stream()
			.filter((line) -> line.refused() == refused)
			.toList();
	}

	/** How often each code was told, the most frequent first. */
	public List<Count> counts() {
		return this.upload.receipt()
			.codes()
			.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.map((code) -> new Count(title(code.getKey()), code.getValue()))
			.toList();
	}

	private String title(String code) {
		return ROWS.contains(code) ? this.messages.get("uploads.code." + code)
				: Catalogue.shipped().get(code).title(this.messages.locale());
	}

}
