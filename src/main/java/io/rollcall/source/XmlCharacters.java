package io.rollcall.source;

import java.io.FilterReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The text of an XML file without what XML forbids: one control character would end the
 * reading of the whole file, and costs its row instead, as a bad byte does.
 */
final class XmlCharacters extends FilterReader {

	XmlCharacters(TextEncoding encoding, Path file) throws IOException {
		super(encoding.open(file, TextEncoding.UNDECODABLE_IN_MARKUP));
	}

	@Override
	public int read(char[] into, int from, int length) throws IOException {
		int n = super.read(into, from, length);
		for (int i = from; i < from + n; i++) {
			char c = into[i];
			if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
				into[i] = TextEncoding.UNDECODABLE_IN_MARKUP;
			}
		}
		return n;
	}

	@Override
	public int read() throws IOException {
		char[] one = new char[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0];
	}

}
