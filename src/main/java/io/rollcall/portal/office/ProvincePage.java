package io.rollcall.portal.office;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import io.rollcall.desk.ProvinceBoard.Figures;
import io.rollcall.desk.ProvinceBoard;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Places;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of every school, and nothing of any student or college. */
@Controller
class ProvincePage {

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

	}

	/**
	 * All schools together.
	 *
	 * @param schools how many they are
	 * @param campaigns how many campaigns they have
	 * @param open how many of these are open
	 * @param figures their counts
	 */
	public record Total(long schools, long campaigns, long open, Figures figures) {
	}

	@GetMapping("/province")
	String page(Model model) {
		List<CampaignPlace> places = this.places.everywhere();
		Map<Long, Figures> figures = this.board.figures(places.stream().map(CampaignPlace::id).toList());
		List<Row> rows = places.stream()
			.map((place) -> new Row(place, figures.getOrDefault(place.id(), Figures.NONE)))
			.sorted(Comparator.comparing((Row row) -> row.place().closed())
				.thenComparingDouble(Row::progress)
				.thenComparing((row) -> row.place().job().school().code())
				.thenComparing((row) -> row.place().campaign()))
			.toList();
		model.addAttribute("rows", rows);
		model.addAttribute("total", total(rows.stream().filter((row) -> !row.place().closed()).toList(), rows));
		return "office/province";
	}

	private static Total total(List<Row> open, List<Row> all) {
		boolean told = open.stream().anyMatch((row) -> row.figures().checked().isPresent());
		Figures sum = new Figures(Optional.empty(), sum(open, Figures::expected),
				told ? Optional.of(sum(open, (one) -> one.checked().orElse(0L))) : Optional.empty(),
				sum(open, Figures::errors), sum(open, Figures::warnings), Optional.empty(), "");
		return new Total(all.stream().map((row) -> row.place().job().school().code()).distinct().count(), all.size(),
				open.size(), sum);
	}

	private static long sum(List<Row> rows, ToLongFunction<Figures> count) {
		return rows.stream().map(Row::figures).mapToLong(count).sum();
	}

}
