package io.rollcall.facts;

import java.util.Objects;

/**
 * One file that the run found.
 *
 * @param role the source's role
 * @param file the path below the source's folder, with {@code /}
 * @param sha256 the content's SHA-256 in hexadecimal
 * @param size the size in bytes
 * @param rows the rows read from it
 * @param status {@value #READ}, {@value #REFUSED} or another word, which is then shown as
 * it is
 * @param reasonText why it was refused or passed over, in words; else empty
 */
public record InputRow(String role, String file, String sha256, long size, long rows, String status,
		String reasonText) {

	/** The file was read. */
	public static final String READ = "read";

	/** The file was refused as a whole. */
	public static final String REFUSED = "refused";

	public InputRow {
		Objects.requireNonNull(role);
		Objects.requireNonNull(file);
		Objects.requireNonNull(sha256);
		Objects.requireNonNull(status);
		Objects.requireNonNull(reasonText);
	}

	/**
	 * Whether the file was refused as a whole.
	 * @return true when nothing of it was read
	 */
	public boolean refused() {
		return this.status.equals(REFUSED);
	}

	/** Without the file's name, which people like to build from names and numbers. */
	@Override
	public String toString() {
		return this.role + " " + this.status + " " + this.sha256;
	}

}
