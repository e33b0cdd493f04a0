package io.rollcall.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.CodeTableColumns;
import io.rollcall.identity.Cleaned;
import io.rollcall.source.Cell;
import io.rollcall.source.ReadOptions;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Row;
import io.rollcall.source.Sources;
import io.rollcall.source.TableHandler;
import org.jspecify.annotations.Nullable;

/**
 * The code tables ({@code TD_*}) that a province delivers with its candidates. A table
 * holds for the files of its own folder and the folders below, because codes are each
 * province's own.
 */
public final class DeliveredCodes {

	private final Map<String, Map<String, Map<String, String>>> byFolder = new LinkedHashMap<>();

	/**
	 * Reads one delivered table.
	 * @param file the table
	 * @param field the canonical field whose codes it explains
	 * @return the number of codes, or empty when it has no column of codes or no column
	 * of names
	 * @throws RefusedException when the file cannot be read as a table
	 */
	public Optional<Integer> add(InputFile file, String field) throws RefusedException {
		Reading reading = new Reading();
		Sources.read(file.file(), ReadOptions.DEFAULT, reading);
		if (reading.columns == null) {
			return Optional.empty();
		}
		this.byFolder.computeIfAbsent(folder(file.path()), (folder) -> new LinkedHashMap<>())
			.computeIfAbsent(field, (name) -> new LinkedHashMap<>())
			.putAll(reading.names);
		return Optional.of(reading.names.size());
	}

	/**
	 * The codes that hold for a file.
	 * @param file a file of records
	 * @return by field, the name of each code
	 */
	public Map<String, Map<String, String>> forFile(InputFile file) {
		Map<String, Map<String, String>> codes = new LinkedHashMap<>();
		for (String folder = folder(file.path());; folder = parent(folder)) {
			this.byFolder.getOrDefault(folder, Map.of()).forEach(codes::putIfAbsent);
			if (folder.isEmpty()) {
				return codes;
			}
		}
	}

	private static String folder(String path) {
		return path.substring(0, path.lastIndexOf('/') + 1);
	}

	private static String parent(String folder) {
		return folder(folder.substring(0, folder.length() - 1));
	}

	private static final class Reading implements TableHandler {

		private final Map<String, String> names = new LinkedHashMap<>();

		private @Nullable CodeTableColumns columns;

		@Override
		public void startSheet(Sheet sheet) {
			if (sheet.header() != null) {
				row(sheet.header());
			}
		}

		@Override
		public void row(Row row) {
			if (this.columns == null) {
				List<String> header = row.cells().stream().map(Cell::text).toList();
				this.columns = CodeTableColumns.find(header).orElse(null);
				return;
			}
			String code = Cleaned.phrase(row.cell(this.columns.code()).text()).text();
			String name = Cleaned.text(row.cell(this.columns.meaning()).text()).text();
			if (!code.isEmpty() && !name.isEmpty()) {
				this.names.putIfAbsent(code, name);
			}
		}

		@Override
		public void endSheet(SheetEnd end) {
			// Further sheets belong to the same table.
		}

		@Override
		public void notice(Notice notice) {
			// A code table is no record of anybody.
		}

	}

}
