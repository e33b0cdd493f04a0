package io.rollcall.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import io.rollcall.run.RunMetrics.Figures;
import io.rollcall.text.Messages;
import org.springframework.stereotype.Service;

/**
 * Tells what is out of line with the nights before: a figure far from the median of the
 * last seven published runs of earlier dates. It is told and holds nothing by itself.
 */
@Service
public class Drift {

	private static final int NIGHTS = 7;

	/** Fewer nights make no habit. */
	private static final int LEAST_NIGHTS = 3;

	private static final double ROWS = 0.1;

	private static final double FINDINGS = 0.5;

	/** Figures below are small numbers that come and go. */
	private static final double FLOOR = 20;

	private static final double REFUSED = 0.01;

	private static final double DURATION = 1.0;

	private static final double SECONDS_FLOOR = 60;

	private final RunMetrics metrics;

	private final RunStore runs;

	Drift(RunMetrics metrics, RunStore runs) {
		this.metrics = metrics;
		this.runs = runs;
	}

	/**
	 * What is out of line.
	 *
	 * @param lines each figure
	 */
	public record Report(List<Line> lines) {
	}

	/**
	 * One figure.
	 *
	 * @param what the text's key behind {@code run.drift.}
	 * @param name the role or code, or empty
	 * @param value the figure of the run
	 * @param median the median of the nights before
	 */
	public record Line(String what, String name, String value, String median) {

		/**
		 * The sentence for people.
		 * @param messages the texts of their language
		 * @return what is out of line, and how it was before
		 */
		public String sentence(Messages messages) {
			String shown = (this.what.equals("rows")) ? messages.get("run.role." + this.name) : this.name;
			return messages.get("run.drift." + this.what, shown, this.value, this.median);
		}

	}

	/**
	 * Compares a finished run.
	 * @param run the run
	 * @return what is out of line
	 */
	public Report of(Run run) {
		List<Line> lines = new ArrayList<>(beforeTheEnd(run).lines());
		duration(run).ifPresent(lines::add);
		return new Report(lines);
	}

	/** Compares a run of which only the time that it takes is not known yet. */
	public Report beforeTheEnd(Run run) {
		List<Figures> before = this.metrics.earlier(run, NIGHTS);
		Figures now = this.metrics.of(run.id());
		List<Line> lines = new ArrayList<>();
		if (before.size() >= LEAST_NIGHTS && !now.values().isEmpty()) {
			names("loaded", now, before).forEach(
					(role) -> compare("rows", role, now, before, (figures) -> figures.get("loaded", role), ROWS, FLOOR)
						.ifPresent(lines::add));
			names("problems", now, before).forEach((code) -> compare("findings", code, now, before,
					(figures) -> figures.get("problems", code), FINDINGS, FLOOR)
				.ifPresent(lines::add));
			refused(now, before).ifPresent(lines::add);
		}
		return new Report(lines);
	}

	private static Set<String> names(String kind, Figures now, List<Figures> before) {
		Set<String> names = new HashSet<>(now.names(kind));
		before.forEach((figures) -> names.addAll(figures.names(kind)));
		return new TreeSet<>(names);
	}

	private static Optional<Line> compare(String what, String name, Figures now, List<Figures> before,
			ToDoubleFunction<Figures> figure, double share, double floor) {
		double value = figure.applyAsDouble(now);
		double median = median(before.stream().mapToDouble(figure).boxed().toList());
		double distance = Math.abs(value - median);
		return (distance > share * median && distance > floor)
				? Optional.of(new Line(what, name, number(value), number(median))) : Optional.empty();
	}

	private static Optional<Line> refused(Figures now, List<Figures> before) {
		double value = share(now);
		double median = median(before.stream().map(Drift::share).toList());
		return (Math.abs(value - median) > REFUSED)
				? Optional.of(new Line("refused", "", percent(value), percent(median))) : Optional.empty();
	}

	private static double share(Figures figures) {
		return (figures.sum("read") == 0) ? 0 : (double) figures.sum("rejected") / figures.sum("read");
	}

	private Optional<Line> duration(Run run) {
		List<Double> before = this.metrics.earlierSeconds(run, NIGHTS);
		if (before.size() < LEAST_NIGHTS) {
			return Optional.empty();
		}
		double value = this.runs.seconds(run).doubleValue();
		double median = median(before);
		return (value - median > DURATION * median && value - median > SECONDS_FLOOR)
				? Optional.of(new Line("duration", "", number(value), number(median))) : Optional.empty();
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int half = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
	}

	private static String number(double value) {
		return String.valueOf(Math.round(value));
	}

	private static String percent(double share) {
		return Math.round(share * 1_000) / 10.0 + "%";
	}

}
