package io.rollcall.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;

/**
 * How the table {@code staged_record} holds fields: each of the catalogue in a column of
 * its name, those that a campaign declares together in {@code extra}. All else are parts
 * of statements that read a record; names of fields are of the catalogue or checked.
 */
public final class StagedFields {

	private static final String EXISTING = """
			select a.attname from pg_attribute a where a.attrelid = to_regclass('staged_record') and a.attnum > 0
			""";

	private StagedFields() {
	}

	/**
	 * Adds the columns of fields that are new in the catalogue, so that an entry in
	 * {@code fields.yml} is all that a field takes. To be called after every migration;
	 * changes nothing where every field has its column.
	 * @param dataSource the database, whose schema is up to date
	 */
	public static void complete(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			List<String> missing = missing(connection);
			if (!missing.isEmpty()) {
				statement.execute(missing.stream()
					.map((column) -> "add column if not exists " + column + " text")
					.collect(Collectors.joining(", ", "alter table staged_record ", "")));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the columns of the fields, SQLSTATE " + ex.getSQLState(), ex);
		}
	}

	/** The fields that have no column yet; none where there is no table. */
	static List<String> missing(Connection connection) throws SQLException {
		List<String> missing = new ArrayList<>(columns());
		boolean exists = false;
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(EXISTING)) {
			while (row.next()) {
				exists = true;
				missing.remove(row.getString(1));
			}
		}
		return exists ? missing : List.of();
	}

	/**
	 * The columns of the catalogue's fields.
	 * @return what is compared first, since a row is unpacked from its beginning
	 */
	public static List<String> columns() {
		return Fields.standard().all().stream().sorted(Comparator.comparingInt((field) -> switch (field.key()) {
			case JOIN, YES -> 0;
			case STATE -> 1;
			default -> 2;
		})).map(Field::name).toList();
	}

	/**
	 * A field's canonical value.
	 * @param field the field
	 * @param record what the statement calls the record
	 * @return the part of the statement
	 */
	public static String value(String field, String record) {
		return Fields.standard().find(field).isPresent() ? record + "." + field
				: "(" + record + ".extra ->> '" + field + "')";
	}

	/**
	 * A field's value for comparing; of an ID number also a malformed one.
	 * @param field the field
	 * @param record what the statement calls the record
	 * @return the part of the statement
	 */
	public static String comparable(String field, String record) {
		return field.equals("id_no") ? record + ".id_text" : value(field, record);
	}

	/**
	 * For comparing, the value of the field whose name a column of the statement holds.
	 * @param fields the fields that it may be
	 * @param column the column
	 * @param record what the statement calls the record
	 * @return the part of the statement, null for other names
	 */
	public static String comparable(Fields fields, String column, String record) {
		return named(fields, column, (name) -> comparable(name, record));
	}

	/**
	 * The cell, as it may be shown, of the field whose name a column of the statement
	 * holds: where it is not kept, the value tells it.
	 * @param fields the fields that it may be
	 * @param column the column
	 * @param record what the statement calls the record
	 * @return the part of the statement
	 */
	public static String cell(Fields fields, String column, String record) {
		return "coalesce(" + record + ".raw ->> " + column + ", " + named(fields, column, (name) -> value(name, record))
				+ ")";
	}

	private static String named(Fields fields, String column, UnaryOperator<String> part) {
		return fields.all()
			.stream()
			.map(Field::name)
			.map((name) -> "when '" + name + "' then " + part.apply(name))
			.collect(Collectors.joining(" ", "(case " + column + " ", " end)"));
	}

}
