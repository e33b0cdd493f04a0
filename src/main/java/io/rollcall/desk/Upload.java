package io.rollcall.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.SourceRole;

/**
 * A file that was handed in, with its receipt.
 *
 * @param id its id, which nobody can guess
 * @param batch the id of the files that were handed in together; its own for one file
 * @param role as what it is read
 * @param college whose it is; empty for the registrar
 * @param by who handed it in
 * @param at when
 * @param status where it stands
 * @param settledBy who accepted or discarded it, or empty
 * @param settledAt when it was accepted, discarded, or its time was over
 * @param path where the accepted file lies below the folder of its role, or empty
 * @param size its size in bytes
 * @param receipt what was read of it
 * @param preview what was told of it before it counted; empty when that is gone
 */
public record Upload(String id, String batch, SourceRole role, String college, String by, Instant at, Status status,
		String settledBy, Optional<Instant> settledAt, String path, long size, Receipt receipt,
		Optional<Preview> preview) {

	/** Where a file stands. */
	public enum Status {

		/** Nothing of it counts yet. */
		WAITING,
		/** The next run reads it. */
		ACCEPTED,
		/** Somebody threw it away. */
		DISCARDED,
		/** Nobody accepted it in time. */
		EXPIRED;

		/**
		 * The word for machines.
		 * @return the name in lower case
		 */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	/**
	 * Counts, which stay.
	 *
	 * @param reason why the whole file is refused: a word for machines, or empty
	 * @param read rows with anything in them
	 * @param usable rows that would be taken in
	 * @param refused rows that would be refused
	 * @param codes how often each code was told
	 */
	public record Receipt(String reason, long read, long usable, long refused, Map<String, Long> codes) {

		public Receipt {
			codes = Map.copyOf(codes);
		}

	}

	/**
	 * Whether it can be accepted as far as its content goes.
	 * @return true when at least one row can be used
	 */
	public boolean isUsable() {
		return this.receipt.reason().isEmpty() && this.receipt.usable() > 0;
	}

	/**
	 * Whether somebody can still decide.
	 * @return true while it waits
	 */
	public boolean isWaiting() {
		return this.status == Status.WAITING;
	}

	/**
	 * Files that were handed in together.
	 *
	 * @param id the id by which they are found
	 * @param files the files, in the order in which they were handed in
	 */
	public record Batch(String id, List<Upload> files) {

		public Batch {
			files = List.copyOf(files);
			if (files.isEmpty()) {
				throw new IllegalArgumentException("no files");
			}
		}

		/**
		 * Whose they are.
		 * @return the college; empty for the registrar
		 */
		public String college() {
			return this.files.get(0).college();
		}

		/**
		 * As what they are read.
		 * @return the role
		 */
		public SourceRole role() {
			return this.files.get(0).role();
		}

	}

}
