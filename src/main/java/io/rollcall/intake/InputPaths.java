package io.rollcall.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What files are called in reports. A file system keeps names as bytes, and archives
 * packed on Chinese Windows leave names in GBK behind, which no text can hold as they
 * are: such a name is shown as what it was meant to be, and found again by that.
 */
public final class InputPaths {

	private static final Charset GB18030 = Charset.forName("GB18030");

	/** What stands in the text of a name for bytes that are no text. */
	private static final char LOST = '\uFFFD';

	private static final char FIRST_NOT_ASCII = '\u0080';

	private InputPaths() {
	}

	/**
	 * One entry of a folder.
	 *
	 * @param name the name for people, unique in its folder
	 * @param file the entry itself
	 */
	record Entry(String name, Path file) {
	}

	/**
	 * The entries of a folder.
	 * @param folder the folder
	 * @return its entries, by name
	 * @throws IOException when it cannot be listed
	 */
	static List<Entry> entries(Path folder) throws IOException {
		List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			stream.forEach(files::add);
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
		Set<String> taken = new HashSet<>();
		files.stream().filter((file) -> isText(file)).forEach((file) -> taken.add(shown(file)));
		List<Entry> entries = new ArrayList<>();
		for (Path file : files) {
			String name = shown(file);
			boolean free = isText(file) || taken.add(name);
			entries.add(new Entry(free ? name : escaped(bytes(file)), file));
		}
		entries.sort(Comparator.comparing(Entry::name).thenComparing(Entry::file));
		return entries;
	}

	/**
	 * Finds a file by what reports call it.
	 * @param folder the folder below which it lies
	 * @param shown its path below the folder, with {@code /}
	 * @return the file; where there is none of that name, the path that it would have
	 */
	public static Path resolve(Path folder, String shown) {
		Path literal = folder.resolve(shown);
		if (shown.chars().allMatch((c) -> c < FIRST_NOT_ASCII && c != '\\')
				|| Files.exists(literal, LinkOption.NOFOLLOW_LINKS)) {
			return literal;
		}
		Path found = folder;
		for (String name : shown.split("/")) {
			found = child(found, name);
		}
		return found;
	}

	/**
	 * Finds a file by what came of its name on a command line, where bytes that are no
	 * text are lost.
	 * @param typed the path as it reached the program
	 * @return the one file whose path reads so, else the path as it is
	 */
	public static Path typed(Path typed) {
		if (typed.toString().indexOf(LOST) < 0 || Files.exists(typed, LinkOption.NOFOLLOW_LINKS)) {
			return typed;
		}
		Path found = typed.toAbsolutePath().getRoot();
		for (Path name : typed.toAbsolutePath()) {
			Path literal = found.resolve(name);
			if (name.toString().indexOf(LOST) < 0) {
				found = literal;
				continue;
			}
			try {
				List<Path> alike = entries(found).stream()
					.map(Entry::file)
					.filter((file) -> file.getFileName().toString().equals(name.toString()))
					.toList();
				found = (alike.size() == 1) ? alike.get(0) : literal;
			}
			catch (IOException ex) {
				return typed;
			}
		}
		return found;
	}

	private static Path child(Path folder, String name) {
		try {
			return entries(folder).stream()
				.filter((entry) -> entry.name().equals(name))
				.map(Entry::file)
				.findFirst()
				.orElse(folder.resolve(name));
		}
		catch (IOException ex) {
			return folder.resolve(name);
		}
	}

	/**
	 * The name of a file for people.
	 * @param file the file
	 * @return its name without folders: of bytes that are no UTF-8 what they mean in
	 * GB18030, else their numbers; control characters as numbers too
	 */
	public static String shown(Path file) {
		String name = file.getFileName().toString();
		if (isText(file)) {
			return plain(name) ? name : escaped(name.getBytes(StandardCharsets.UTF_8));
		}
		byte[] bytes = bytes(file);
		String chinese = decoded(bytes, GB18030);
		return (chinese != null && plain(chinese)) ? chinese : escaped(bytes);
	}

	private static boolean plain(String name) {
		return name.codePoints()
			.noneMatch((c) -> Character.isISOControl(c) || !Character.isDefined(c)
					|| Character.getType(c) == Character.PRIVATE_USE || c == '\u2028' || c == '\u2029');
	}

	/** Whether the bytes of a name are UTF-8. */
	private static boolean isText(Path file) {
		return file.getFileName().toString().indexOf(LOST) < 0 || decoded(bytes(file), StandardCharsets.UTF_8) != null;
	}

	private static @Nullable String decoded(byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/** What can be read as it is, and the rest in hexadecimal. */
	private static String escaped(byte[] bytes) {
		String text = decoded(bytes, StandardCharsets.UTF_8);
		StringBuilder escaped = new StringBuilder();
		if (text != null) {
			text.codePoints().forEach((c) -> {
				String one = Character.toString(c);
				escaped.append(plain(one) ? one : hex(one.getBytes(StandardCharsets.UTF_8)));
			});
			return escaped.toString();
		}
		for (byte one : bytes) {
			escaped.append((one >= ' ' && one < 0x7F) ? String.valueOf((char) one) : hex(one));
		}
		return escaped.toString();
	}

	private static String hex(byte... bytes) {
		return HexFormat.of().withPrefix("\\x").withUpperCase().formatHex(bytes);
	}

	/** Only the address of a file keeps the bytes of its name. */
	private static byte[] bytes(Path file) {
		String raw = file.toUri().getRawPath();
		String name = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
		ByteBuffer bytes = ByteBuffer.allocate(name.length());
		for (int i = name.lastIndexOf('/') + 1; i < name.length(); i++) {
			if (name.charAt(i) == '%') {
				bytes.put((byte) Integer.parseInt(name.substring(i + 1, i + 3), 16));
				i += 2;
			}
			else {
				bytes.put((byte) name.charAt(i));
			}
		}
		byte[] exact = new byte[bytes.position()];
		bytes.flip().get(exact);
		return exact;
	}

}
