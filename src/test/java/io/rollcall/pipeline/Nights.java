package io.rollcall.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rollcall.run.RunListener;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several nights of a small school with two colleges: the sources as they are, the
 * workbooks as people return them, and what each night makes of it.
 */
final class Nights implements AutoCloseable {

	static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,民族,专业名称,学院,查询时间\n";

	static final String ONE = "20610000000001,202001001,张三,女,19940823,810000199408230021,汉族,飞行器设计,飞行器学院,20201110\n";

	static final String TWO = "20610000000002,202001002,李四,男,19950101,81000019950101901X,汉族,软件工程,理学院,20201110\n";

	static final String COLLEGE = "colleges/飞行器学院.xlsx";

	static final String REGISTRAR = "registrar.xlsx";

	private final Path folder;

	private final Installation installation;

	Nights(Path folder) throws IOException {
		this(folder, Installation.SMALL_JOB);
	}

	Nights(Path folder, Path job) throws IOException {
		this.folder = folder;
		this.installation = new Installation(folder, job);
	}

	Installation installation() {
		return this.installation;
	}

	/** What the three sources say from now on; an empty text leaves a source out. */
	Nights sources(String roster, String platform, String admission) throws IOException {
		source("roster/名单.csv", roster);
		source("platform/学信网.csv", platform);
		source("admission/录取.csv", admission);
		return this;
	}

	private void source(String file, String rows) throws IOException {
		if (rows.isEmpty()) {
			Files.deleteIfExists(this.folder.resolve("input").resolve(file));
			return;
		}
		this.installation.file(file, HEADER + rows);
	}

	/** Runs a night of November 2020; returns the published folder. */
	Path night(int day) throws Exception {
		return this.installation.run(LocalDate.of(2020, 11, day), RunListener.NONE).folder();
	}

	/**
	 * Fills in the row of a student and field on the list of a workbook and hands it in
	 * under a name.
	 */
	Nights answer(Path run, String workbook, String name, String student, String field, String... headsAndTexts)
			throws IOException {
		return fill(run.resolve(workbook), "待处理", name, student, field, headsAndTexts);
	}

	/**
	 * Writes into the row of a student and field on a sheet and hands the workbook in.
	 */
	Nights fill(Path workbook, String sheetName, String name, String student, String field, String... headsAndTexts)
			throws IOException {
		Path target = this.folder.resolve("input/reviews").resolve(name);
		Files.createDirectories(target.getParent());
		try (InputStream in = Files.newInputStream(workbook); Workbook book = new XSSFWorkbook(in)) {
			Sheet sheet = book.getSheet(sheetName);
			Map<String, Integer> columns = new HashMap<>();
			sheet.getRow(0).forEach((cell) -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
			int found = 0;
			for (Row row : sheet) {
				if (text(row, columns.get("学号")).equals(student) && text(row, columns.get("项目")).equals(field)) {
					found++;
					for (int i = 0; i < headsAndTexts.length; i += 2) {
						int column = columns.get(headsAndTexts[i]);
						Cell old = row.getCell(column);
						if (old != null) {
							row.removeCell(old);
						}
						row.createCell(column).setCellValue(headsAndTexts[i + 1]);
					}
				}
			}
			assertThat(found).as("rows of %s %s", student, field).isEqualTo(1);
			try (OutputStream out = Files.newOutputStream(target)) {
				book.write(out);
			}
		}
		return this;
	}

	void takeAway(String name) throws IOException {
		Files.delete(this.folder.resolve("input/reviews").resolve(name));
	}

	/** The state of a student's cases after the newest run, by what they are about. */
	Map<String, String> cases(String student) {
		Map<String, String> states = new TreeMap<>();
		this.installation.jdbc()
			.sql("select matter, state from run_case where run_id = (select max(run_id) from run) and student_no = ?")
			.param(student)
			.query((row) -> {
				states.put(row.getString(1), row.getString(2));
			});
		return states;
	}

	/** The codes of the newest run with how often they were found. */
	Map<String, Long> codes() {
		Map<String, Long> codes = new TreeMap<>();
		this.installation.jdbc()
			.sql("select code, count(*) from finding where run_id = (select max(run_id) from run) group by code")
			.query((row) -> {
				codes.put(row.getString(1), row.getLong(2));
			});
		return codes;
	}

	/** What happened to cases over the nights. */
	List<String> events() {
		return this.installation.jdbc().sql("""
				select e.kind || ' ' || e.before || ' ' || e.after
				  from case_event e join effective_run using (run_id)
				 where e.kind not in ('stale', 'noticed') order by business_date, event_no
				""").query(String.class).list();
	}

	/** The details of the findings of a code in the newest run. */
	List<String> details(String code) {
		return this.installation.jdbc()
			.sql("select detail from finding where run_id = (select max(run_id) from run) and code = ? order by finding_id")
			.param(code)
			.query(String.class)
			.list();
	}

	/** A sheet's rows by the heads of its first one. */
	static List<Map<String, String>> sheet(Path workbook, String name) throws IOException {
		List<Map<String, String>> rows = new ArrayList<>();
		for (List<String> row : rows(workbook, name)) {
			rows.add(new HashMap<>());
			List<String> heads = rows(workbook, name).get(0);
			for (int i = 0; i < Math.min(heads.size(), row.size()); i++) {
				rows.get(rows.size() - 1).put(heads.get(i), row.get(i));
			}
		}
		return rows.subList(Math.min(1, rows.size()), rows.size());
	}

	/** A sheet's cells. */
	static List<List<String>> rows(Path workbook, String name) throws IOException {
		List<List<String>> rows = new ArrayList<>();
		try (InputStream in = Files.newInputStream(workbook); Workbook book = new XSSFWorkbook(in)) {
			for (Row row : book.getSheet(name)) {
				List<String> cells = new ArrayList<>();
				for (int i = 0; i < row.getLastCellNum(); i++) {
					cells.add(text(row, i));
				}
				rows.add(cells);
			}
		}
		return rows;
	}

	private static String text(Row row, int column) {
		Cell cell = row.getCell(column);
		return (cell == null) ? "" : cell.toString();
	}

	/** The figures of a night's cases. */
	static Map<String, Integer> figures(Path run) {
		Map<String, Integer> counts = new TreeMap<>();
		JsonNode cases = new JsonMapper().readTree(run.resolve("summary.json").toFile()).path("cases_total");
		cases.propertyNames().forEach((name) -> counts.put(name, cases.path(name).asInt()));
		return counts;
	}

	/** The row counts of a role. */
	static Map<String, Integer> counts(Path run, String role) {
		Map<String, Integer> counts = new TreeMap<>();
		JsonNode rows = new JsonMapper().readTree(run.resolve("summary.json").toFile()).path("rows").path(role);
		rows.propertyNames().forEach((name) -> counts.put(name, rows.path(name).asInt()));
		return counts;
	}

	@Override
	public void close() {
		this.installation.close();
	}

}
