package io.rollcall.setup;

import java.nio.file.Path;
import java.util.List;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.Yaml;
import io.rollcall.source.ReadOptions;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Sources;

/** What those headers of a file probably mean that its campaign does not know. */
public final class HeaderProposals {

	private HeaderProposals() {
	}

	/**
	 * A proposal.
	 *
	 * @param header the header, as a job file may name it
	 * @param field the field that it probably means
	 * @param sure whether the values look like the field's too
	 */
	public record Proposal(String header, Field field, boolean sure) {

		/**
		 * What a job file says below {@code headers} of the source.
		 * @return one line, such as {@code name: [真实姓名]}
		 */
		public String line() {
			return this.field.name() + ": " + Yaml.list(List.of(this.header));
		}

	}

	/**
	 * Looks at a file.
	 * @param file the file; it is opened for reading only
	 * @param campaign the campaign whose fields and headers count
	 * @param role as which it is read
	 * @return what is proposed, for each header at most once and for each field at most
	 * once a list; nothing for a file that cannot be read
	 */
	public static List<Proposal> of(Path file, Campaign campaign, SourceRole role) {
		FileLook look = new FileLook();
		try {
			Sources.read(file, ReadOptions.DEFAULT, look);
		}
		catch (RefusedException ex) {
			return List.of();
		}
		HeaderGuesses guesses = new HeaderGuesses(campaign, role);
		return look.sheets()
			.stream()
			.flatMap((sheet) -> sheet.mapping(campaign, role)
				.stream()
				.flatMap((mapping) -> guesses.of(sheet, mapping).stream()))
			.map((guess) -> new Proposal(guess.header(), guess.field(), guess.sure()))
			.distinct()
			.toList();
	}

}
