package io.rollcall.source;

import java.io.InputStream;
import java.security.GeneralSecurityException;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.util.RecordFormatException;

/**
 * The records of a BIFF8 stream, one after the other. Only those that hold cells are ever
 * looked into: a drawing or pivot table that a library takes for damaged costs nothing.
 */
final class BiffStream {

	static final int BOF = 0x0809;

	static final int EOF = 0x000A;

	private static final int FILE_PASS = 0x002F;

	private static final int RECORD_HEAD = 4;

	private final InputStream stream;

	private final Deadline deadline;

	private RecordInputStream in;

	private int size;

	private boolean encrypted;

	private int depth;

	private boolean started;

	BiffStream(InputStream stream, Deadline deadline) {
		this.stream = stream;
		this.deadline = deadline;
		this.in = new RecordInputStream(stream);
	}

	/**
	 * Goes on to the next record.
	 * @return its number, or -1 at the end of the stream
	 */
	int next() {
		this.deadline.check();
		if (this.started && this.in.remaining() > 0) {
			this.in.readRemainder();
		}
		if (!this.in.hasNextRecord()) {
			return -1;
		}
		try {
			this.in.nextRecord();
		}
		catch (RecordFormatException ex) {
			if (this.depth > 0 || !this.started) {
				throw ex;
			}
			// Whatever lies behind the last sheet is no record.
			return -1;
		}
		this.started = true;
		this.size += RECORD_HEAD + this.in.remaining();
		return seen(this.in.getSid() & 0xFFFF);
	}

	private int seen(int sid) {
		switch (sid) {
			case BOF -> this.depth++;
			case EOF -> this.depth--;
			case FILE_PASS -> decrypt();
			default -> {
				// only read
			}
		}
		return sid;
	}

	/** The content of the current record, with the strings that continue in the next. */
	RecordInputStream content() {
		return this.in;
	}

	/**
	 * A text with its length and kind of characters before it.
	 * @return the text
	 */
	String text() {
		int length = this.in.readUShort();
		if (length == 0 || this.in.remaining() == 0) {
			return "";
		}
		boolean wide = (this.in.readByte() & 1) != 0;
		return wide ? this.in.readUnicodeLEString(length) : this.in.readCompressedUnicode(length);
	}

	/**
	 * Workbooks whose structure is protected are encrypted with a password known to all.
	 */
	private void decrypt() {
		if (this.encrypted) {
			return;
		}
		EncryptionInfo info = new FilePassRecord(this.in).getEncryptionInfo();
		try {
			if (!info.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
				throw new EncryptedDocumentException("");
			}
		}
		catch (GeneralSecurityException ex) {
			throw new EncryptedDocumentException(ex);
		}
		this.encrypted = true;
		this.in = new RecordInputStream(this.stream, info, this.size);
		this.started = false;
	}

}
