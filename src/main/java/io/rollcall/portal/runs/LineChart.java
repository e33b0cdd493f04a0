package io.rollcall.portal.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A line chart, ready to be drawn: every place is a number of the drawing, every colour a
 * class of the style sheet.
 *
 * @param ticks the lines across with their labels
 * @param labels the labels below
 * @param lines the lines
 */
public record LineChart(List<Tick> ticks, List<Label> labels, List<Line> lines) {

	/** The drawing's width. */
	public static final int WIDTH = 560;

	/** The drawing's height. */
	public static final int HEIGHT = 200;

	private static final int LEFT = 44;

	private static final int RIGHT = 20;

	private static final int TOP = 12;

	private static final int BOTTOM = 26;

	private static final int STEPS = 4;

	private static final int LABELS = 6;

	public LineChart {
		ticks = List.copyOf(ticks);
		labels = List.copyOf(labels);
		lines = List.copyOf(lines);
	}

	/**
	 * A line across.
	 *
	 * @param y where
	 * @param text its label
	 */
	public record Tick(String y, String text) {
	}

	/**
	 * A label below.
	 *
	 * @param x where
	 * @param text the label
	 */
	public record Label(String x, String text) {
	}

	/**
	 * A line.
	 *
	 * @param style its class
	 * @param name its name
	 * @param paths its parts; a gap is where a value is not known
	 * @param end the last point, by which it is marked, empty when no value is known
	 */
	public record Line(String style, String name, List<String> paths, Optional<Point> end) {
	}

	/**
	 * A point.
	 *
	 * @param x where, from the left
	 * @param y where, from above
	 */
	public record Point(String x, String y) {
	}

	/**
	 * Values over the nights.
	 *
	 * @param style the line's class
	 * @param name its name
	 * @param values one a night
	 */
	public record Series(String style, String name, List<Optional<Double>> values) {

		static Series ofNumbers(String style, String name, Stream<Long> values) {
			return new Series(style, name, values.map((value) -> Optional.of((double) value)).toList());
		}

	}

	/**
	 * Draws.
	 * @param nights the labels of the nights, the oldest first
	 * @param series the values
	 * @param share whether the values are shares, whose scale ends at 100 %
	 * @return the chart
	 */
	static LineChart of(List<String> nights, List<Series> series, boolean share) {
		double most = share ? 1
				: roof(series.stream()
					.flatMap((each) -> each.values().stream())
					.flatMap(Optional::stream)
					.mapToDouble(Double::doubleValue)
					.max()
					.orElse(0));
		List<Tick> ticks = IntStream.rangeClosed(0, STEPS)
			.mapToObj((step) -> new Tick(number(y(most * step / STEPS, most)),
					share ? Math.round(100.0 * step / STEPS) + "%" : String.valueOf(Math.round(most * step / STEPS))))
			.toList();
		int gap = Math.max(1, (int) Math.ceil((double) nights.size() / LABELS));
		List<Label> labels = IntStream.range(0, nights.size())
			.filter((night) -> (nights.size() - 1 - night) % gap == 0)
			.mapToObj((night) -> new Label(number(x(night, nights.size())), nights.get(night)))
			.toList();
		return new LineChart(ticks, labels, series.stream().map((each) -> line(each, most)).toList());
	}

	/** The least scale above a value whose quarters are whole numbers. */
	private static double roof(double value) {
		double step = 1;
		while (true) {
			for (double factor : new double[] { 1, 2, 2.5, 5 }) {
				double quarter = step * factor;
				if (quarter == Math.rint(quarter) && quarter * STEPS >= value) {
					return quarter * STEPS;
				}
			}
			step *= 10;
		}
	}

	private static Line line(Series series, double most) {
		List<String> paths = new ArrayList<>();
		List<String> points = new ArrayList<>();
		Optional<Point> end = Optional.empty();
		int nights = series.values().size();
		for (int night = 0; night < nights; night++) {
			Optional<Double> value = series.values().get(night);
			if (value.isEmpty()) {
				path(points).ifPresent(paths::add);
				points.clear();
				continue;
			}
			end = Optional.of(new Point(number(x(night, nights)), number(y(value.get(), most))));
			points.add(end.get().x() + "," + end.get().y());
		}
		path(points).ifPresent(paths::add);
		return new Line(series.style(), series.name(), paths, end);
	}

	/** A single point is a line without length, which round ends make visible. */
	private static Optional<String> path(List<String> points) {
		return points.isEmpty() ? Optional.empty()
				: Optional.of(Stream.concat(points.stream(), points.stream().skip(points.size() - 1))
					.collect(Collectors.joining(" ")));
	}

	private static double x(int night, int nights) {
		double room = WIDTH - LEFT - RIGHT;
		return (nights == 1) ? LEFT + room / 2 : LEFT + room * night / (nights - 1);
	}

	private static double y(double value, double most) {
		double room = HEIGHT - TOP - BOTTOM;
		return TOP + room * (1 - value / most);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
