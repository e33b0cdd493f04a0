package io.rollcall.intake;

import java.nio.file.Path;
import java.time.Instant;

import io.rollcall.campaign.SourceRole;

/**
 * A file of the frozen list.
 *
 * @param role the role in whose folder it lies
 * @param path the path below that folder, with {@code /}: how reports call the file
 * @param file where it is
 * @param content what it held when the list was frozen
 */
public record InputFile(SourceRole role, String path, Path file, FileContent content) {

	/**
	 * The size.
	 * @return bytes when the list was frozen
	 */
	public long size() {
		return this.content.size();
	}

	/**
	 * The time stamp.
	 * @return the time stamp when the list was frozen
	 */
	public Instant modified() {
		return this.content.modified();
	}

	/**
	 * The hash.
	 * @return the SHA-256 of the content when the list was frozen, 64 hexadecimal digits
	 */
	public String sha256() {
		return this.content.sha256();
	}

	/**
	 * Whether the file seems to be what was listed, as far as can be told without opening
	 * it.
	 * @return true when its size and time stamp are the same
	 */
	public boolean seemsUnchanged() {
		return this.content.seemsToBeOf(this.file);
	}

	/**
	 * The place of a row in this file, as reports write it.
	 * @param sheet the sheet's name or empty
	 * @param row the row's number
	 * @return {@code role:file#sheet!row}
	 */
	public String location(String sheet, long row) {
		return this.role.word() + ":" + this.path + "#" + sheet + "!" + row;
	}

	@Override
	public String toString() {
		return this.role.word() + " " + sha256().substring(0, 12);
	}

}
