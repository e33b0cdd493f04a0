package io.rollcall.intake;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.rollcall.campaign.SourceSettings;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.intake.FileOutcome.Refusal;
import io.rollcall.source.Cell;
import io.rollcall.source.ReadOptions;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Row;
import io.rollcall.source.Sources;

/**
 * Takes in one file: hands its rows over one by one, refuses it as a whole where only its
 * end can tell, and makes sure that it has not changed meanwhile.
 */
public final class FileIntake {

	private static final RowRules RULES = new RowRules(Catalogue.shipped());

	/** Merged areas may tell more of a file, and that is all. */
	private static final int MOST_TURNS = 3;

	/** Above this reading ahead is worth a thread. */
	private static final long LARGE_BYTES = 4 << 20;

	private final InputFile file;

	private final IntakeSettings settings;

	private final SourceSettings source;

	private final HeaderMapper mapper;

	private final Runnable everyRow;

	private final boolean ahead;

	/**
	 * The intake of a file.
	 * @param file the file
	 * @param settings what holds for every file of the run
	 */
	public FileIntake(InputFile file, IntakeSettings settings) {
		this(file, settings, () -> {
		});
	}

	/**
	 * The intake of a file that somebody may want to leave.
	 * @param file the file
	 * @param settings what holds for every file of the run
	 * @param everyRow called for each row; what it throws ends the reading
	 */
	public FileIntake(InputFile file, IntakeSettings settings, Runnable everyRow) {
		this(file, settings, everyRow, file.size() >= LARGE_BYTES);
	}

	/** The same for a file that is read ahead, or is not. */
	FileIntake(InputFile file, IntakeSettings settings, Runnable everyRow, boolean ahead) {
		this.ahead = ahead;
		this.everyRow = everyRow;
		this.file = file;
		this.settings = settings;
		this.source = settings.campaign().source(file.role());
		this.mapper = HeaderMapper.of(settings.campaign(), file.role());
	}

	/**
	 * Reads the file.
	 * @param codes what delivered code tables say: by field, the name of each code
	 * @param sink receives the rows
	 * @return what became of the file
	 */
	public FileOutcome read(Map<String, Map<String, String>> codes, IntakeSink sink) {
		FileOutcome outcome;
		try {
			outcome = outcome(codes, sink);
		}
		catch (RefusedException ex) {
			outcome = changed().orElseGet(() -> FileOutcome.refused(ex.problem().reason().name(),
					this.settings.messages().get("source." + ex.problem(), ex.arguments().toArray()), List.of()));
		}
		if (outcome.refusal().isPresent()) {
			sink.forget();
		}
		return outcome;
	}

	private FileOutcome outcome(Map<String, Map<String, String>> codes, IntakeSink sink) throws RefusedException {
		FileFacts assumed = FileFacts.USUAL;
		for (int turn = 0; turn < MOST_TURNS; turn++) {
			RecordReader reader = reader(assumed, codes, sink);
			Survey survey = survey(assumed, reader);
			FileFacts found = survey.facts();
			if (found.fillsAs(assumed)) {
				List<FileNotice> notices = FileNotices.of(survey, this.settings.messages());
				Optional<Refusal> refusal = refusal(survey);
				if (refusal.isPresent()) {
					return FileOutcome.refused(refusal.get().reason(), refusal.get().detail(), notices);
				}
				if (found.readsAs(assumed)) {
					return changed().orElseGet(() -> reader.outcome(survey.plans(), notices));
				}
			}
			sink.forget();
			assumed = found;
		}
		return refused("FILE_CHANGED", "CHANGED");
	}

	/**
	 * How the columns of the file are understood, for people who check a file before it
	 * is read in earnest.
	 * @return one mapping for each list that has a header, in the order of the file
	 * @throws RefusedException when the file cannot be read as a table
	 */
	public List<MappedList> mappings() throws RefusedException {
		return survey(FileFacts.USUAL, (row, list) -> {
		}).plans()
			.stream()
			.flatMap((plan) -> plan.sections()
				.stream()
				.filter((section) -> !section.refused())
				.map((section) -> new MappedList(plan.name(), section.from(), section.mapping())))
			.toList();
	}

