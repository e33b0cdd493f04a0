package io.rollcall.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.CodeTable;
import io.rollcall.identity.CodeTables;
import io.rollcall.report.Forms.FormColumn;
import io.rollcall.report.Forms;
import io.rollcall.text.Messages;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Empty lists of students for schools that have no export: headers that are understood
 * without a setting, choices, and an example that is not read. Every column is text, so
 * that no spreadsheet makes a quantity of an ID number.
 */
public final class RecordForms {

	/** As many students as a large school takes in. */
	private static final int ROWS = 20_000;

	private static final int WIDTH = 16;

	private static final int WIDE = 24;

	private static final Set<String> LONG = Set.of("id_no", "candidate_no", "institution_name", "major_name", "remark");

	/** Fields without which a row says nothing of anybody. */
	private static final Set<String> NEEDED = Set.of("name", "sex", "birth_date", "id_no");

	private static final Map<String, CodeTable> CHOICES = Map.of("sex", CodeTables.sex(), "ethnic_group",
			CodeTables.ethnicGroup(), "political_status", CodeTables.politicalStatus(), "id_type",
			CodeTables.documentType(), "level", CodeTables.level(), "study_form", CodeTables.studyForm(),
			"registration_status", CodeTables.registrationStatus(), "school_status", CodeTables.studentState());

	private static final Map<String, Map<String, String>> FORMS = read();

	private final Messages messages;

	/**
	 * A writer of empty lists.
	 * @param messages the texts in the reader's language
	 */
	public RecordForms(Messages messages) {
		this.messages = messages;
	}

	/**
	 * The roles that have one.
	 * @return the roles' words
	 */
	public static List<String> roles() {
		return Stream.of(SourceRole.values()).map(SourceRole::word).filter(FORMS::containsKey).toList();
	}

	/**
	 * Writes an empty list.
	 * @param role one of {@link #roles}
	 * @param target the file, replaced if it exists
	 * @throws IOException when the file cannot be written
	 */
	public void write(String role, Path target) throws IOException {
		List<FormColumn> columns = FORMS.getOrDefault(role, Map.of())
			.entrySet()
			.stream()
			.map((entry) -> column(Fields.standard().get(entry.getKey()), entry.getValue()))
			.toList();
		new Forms(this.messages).write(new Forms.Form(this.messages.get("run.role." + role),
				this.messages.get("setup.form.intro", role), columns, ROWS), target);
	}

	private FormColumn column(Field field, String example) {
		String header = this.messages.locale().getLanguage().equals("zh") ? field.label("zh") : field.name();
		CodeTable table = CHOICES.get(field.name());
		boolean remark = field.name().equals("remark");
		String help = this.messages.get((table != null) ? "setup.form.choice" : "setup.form." + field.type());
		return new FormColumn(header, LONG.contains(field.name()) ? WIDE : WIDTH,
				NEEDED.contains(field.name()) ? this.messages.get("setup.form.needed", help) : help,
				remark ? this.messages.get("report.form.discrepancies.example.answer.remark") : example,
				(table != null) ? field.name() : "", (table != null) ? List.copyOf(table.names()) : List.of());
	}

	private static Map<String, Map<String, String>> read() {
		try (InputStream in = RecordForms.class.getResourceAsStream("forms.yml")) {
			return new YAMLMapper().readValue(in, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
