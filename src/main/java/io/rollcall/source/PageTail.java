package io.rollcall.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;

/** Lets a web page through and keeps its end. */
final class PageTail extends FilterReader {

	private static final int LENGTH = 256;

	private static final Pattern END = Pattern.compile("</(html|body)\\s*>\\s*(<!--[^>]*-->\\s*)?$",
			Pattern.CASE_INSENSITIVE);

	private String tail = "";

	PageTail(Reader in) {
		super(in);
	}

	@Override
	public int read(char[] into, int from, int length) throws IOException {
		int n = super.read(into, from, length);
		if (n > 0) {
			int kept = Math.min(n, LENGTH);
			String end = this.tail + new String(into, from + n - kept, kept);
			this.tail = end.substring(Math.max(0, end.length() - LENGTH));
		}
		return n;
	}

	/** Whether the page says that it is over, with or without the end of its table. */
	boolean endsPage() {
		return END.matcher(this.tail).find();
	}

}
