package io.rollcall.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Objects;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;

import io.rollcall.source.RefusedException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An XML stream of unknown origin: no document types, no entities but the five of XML, no
 * access to anything outside, bounded depth and attributes. Elements and attributes are
 * known by their local names, but only those of the document's own vocabulary: the
 * namespace of its root, whichever of the equivalent ones (transitional, strict) that is,
 * or none. Extensions put elements of the same names among them.
 */
final class Xml implements AutoCloseable {

	private static final int MAX_DEPTH = 256;

	private static final int MAX_ATTRIBUTES = 1_000;

	private static final int MAX_ATTRIBUTE_LENGTH = 64 << 10;

	/** One escaped character ({@code _x000D_}) takes seven in the file. */
	private static final int ESCAPE_LENGTH = 7;

	private static final XMLInputFactory FACTORY = factory();

	private final XMLStreamReader reader;

	private final StringBuilder text = new StringBuilder();

	/** The namespace of the root; null until it has been read. */
	private @Nullable String vocabulary;

	private Xml(XMLStreamReader reader) {
		this.reader = reader;
	}

	/**
	 * Begins reading.
	 * @param in the document, its encoding told by itself
	 * @return the open document
	 * @throws IOException when it cannot be read
	 */
	static Xml open(InputStream in) throws IOException {
		try {
			return new Xml(FACTORY.createXMLStreamReader(in));
		}
		catch (XMLStreamException ex) {
			throw translated(ex);
		}
	}

	/**
	 * Begins reading.
	 * @param in the document as text
	 * @return the open document
	 * @throws IOException when it cannot be read
	 */
	static Xml open(Reader in) throws IOException {
		try {
			return new Xml(FACTORY.createXMLStreamReader(in));
		}
		catch (XMLStreamException ex) {
			throw translated(ex);
		}
	}

	/**
	 * Goes on to the next start tag.
	 * @return false at the end of the document
	 * @throws IOException when the document is damaged
	 */
	boolean nextStart() throws IOException {
		int event = next();
		while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
			event = next();
		}
		return event == XMLStreamConstants.START_ELEMENT;
	}

	/**
	 * Goes on to the next start tag inside the current element.
	 * @return false when the current element has ended instead
	 * @throws IOException when the document is damaged
	 */
	boolean nextChild() throws IOException {
		int event = next();
		while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT
				&& event != XMLStreamConstants.END_DOCUMENT) {
			event = next();
		}
		return event == XMLStreamConstants.START_ELEMENT;
	}

	/** Passes over the current element with all that is in it. */
	void skip() throws IOException {
		for (int depth = 1; depth > 0;) {
			int event = next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				depth++;
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				depth--;
			}
		}
	}

	/**
	 * The text of the current element and of all elements in it; moves to its end.
	 * @param limit characters of a cell
	 * @return the text
	 * @throws IOException when the document is damaged
	 */
	String text(int limit) throws IOException {
		this.text.setLength(0);
		for (int depth = 1; depth > 0;) {
			int event = next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				depth++;
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				depth--;
			}
			else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
					|| event == XMLStreamConstants.SPACE) {
				append(limit);
			}
		}
		return this.text.toString();
	}

	/** The local name of the current element, empty for one of another vocabulary. */
	String name() {
		return isOwn(this.reader.getNamespaceURI()) ? this.reader.getLocalName() : "";
	}

	/** Whether the current element has that name in another vocabulary. */
	boolean is(String localName, String namespace) {
		return this.reader.getLocalName().equals(localName) && namespace.equals(this.reader.getNamespaceURI());
	}

	/** The value of an attribute of the document's own vocabulary, or null. */
	@Nullable String attribute(String localName) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(localName) && isOwn(this.reader.getAttributeNamespace(i))) {
				return this.reader.getAttributeValue(i);
			}
		}
		return null;
	}

	/** The value of an attribute of a vocabulary whose name ends so, or null. */
	@Nullable String attribute(String localName, String namespaceEnd) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			String namespace = this.reader.getAttributeNamespace(i);
			if (this.reader.getAttributeLocalName(i).equals(localName) && namespace != null
					&& namespace.endsWith(namespaceEnd)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return null;
	}

	/** The value of a numeric attribute, or a default where it is absent. */
	int intAttribute(String localName, int absent) {
		String value = attribute(localName);
		if (value == null || value.isBlank()) {
			return absent;
		}
		try {
			return Integer.parseInt(value.strip());
		}
		catch (NumberFormatException ex) {
			throw new Refusal(Problem.DAMAGED);
		}
	}

	/** Whether a truth attribute is set. */
	boolean flag(String localName) {
		String value = attribute(localName);
		return value != null && (value.equals("1") || value.equalsIgnoreCase("true") || value.equals("on"));
	}

	@Override
	public void close() throws IOException {
		try {
			this.reader.close();
		}
		catch (XMLStreamException ex) {
			throw translated(ex);
		}
	}

	private boolean isOwn(@Nullable String namespace) {
		return namespace == null || namespace.isEmpty() || namespace.equals(this.vocabulary);
	}

	private int next() throws IOException {
		try {
			if (!this.reader.hasNext()) {
				throw new Refusal(Problem.TRUNCATED);
			}
			int event = this.reader.next();
			if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
				throw new Refusal(Problem.HOSTILE_XML);
			}
			if (this.vocabulary == null && event == XMLStreamConstants.START_ELEMENT) {
				this.vocabulary = Objects.requireNonNullElse(this.reader.getNamespaceURI(), "");
			}
			return event;
		}
		catch (XMLStreamException ex) {
			throw translated(ex);
		}
	}

	private void append(int limit) {
		int length = this.reader.getTextLength();
		if (this.text.length() + length > (long) limit * ESCAPE_LENGTH) {
			throw new Refusal(Problem.CELL_LENGTH, limit);
		}
		this.text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), length);
	}

	private static IOException translated(XMLStreamException ex) {
		if (ex instanceof WstxEOFException) {
			return new EOFException();
		}
		return (ex.getNestedException() instanceof IOException io) ? io : new IOException();
	}

	private static XMLInputFactory factory() {
		WstxInputFactory factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new Refusal(Problem.HOSTILE_XML);
		});
		return factory;
	}

}
