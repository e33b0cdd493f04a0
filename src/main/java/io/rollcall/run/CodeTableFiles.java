package io.rollcall.run;

import java.util.List;
import java.util.Optional;

import io.rollcall.intake.DeliveredCodes;
import io.rollcall.intake.FileNotice;
import io.rollcall.source.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Reads the code tables among the files of a run. They are small, so every file reads
 * them anew.
 */
@Component
public class CodeTableFiles {

	private final RunFileStore files;

	CodeTableFiles(RunFileStore files) {
		this.files = files;
	}

	/** The codes of the tables that were delivered with a run's files. */
	public DeliveredCodes of(RunContext context, List<RunFile> all) {
		DeliveredCodes codes = new DeliveredCodes();
		all.stream().filter((file) -> file.status() == RunFile.Status.CODE_TABLE).forEach((table) -> {
			try {
				codes.add(table.input(), table.detail());
			}
			catch (RefusedException ex) {
				throw new RunFailure("CODE_TABLE_CHANGED", table.input().path());
			}
		});
		return codes;
	}

	/**
	 * Tells of each code table how it was understood, once and before any file is loaded.
	 */
	public void announce(RunContext context, List<RunFile> all) {
		for (RunFile table : all) {
			if (table.status() == RunFile.Status.CODE_TABLE) {
				announce(context, table);
			}
		}
	}

	private void announce(RunContext context, RunFile table) {
		try {
			Optional<Integer> count = new DeliveredCodes().add(table.input(), table.detail());
			String kind = count.isPresent() ? "CODE_TABLE" : "CODE_TABLE_HEADER";
			this.files.notices(context.run(), table,
					List.of(new FileNotice(kind, context.messages().get("intake." + kind, count.orElse(0)))));
		}
		catch (RefusedException ex) {
			this.files.refuse(context.run(), table, ex.problem().reason().name(),
					context.messages().get("source." + ex.problem(), ex.arguments().toArray()));
		}
	}

}
