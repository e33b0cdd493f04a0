package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RejectRow;
import io.rollcall.text.Messages;

/**
 * Writes registrar's workbooks of growing size in a small heap; docs/benchmarks.md tells
 * how to run it. Time and size should grow with the findings, memory should not.
 */
public final class WorkbookBenchmark {

	private WorkbookBenchmark() {
	}

	/**
	 * Prints a line for each size.
	 * @param args how many findings, from small to large
	 * @throws IOException when a workbook cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Path folder = Files.createTempDirectory("workbooks");
		System.out.printf("heap %d MiB%n%10s %8s %8s %14s%n", Runtime.getRuntime().maxMemory() >> 20, "findings",
				"seconds", "MiB", "findings/s");
		for (String arg : args) {
			int count = Integer.parseInt(arg);
			Path file = folder.resolve("registrar.xlsx");
			long start = System.nanoTime();
			new Workbooks(Messages.of("zh"), Samples.LEGEND, folder, (text) -> "seal", Optional.empty()).registrar(file,
					Samples.run(), Samples.school(SampleRows.of(List.of()), "计算机学院"), new Rows(count));
			double seconds = (System.nanoTime() - start) / 1e9;
			System.out.printf("%10d %8.1f %8d %14.0f%n", count, seconds, Files.size(file) >> 20, count / seconds);
		}
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

	/** Findings made while they are read; three in ten stand on a second sheet too. */
	private record Rows(int count) implements ReportRows {

		private static final List<String> CODES = List.of("FIELD_DIFFERS", "FIELD_MISSING", "ID_CHECKSUM",
				"FIELD_DIFFERS", "ID_SHARED", "FIELD_DIFFERS", "NOT_SELF_CHECKED", "FIELD_MISSING",
				"MISSING_IN_PLATFORM", "FIELD_DIFFERS");

		@Override
		public Stream<FindingRow> findings(Slice slice) {
			return IntStream.range(0, this.count).mapToObj(Rows::finding).filter(slice::includes);
		}

		@Override
		public Stream<RejectRow> rejects() {
			return Stream.empty();
		}

		@Override
		public Stream<CaseRow> toDo() {
			return findings(Slice.ALL).map((finding) -> CaseBuilder.of(List.of(finding)).build());
		}

		@Override
		public Stream<CaseRow> sent() {
			return Stream.empty();
		}

		@Override
		public Stream<CaseEventRow> changes() {
			return Stream.empty();
		}

		@Override
		public Stream<CaseEventRow> events() {
			return Stream.empty();
		}

		private static FindingRow finding(int number) {
			return FindingBuilder.aFinding()
				.code(CODES.get(number % CODES.size()))
				.student("2020" + (100_000 + number), "20610100" + (100_000 + number), "测试" + number)
				.detail("学信网导出与教务名单、录取数据不同；按多数判定，学信网导出可疑")
				.suggestion("由学籍管理科在学信平台作“学籍信息修改”")
				.build();
		}

	}

}