	/**
	 * One list of the file.
	 *
	 * @param sheet the sheet's name or empty
	 * @param from the row with which it begins; 0 for the first list of a sheet
	 * @param mapping how its columns are read
	 */
	public record MappedList(String sheet, long from, ColumnMapping mapping) {
	}

	private Survey survey(FileFacts assumed, BiConsumer<Row, Section> records) throws RefusedException {
		if (!this.ahead) {
			Survey survey = survey(assumed, this.everyRow, records);
			Sources.read(this.file.file(), options(), survey);
			return survey;
		}
		RowsAhead rows = new RowsAhead();
		Survey survey = survey(assumed, () -> {
		}, rows::put);
		rows.read(() -> Sources.read(this.file.file(), options(), survey), records, this.everyRow);
		return survey;
	}

	private Survey survey(FileFacts assumed, Runnable eachRow, BiConsumer<Row, Section> records) {
		return new Survey(this.settings.campaign(), this.file.role(), this.mapper, eachRow, assumed, records);
	}

	private RecordReader reader(FileFacts assumed, Map<String, Map<String, String>> codes, IntakeSink sink) {
		BusinessDay today = new BusinessDay(this.settings.businessDate());
		ValueParser parser = new ValueParser(this.settings.campaign(),
				new Codes(this.source, codes, assumed.sexByStandard()), today);
		RowFacts facts = new RowFacts(this.settings.campaign(), this.file.role(), today, assumed.idColumn(),
				assumed.namesMasked(), this.settings.messages());
		return new RecordReader(this.file, parser, RULES, facts, this.settings.unmasked(), sink);
	}

	private ReadOptions options() {
		Predicate<List<String>> headerTest = (texts) -> this.mapper
			.search(List.of(new Row("", 1, texts.stream().map(Cell::ofText).toList())))
			.mapping()
			.isPresent();
		return new ReadOptions(this.source.encoding().orElse(null), this.source.sheet().map(List::of).orElse(List.of()),
				null, headerTest, ReadOptions.DEFAULT.limits());
	}

	private Optional<Refusal> refusal(Survey survey) {
		Optional<Refusal> header = survey.headerRefusal()
			.map((refusal) -> new Refusal("FILE_HEADER", refusal.sentence(this.settings.messages())));
		GarbledNames names = survey.garbledNames();
		Optional<Refusal> garbled = names.areMany()
				? Optional.of(new Refusal("FILE_UNREADABLE",
						this.settings.messages()
							.get("intake.GARBLED", names.names(), names.garbled(), this.file.role().word())))
				: Optional.empty();
		return header.or(() -> garbled)
			.or(() -> survey.otherCampaign()
				.map((verdict) -> new Refusal("FILE_OTHER_CAMPAIGN",
						this.settings.messages()
							.get("intake.OTHER_" + verdict, this.settings.campaign().school().name(),
									this.settings.campaign().cohort()))));
	}

	/** What a file is refused for that is no longer what was listed. */
	private Optional<FileOutcome> changed() {
		try {
			return this.file.content().isOf(this.file.file()) ? Optional.empty()
					: Optional.of(refused("FILE_CHANGED", "CHANGED"));
		}
		catch (NoSuchFileException ex) {
			return Optional.of(refused("FILE_UNREADABLE", "GONE"));
		}
		catch (IOException ex) {
			return Optional.of(refused("FILE_UNREADABLE", "UNREADABLE"));
		}
	}

	private FileOutcome refused(String reason, String sentence) {
		return FileOutcome.refused(reason, this.settings.messages().get("intake." + sentence), List.of());
	}

}
