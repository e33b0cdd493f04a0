package io.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The encoding of a web page or an XML file, which says itself what it should be. */
final class MarkupEncoding {

	/** {@code <?xml encoding="…"?>} and both forms of {@code <meta … charset=…>}. */
	private static final Pattern DECLARED = Pattern.compile(
			"<(?:\\?xml[^>]{0,200}?encoding|meta[^>]{0,200}?charset)\\s*=\\s*[\"']?\\s*([\\w.:-]+)",
			Pattern.CASE_INSENSITIVE);

	private MarkupEncoding() {
	}

	/**
	 * Finds the encoding of a web page or an XML file. What it declares counts where its
	 * bytes fit, for many a page declares one encoding and is written in another; where
	 * none fits, the one that loses fewest characters, so that a bad byte costs its row.
	 * @param file the file
	 * @param forced the encoding that the caller knows, or null
	 * @param deadline time limit
	 * @return the encoding
	 * @throws IOException when the file cannot be read
	 */
	static TextEncoding of(Path file, @Nullable Charset forced, Deadline deadline) throws IOException {
		TextEncoding found = TextEncoding.detect(file, forced, deadline);
		boolean settled = found.bom() > 0 || forced != null
				|| found.strict() && !found.charset().equals(TextEncoding.GB18030)
				|| TextEncoding.isWide(found.charset()) || !found.strict() && TextEncoding.provesUtf8(file);
		Charset declared = settled ? null : declared(file);
		if (settled || found.strict() && (declared == null || declared.equals(found.charset()))) {
			return found;
		}
		List<TextEncoding> candidates = new ArrayList<>();
		if (declared != null) {
			candidates.add(new TextEncoding(declared, 0, false).tested(file, deadline));
			if (found.strict()) {
				return candidates.get(0).strict() ? candidates.get(0) : found;
			}
		}
		candidates.add(found);
		candidates.add(new TextEncoding(TextEncoding.GB18030, 0, false));
		TextEncoding best = found;
		long fewest = Long.MAX_VALUE;
		for (TextEncoding candidate : candidates) {
			long lost = candidate.strict() ? 0 : candidate.lostCharacters(file, deadline);
			best = (lost < fewest) ? candidate : best;
			fewest = Math.min(fewest, lost);
		}
		return best;
	}

	private static @Nullable Charset declared(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			Matcher declaration = DECLARED
				.matcher(new String(in.readNBytes(TextEncoding.BLOCK), StandardCharsets.ISO_8859_1));
			Charset charset = declaration.find() ? TextEncoding.chinese(Charset.forName(declaration.group(1))) : null;
			return (charset != null && TextEncoding.isMultibyte(charset) && !TextEncoding.isWide(charset)) ? charset
					: null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
