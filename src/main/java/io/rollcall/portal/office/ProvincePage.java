package io.rollcall.portal.office;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import io.rollcall.desk.ProvinceBoard.Figures;
import io.rollcall.desk.ProvinceBoard;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Places;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of every school, and nothing of any student or college. */
@Controller
class ProvincePage {

	/** Ends of a run after which somebody has to do something. */
	private static final Set<String> BAD = Set.of("failed", "held", "stopped");

	private final Places places;

	private final ProvinceBoard board;

	ProvincePage(Places places, ProvinceBoard board) {
		this.places = places;
		this.board = board;
	}

	/**
	 * A campaign on the list.
	 *
	 * @param place the campaign
	 * @param figures where it stands
	 */
	public record Row(CampaignPlace place, Figures figures) {

		/** How far the self-check is, and last where nothing tells it. */
		private double progress() {
			return this.figures.rate().orElse(2.0);
		}

		/** Whether the last night left nothing that counts. */
		private boolean isBad() {
			return BAD.contains(this.figures.status());
		}

		private boolean isWithout() {
			return this.figures.published().isEmpty();
		}

	}

	/** What stands first; what decides nothing is in the order of the schools' codes. */
	enum Order {

		/** Bad nights, then schools without figures, then the lowest rate. */
		WORST(Comparator.comparing((Row row) -> !row.isBad())
			.thenComparing((row) -> !row.isWithout())
			.thenComparingDouble(Row::progress)),
		/** The lowest rate. */
		RATE(Comparator.comparingDouble(Row::progress)),
		/** The most cases that must be acted on. */
		ERRORS(Comparator.comparingLong((Row row) -> -row.figures().errors())),
		/** The schools' codes. */
		SCHOOL(Comparator.comparing((row) -> ""));

		private final Comparator<Row> rows;

		Order(Comparator<Row> first) {
			this.rows = Comparator.comparing((Row row) -> row.place().closed())
				.thenComparing(first)
				.thenComparing((row) -> row.place().job().school().code())
				.thenComparing((row) -> row.place().campaign());
		}

		private static Order of(String word) {
			return Arrays.stream(values()).filter((order) -> order.toString().equals(word)).findFirst().orElse(WORST);
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * All schools together.
	 *
	 * @param schools how many they are
	 * @param campaigns how many campaigns they have
	 * @param open how many of these are open
	 * @param bad how many of these had a bad last night
	 * @param without how many of these have no figures yet
	 * @param figures their counts
	 */
	public record Total(long schools, long campaigns, long open, long bad, long without, Figures figures) {
	}

	@GetMapping("/province")
	String page(@RequestParam(defaultValue = "") String sort, Model model) {
		Order order = Order.of(sort);
		List<CampaignPlace> places = this.places.everywhere();
		Map<Long, Figures> figures = this.board.figures(places.stream().map(CampaignPlace::id).toList());
		List<Row> rows = places.stream()
			.map((place) -> new Row(place, figures.getOrDefault(place.id(), Figures.NONE)))
			.sorted(order.rows)
			.toList();
		model.addAttribute("rows", rows);
		model.addAttribute("order", order.toString());
		model.addAttribute("orders", Arrays.stream(Order.values()).map(Order::toString).toList());
		model.addAttribute("total", total(rows.stream().filter((row) -> !row.place().closed()).toList(), rows));
		return "office/province";
	}

	private static Total total(List<Row> open, List<Row> all) {
		boolean told = open.stream().anyMatch((row) -> row.figures().checked().isPresent());
		Figures sum = new Figures(Optional.empty(), sum(open, Figures::expected),
				told ? Optional.of(sum(open, (one) -> one.checked().orElse(0L))) : Optional.empty(),
				sum(open, Figures::errors), sum(open, Figures::warnings), Optional.empty(), "");
		return new Total(all.stream().map((row) -> row.place().job().school().code()).distinct().count(), all.size(),
				open.size(), open.stream().filter(Row::isBad).count(), open.stream().filter(Row::isWithout).count(),
				sum);
	}

	private static long sum(List<Row> rows, ToLongFunction<Figures> count) {
		return rows.stream().map(Row::figures).mapToLong(count).sum();
	}

}
