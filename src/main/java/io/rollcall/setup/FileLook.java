package io.rollcall.setup;

import java.util.ArrayList;
import java.util.List;

import io.rollcall.source.Row;
import io.rollcall.source.TableHandler;

/** Looks at the lists of a file while it is read. */
final class FileLook implements TableHandler {

	private final List<SheetLook> sheets = new ArrayList<>();

	@Override
	public void startSheet(Sheet sheet) {
		this.sheets.add(new SheetLook(sheet.name(), sheet.header()));
	}

	@Override
	public void row(Row row) {
		current().row(row);
	}

	@Override
	public void endSheet(SheetEnd end) {
		current().end();
	}

	@Override
	public void notice(Notice notice) {
		// The trial reading at the end tells what a run would tell.
	}

	private SheetLook current() {
		return this.sheets.get(this.sheets.size() - 1);
	}

	List<SheetLook> sheets() {
		return this.sheets;
	}

}
