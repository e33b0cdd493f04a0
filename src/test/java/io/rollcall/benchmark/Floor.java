package io.rollcall.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import org.postgresql.PGConnection;

/**
 * The least that any comparison of three sources has to do: bring the files in and join
 * them once over the same fields.
 */
final class Floor {

	private static final String SCHOOL = "(r.\"姓名\",r.\"性别\",r.\"出生日期\",r.\"身份证号码\",r.\"民族\",r.\"政治面貌\",r.\"学院\","
			+ "r.\"专业代码\",r.\"专业名称\",r.\"班级\",r.\"层次\",r.\"学制\",r.\"学习形式\",r.\"入学日期\",r.\"预计毕业日期\",r.\"注册状态\",r.\"学号\")";

	private static final String NATIONAL = "(p.\"XM\",p.\"XB\",p.\"CSRQ\",p.\"SFZH\",p.\"MZ\",p.\"ZZMM\",p.\"XY\",p.\"ZYDM\","
			+ "p.\"ZYMC\",p.\"BJ\",p.\"CC\",p.\"XZ\",p.\"XXXS\",p.\"RXRQ\",p.\"YJBYRQ\",p.\"XJZT\",p.\"XH\")";

	private static final String JOIN = "select count(*) from roster r full join platform p on r.\"考生号\" = p.\"KSH\""
			+ " full join admission a on coalesce(r.\"考生号\", p.\"KSH\") = a.\"KSH\" where " + SCHOOL
			+ " is distinct from " + NATIONAL
			+ " or (p.\"XM\",p.\"CSRQ\",p.\"SFZH\",p.\"MZ\",p.\"ZYDM\",p.\"ZYMC\",p.\"XZ\") is distinct from"
			+ " (a.\"XM\",a.\"CSRQ\",a.\"ZJHM\",a.\"MZMC\",a.\"ZYDM\",a.\"ZYMC\",a.\"XZ\")";

	private Floor() {
	}

	/**
	 * {@code COPY} of the three files into tables that are not logged, {@code ANALYZE},
	 * one join; the server is running already.
	 * @param input the input folder of a {@link PlainCampaign}
	 * @return seconds
	 * @throws Exception when something fails
	 */
	static double postgres(Path input) throws Exception {
		try (Database database = TestDatabase.fresh();
				Connection connection = database.connect();
				Statement statement = connection.createStatement()) {
			statement.execute("set work_mem = '64MB'");
			table(statement, "roster", PlainCampaign.ROSTER);
			table(statement, "platform", PlainCampaign.PLATFORM);
			table(statement, "admission", PlainCampaign.ADMISSION);
			long start = System.nanoTime();
			for (String role : List.of("roster", "platform", "admission")) {
				try (InputStream file = Files.newInputStream(input.resolve(role).resolve(role + ".csv"))) {
					connection.unwrap(PGConnection.class)
						.getCopyAPI()
						.copyIn("copy " + role + " from stdin (format csv, header)", file, 1 << 16);
				}
			}
			statement.execute("analyze");
			count(statement, JOIN);
			return (System.nanoTime() - start) / 1e9;
		}
	}

	/**
	 * The same join by DuckDB, straight from the files.
	 * @param input the input folder of a {@link PlainCampaign}
	 * @return seconds, not a number without DuckDB's driver
	 * @throws Exception when something fails
	 */
	static double duckDb(Path input) throws Exception {
		try {
			Class.forName("org.duckdb.DuckDBDriver");
		}
		catch (ClassNotFoundException ex) {
			return Double.NaN;
		}
		long start = System.nanoTime();
		try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = connection.createStatement()) {
			for (String role : List.of("roster", "platform", "admission")) {
				statement.execute("create table " + role + " as select * from read_csv('"
						+ input.resolve(role).resolve(role + ".csv") + "', all_varchar = true)");
			}
			count(statement, JOIN);
		}
		return (System.nanoTime() - start) / 1e9;
	}

	private static void table(Statement statement, String name, List<String> columns) throws SQLException {
		statement.execute("create unlogged table " + name + " ("
				+ columns.stream().map((column) -> "\"" + column + "\" text").collect(Collectors.joining(", ")) + ")");
	}

	private static void count(Statement statement, String sql) throws SQLException, IOException {
		try (ResultSet rows = statement.executeQuery(sql)) {
			if (!rows.next() || rows.getLong(1) == 0) {
				throw new IOException("the sources of a campaign for timing always differ");
			}
		}
	}

}
