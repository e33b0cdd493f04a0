package io.rollcall.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.HeaderText;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.Column;
import io.rollcall.intake.ColumnMapping;
import io.rollcall.intake.InputFile;

/**
 * A table of the folder.
 *
 * @param file the file; its path is that below the folder, its role says nothing
 * @param form what the file really is, such as {@code xls}
 * @param encoding the encoding of its text, empty where the format says it
 * @param sheets its lists
 */
record ExportFile(InputFile file, String form, Optional<String> encoding, List<SheetLook> sheets) {

	/** The path below the folder, with {@code /}. */
	String path() {
		return this.file.path();
	}

	/** The rows below the headers of all its lists. */
	long rows() {
		return this.sheets.stream().mapToLong(SheetLook::rows).sum();
	}

	/**
	 * What is known and guessed of the columns of its largest list.
	 * @param campaign whose fields and headers count
	 * @param role as which it is read
	 * @return the columns, empty when the file has no header
	 */
	Optional<Columns> columns(Campaign campaign, SourceRole role) {
		return this.sheets.stream()
			.max(Comparator.comparingLong(SheetLook::rows))
			.flatMap((sheet) -> sheet.mapping(campaign, role)
				.map((mapping) -> new Columns(sheet, mapping, new HeaderGuesses(campaign, role).of(sheet, mapping))));
	}

	/** Lists with the same headers come from the same system. */
	String signature() {
		return this.sheets.stream()
			.max(Comparator.comparingLong(SheetLook::rows))
			.flatMap((sheet) -> sheet.mapping(Trial.neutral(), SourceRole.ROSTER))
			.map((mapping) -> new TreeSet<>(
					mapping.columns().stream().map((column) -> HeaderText.normalise(column.header())).toList())
				.toString())
			.orElse("");
	}

	/**
	 * The columns of a list.
	 *
	 * @param sheet the list
	 * @param mapping what is known of them
	 * @param guesses what is guessed of the others
	 */
	record Columns(SheetLook sheet, ColumnMapping mapping, List<HeaderGuess> guesses) {

		/** The values by field, known or surely guessed. */
		Map<String, ColumnProfile> profiles() {
			Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
			this.sheet.byField(this.mapping, this.guesses)
				.forEach((field, profile) -> profiles.put(field.name(), profile));
			return profiles;
		}

		/** The headers that nothing is known of, and nothing guessed. */
		List<String> unknown() {
			return this.mapping.columns()
				.stream()
				.filter((column) -> column.use() == Column.Use.UNKNOWN || column.use() == Column.Use.CONTESTED)
				.filter((column) -> this.guesses.stream().noneMatch((guess) -> guess.column() == column.index()))
				.map(Column::header)
				.toList();
		}

		/** Whether a header that nothing is known of is not shown. */
		boolean isHidden() {
			return this.mapping.columns()
				.stream()
				.anyMatch((column) -> column.use() == Column.Use.UNKNOWN && column.isLetters());
		}

		/** The headers of every column. */
		List<String> headers() {
			List<String> headers = new ArrayList<>();
			this.mapping.columns().forEach((column) -> headers.add(column.header()));
			return headers;
		}

		/** Whether students can be told by it: it has names and a number. */
		boolean isOfStudents() {
			Map<String, ColumnProfile> profiles = profiles();
			return profiles.containsKey("name")
					&& List.of("candidate_no", "student_no", "id_no").stream().anyMatch(profiles::containsKey);
		}

		/** How many fields are known or surely guessed. */
		int fields() {
			return profiles().size();
		}

		/** Whether a field is known or surely guessed. */
		boolean has(Field field) {
			return profiles().containsKey(field.name());
		}

	}

}
