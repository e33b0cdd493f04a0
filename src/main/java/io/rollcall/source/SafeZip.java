package io.rollcall.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.rollcall.source.RefusedException.Problem;

/**
 * A ZIP file that cannot hurt: what its directory declares and what really comes out are
 * both held against the limits, and every part's checksum is verified, which
 * {@link ZipFile} does not do. Names are matched without regard to case and kind of
 * slash, because some writers differ in both.
 */
final class SafeZip implements AutoCloseable {

	/** Length of the end record plus the longest comment. */
	private static final int END_RECORD_WINDOW = 22 + 0xFFFF;

	private static final byte[] END_RECORD = { 'P', 'K', 5, 6 };

	private final ZipFile zip;

	private final Limits limits;

	private final Deadline deadline;

	private final Map<String, ZipEntry> entries = new HashMap<>();

	private long inflated;

	private SafeZip(ZipFile zip, Limits limits, Deadline deadline) {
		this.zip = zip;
		this.limits = limits;
		this.deadline = deadline;
	}

	/**
	 * Opens a ZIP file for reading.
	 * @param file the file
	 * @param limits limits on what it inflates to
	 * @param deadline time limit
	 * @return the open file
	 * @throws IOException when it cannot be read
	 * @throws Refusal when it is cut off, damaged or a bomb
	 */
	static SafeZip open(Path file, Limits limits, Deadline deadline) throws IOException {
		ZipFile zip;
		try {
			// Names in another encoding than UTF-8 must not stop us: ours are all ASCII.
			zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
		}
		catch (ZipException | IllegalArgumentException ex) {
			throw new Refusal(hasEndRecord(file) ? Problem.DAMAGED : Problem.TRUNCATED);
		}
		SafeZip safe = new SafeZip(zip, limits, deadline);
		try {
			safe.list(file.toFile().length());
			return safe;
		}
		catch (RuntimeException ex) {
			zip.close();
			throw ex;
		}
	}

	/** Whether there is a part of that (lower case) name. */
	boolean has(String path) {
		return this.entries.containsKey(path);
	}

	/**
	 * Opens a part.
	 * @param path its path in lower case, without leading slash
	 * @return its content; reading to the end verifies size and checksum
	 * @throws IOException when it is damaged
	 */
	InputStream open(String path) throws IOException {
		ZipEntry entry = this.entries.get(path);
		if (entry == null) {
			throw new Refusal(Problem.DAMAGED);
		}
		return new Guard(this.zip.getInputStream(entry), entry);
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

	static String normalised(String name) {
		String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
		return path.startsWith("/") ? path.substring(1) : path;
	}

	private void list(long fileSize) {
		if (this.zip.size() > Limits.ZIP_ENTRIES) {
			throw new Refusal(Problem.DAMAGED);
		}
		long total = 0;
		for (Enumeration<? extends ZipEntry> all = this.zip.entries(); all.hasMoreElements();) {
			ZipEntry entry = all.nextElement();
			long size = Math.max(entry.getSize(), 0);
			total += size;
			checkSize(total);
			checkRatio(size, entry.getCompressedSize());
			if (!entry.isDirectory() && this.entries.put(normalised(entry.getName()), entry) != null) {
				// Two parts of one name: readers disagree on which one counts.
				throw new Refusal(Problem.DAMAGED);
			}
		}
		// Overlapping parts share packed bytes, so only the sum gives them away.
		checkRatio(total, fileSize);
	}

	private void checkSize(long total) {
		if (total > this.limits.inflatedBytes()) {
			throw new Refusal(Problem.INFLATED_SIZE, this.limits.inflatedBytes() / Limits.MEBIBYTE);
		}
	}

	private void checkRatio(long size, long packed) {
		if (size > Limits.RATIO_FLOOR_BYTES && packed >= 0 && size / this.limits.inflateRatio() > packed) {
			throw new Refusal(Problem.INFLATE_RATIO, this.limits.inflateRatio());
		}
	}

	private static boolean hasEndRecord(Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			byte[] tail = new byte[(int) Math.min(in.length(), END_RECORD_WINDOW)];
			in.seek(in.length() - tail.length);
			in.readFully(tail);
			for (int i = tail.length - END_RECORD.length; i >= 0; i--) {
				if (Magic.startsWith(tail, i, END_RECORD)) {
					return true;
				}
			}
			return false;
		}
	}

	/** Counts and checks what comes out of one part. */
	private final class Guard extends FilterInputStream {

		private final ZipEntry entry;

		private final CRC32 crc = new CRC32();

		private long count;

		private Guard(InputStream in, ZipEntry entry) {
			super(in);
			this.entry = entry;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			int n = read(one, 0, 1);
			return (n < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			SafeZip.this.deadline.check();
			int n = super.read(buffer, offset, length);
			if (n < 0) {
				verify();
				return n;
			}
			this.crc.update(buffer, offset, n);
			this.count += n;
			SafeZip.this.inflated += n;
			checkSize(SafeZip.this.inflated);
			checkRatio(this.count, this.entry.getCompressedSize());
			return n;
		}

		@Override
		public boolean markSupported() {
			return false;
		}

		private void verify() {
			boolean wrongSize = this.entry.getSize() >= 0 && this.entry.getSize() != this.count;
			boolean wrongSum = this.entry.getCrc() >= 0 && this.entry.getCrc() != this.crc.getValue();
			if (wrongSize || wrongSum) {
				throw new Refusal(Problem.DAMAGED);
			}
		}

	}

}
