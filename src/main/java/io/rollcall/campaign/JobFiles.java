package io.rollcall.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads job files. */
public final class JobFiles {

	/** A job file has a few hundred lines; anything near this size is something else. */
	static final int MAX_BYTES = 1 << 20;

	private static final Pattern EXTENSION = Pattern.compile("\\.ya?ml$", Pattern.CASE_INSENSITIVE);

	private JobFiles() {
	}

	/**
	 * Reads and checks a job file.
	 * @param file the file, {@code <campaign>.yml}
	 * @return the campaign
	 * @throws JobFileException when the file cannot be read or a setting is not valid
	 */
	public static Campaign load(Path file) throws JobFileException {
		return parse(file.getFileName().toString(), text(file));
	}

	/**
	 * Checks the text of a job file.
	 * @param fileName the name for messages, and the campaign's name when the text has
	 * none
	 * @param text the text, YAML
	 * @return the campaign
	 * @throws JobFileException when a setting is not valid
	 */
	public static Campaign parse(String fileName, String text) throws JobFileException {
		JobNode root = JobYaml.read(fileName, text);
		try {
			return new JobReader(root, EXTENSION.matcher(fileName).replaceFirst("")).campaign();
		}
		catch (SettingException ex) {
			throw new JobFileException(fileName, root.lineOf(ex.path()), ex);
		}
	}

	private static String text(Path file) throws JobFileException {
		String name = file.getFileName().toString();
		try {
			if (Files.size(file) > MAX_BYTES) {
				throw new JobFileException(name, 0, "", "TOO_LARGE", MAX_BYTES >> 10);
			}
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(Files.readAllBytes(file)))
				.toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new JobFileException(name, 0, "", "NOT_UTF8");
		}
		catch (IOException ex) {
			throw new JobFileException(name, 0, "", Files.exists(file) ? "UNREADABLE" : "NO_FILE");
		}
	}

}
