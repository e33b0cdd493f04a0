package io.rollcall.pipeline;

import java.util.List;
import java.util.Map;

import io.rollcall.intake.FileNotice;
import io.rollcall.intake.InputFolder.Listed;
import io.rollcall.intake.InputFolder;
import io.rollcall.run.Acceptance;
import io.rollcall.run.CodeTableFiles;
import io.rollcall.run.FrozenInputs;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStates;
import io.rollcall.run.RunStore;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Freezes the list of input files with their hashes; from here on a run reads nothing
 * else.
 */
@Component
public class FreezeStep extends RunTasklet {

	private static final Map<InputFolder.Use, RunFile.Status> STATUS = Map.of(InputFolder.Use.RECORDS,
			RunFile.Status.LISTED, InputFolder.Use.CODE_TABLE, RunFile.Status.CODE_TABLE, InputFolder.Use.PASSED_OVER,
			RunFile.Status.PASSED_OVER, InputFolder.Use.REFUSED, RunFile.Status.REFUSED);

	private final FrozenInputs inputs;

	private final RunStates states;

	private final RunFileStore files;

	private final CodeTableFiles codeTables;

	private final RunProgress progress;

	private final Acceptance acceptance;

	FreezeStep(RunStore runs, FrozenInputs inputs, RunStates states, RunFileStore files, CodeTableFiles codeTables,
			RunProgress progress, Acceptance acceptance) {
		super(runs);
		this.inputs = inputs;
		this.states = states;
		this.files = files;
		this.codeTables = codeTables;
		this.progress = progress;
		this.acceptance = acceptance;
	}

	@Override
	void execute(RunContext context, StepExecution step, StepContribution contribution) {
		this.progress.listener().stepStarted(RunListener.Step.FREEZE);
		// A password that cannot be read is told now and not when all the work is done.
		context.workbookPassword();
		int number = freeze(context);
		this.states.frozen(context.run());
		contribution.incrementWriteCount(number);
		this.progress.listener().stepEnded(RunListener.Step.FREEZE, number);
	}

	/** Enters the list of a run's files; returns how many they are. */
	public int freeze(RunContext context) {
		this.files.clear(context.run());
		this.inputs.freeze(context.run());
		int number = 0;
		for (Listed one : listed(context)) {
			number++;
			boolean codeTable = one.use() == InputFolder.Use.CODE_TABLE;
			RunFile file = RunFile.listed(number, one.file(), STATUS.get(one.use()), codeTable ? "" : one.reason(),
					codeTable ? one.reason() : one.text());
			this.files.add(context.run(), file, this.acceptance.at(context.run().campaignId(), one.file()));
			if (one.use() == InputFolder.Use.PASSED_OVER) {
				this.files.notice(context.run(), file, 1, new FileNotice(one.reason(), one.text()));
			}
		}
		this.codeTables.announce(context, this.files.all(context.run(), context.campaign()));
		return number;
	}

	private List<Listed> listed(RunContext context) {
		InputFolder folder = new InputFolder(context.run().input(), context.campaign(), context.messages());
		if (context.run().inputsOf().isEmpty()) {
			return folder.list();
		}
		Map<String, String> frozen = this.files.hashes(context.run().inputsOf().get());
		List<Listed> listed = folder.list((role, path) -> frozen.containsKey(role.word() + "/" + path));
		listed.forEach((one) -> {
			if (one.file().sha256().isEmpty()
					|| one.file().sha256().equals(frozen.get(one.file().role().word() + "/" + one.file().path()))) {
				frozen.remove(one.file().role().word() + "/" + one.file().path());
			}
		});
		if (!frozen.isEmpty()) {
			throw new RunFailure("INPUT_GONE", frozen.keySet().iterator().next());
		}
		return listed;
	}

}
