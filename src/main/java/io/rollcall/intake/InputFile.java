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
 * @param size bytes when the list was frozen
 * @param modified the time stamp when the list was frozen
 * @param sha256 the hash of the content when the list was frozen, 64 hexadecimal digits
 */
public record InputFile(SourceRole role, String path, Path file, long size, Instant modified, String sha256) {

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
		return this.role.word() + " " + this.sha256.substring(0, 12);
	}

}
