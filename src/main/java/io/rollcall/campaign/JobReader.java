package io.rollcall.campaign;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign.FieldRules;
import io.rollcall.campaign.Campaign.Period;

/** Makes a campaign of a job file's settings. */
final class JobReader {

	static final Set<String> SETTINGS = Set.of("campaign", "title", "school", "cohort", "admission_year",
			"business_date", "start", "deadline", "college_deadline", "language", "colleges", "schedule", "sources",
			"fields", "required", "key", "compared", "self_check", "authority", "link_on", "link_threshold",
			"workbook_password_file", "account_contact", "keepers_must_check", "file_names", "sent_days",
			"major_groups", "time_zone", "gate", "mail", "retention", "keep_runs", "strict_exit", "input");

	/** The required fields unless the job file names others. */
	private static final List<String> REQUIRED = List.of("name", "sex", "birth_date", "id_no", "major_name", "college");

	/** The student key unless the job file names another. */
	private static final List<List<String>> KEY = List.of(List.of("candidate_no"), List.of("student_no"),
			List.of("id_no", "name"));

	/**
	 * How long the platform may take to show a correction, unless the job file says so.
	 */
	private static final int SENT_DAYS = 14;

	private final JobSection root;

	private final String fileName;

	private final Fields fields;

	JobReader(JobNode root, String fileName) {
		this.root = new JobSection(root, SETTINGS);
		this.fileName = fileName;
		this.fields = Fields.standard().with(this.root.find("fields").map(JobFields::declared).orElse(List.of()));
	}

	Campaign campaign() {
		String name = this.root.text("campaign").orElse(this.fileName);
		int cohort = this.root.year("cohort").orElseThrow(() -> new SettingException("cohort", "MISSING"));
		Colleges colleges = colleges();
		return new Campaign(name, this.root.text("title").orElse(name), school(), cohort,
				this.root.year("admission_year").orElse(cohort), period(), this.root.text("language").orElse("zh"),
				colleges, this.root.text("schedule"), input(), sources(), this.fields, rules(),
				this.root.text("workbook_password_file"), this.root.text("file_names").orElse("plain"),
				this.root.text("account_contact"), this.root.find("sent_days").map(JobReader::days).orElse(SENT_DAYS),
				JobOperation.of(this.root, colleges));
	}

	private School school() {
		JobSection school = new JobSection(this.root.required("school"), Set.of("code", "name"));
		return school.make(() -> new School(school.requiredText("code"), school.requiredText("name")));
	}

	private Period period() {
		return new Period(this.root.date("business_date"), this.root.requiredDate("start"),
				this.root.requiredDate("deadline"),
				this.root.date("college_deadline").orElseGet(() -> this.root.requiredDate("deadline")));
	}

	private Colleges colleges() {
		return new Colleges(this.root.required("colleges").list().stream().map(JobReader::college).toList());
	}

	private static College college(JobNode node) {
		JobSection college = new JobSection(node, Set.of("name", "code", "aliases"));
		return college
			.make(() -> new College(college.requiredText("name"), college.text("code"), college.texts("aliases")));
	}

	private Optional<InputPlace> input() {
		return this.root.text("input").map(InputPlace::new);
	}

	private Map<SourceRole, SourceSettings> sources() {
		Optional<InputPlace> input = input();
		Map<SourceRole, SourceSettings> sources = new EnumMap<>(SourceRole.class);
		this.root.find("sources").map(JobNode::map).orElse(Map.of()).forEach((word, node) -> {
			SourceRole role = SourceRole.of(word)
				.orElseThrow(() -> SettingException.unknown(node.path(), word, roles()));
			SourceSettings settings = JobSource.settings(role, node, this.fields);
			sources.put(role, input.map((place) -> settings.below(place.folder())).orElse(settings));
		});
		return sources;
	}

	private static List<String> roles() {
		return Stream.of(SourceRole.values()).map(SourceRole::word).toList();
	}

	private FieldRules rules() {
		return new FieldRules(this.root.find("required").map(this::fieldList).orElseGet(() -> named(REQUIRED)),
				this.root.find("key").map(this::key).orElseGet(() -> KEY.stream().map(this::named).toList()),
				this.root.find("compared").map(this::fieldList).orElseGet(this::comparable),
				this.root.find("self_check").map(this::field),
				this.root.find("authority").map(this::authority).orElse(Map.of()),
				this.root.find("link_on").map(this::fieldList).orElse(List.of()),
				this.root.find("link_threshold").stream().mapToDouble(JobReader::bits).findFirst(),
				this.root.find("keepers_must_check").map(JobReader::yesOrNo).orElse(false),
				this.root.find("major_groups").map(JobReader::majorGroups).orElse(MajorGroups.NONE));
	}

	private List<List<Field>> key(JobNode node) {
		return node.list()
			.stream()
			.map((alternative) -> alternative.isList() ? fieldList(alternative) : List.of(field(alternative)))
			.toList();
	}

	private Map<Field, List<SourceRole>> authority(JobNode node) {
		Map<Field, List<SourceRole>> authority = new HashMap<>();
		node.map().forEach((name, order) -> {
			Field field = JobFields.find(this.fields, name, order.path());
			authority.put(field, order.list().stream().map(JobReader::comparedRole).toList());
		});
		return authority;
	}

	private static MajorGroups majorGroups(JobNode node) {
		Map<String, List<String>> groups = new LinkedHashMap<>();
		node.map().forEach((broad, majors) -> groups.put(broad, majors.texts()));
		return new MajorGroups(groups);
	}

	private static boolean yesOrNo(JobNode node) {
		if (!Set.of("true", "false").contains(node.text())) {
			throw new SettingException(node.path(), "NOT_ONE_OF", JobSection.shorten(node.text()), "true, false");
		}
		return Boolean.parseBoolean(node.text());
	}

	private static int days(JobNode node) {
		if (!node.text().matches("[1-9]\\d{0,2}")) {
			throw new SettingException(node.path(), "NOT_DAYS", JobSection.shorten(node.text()));
		}
		return Integer.parseInt(node.text());
	}

	private static double bits(JobNode node) {
		if (!node.text().matches("\\d{1,3}(\\.\\d{1,2})?")) {
			throw new SettingException(node.path(), "NOT_A_NUMBER", JobSection.shorten(node.text()));
		}
		return Double.parseDouble(node.text());
	}

	static SourceRole comparedRole(JobNode node) {
		return SourceRole.of(node.text())
			.filter(SourceRole::isCompared)
			.orElseThrow(() -> new SettingException(node.path(), "NOT_ONE_OF", JobSection.shorten(node.text()),
					"roster, platform, admission"));
	}

	private List<Field> comparable() {
		return this.fields.all()
			.stream()
			.filter((field) -> field.key() != FieldKey.JOIN && field.key() != FieldKey.NONE)
			.toList();
	}

	private List<Field> fieldList(JobNode node) {
		return node.list().stream().map(this::field).toList();
	}

	private Field field(JobNode node) {
		return JobFields.find(this.fields, node.text(), node.path());
	}

	private List<Field> named(List<String> names) {
		return names.stream().map(this.fields::get).toList();
	}

}
