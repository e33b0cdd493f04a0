package io.rollcall.sheet;

import java.util.HexFormat;
import java.util.List;

import javax.xml.namespace.QName;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;

/**
 * Draws charts of what stands in cells. The values are given once more, because the cells
 * of a workbook that is written row by row are gone when its charts are drawn.
 */
public final class Charts {

	/** What is done, and what is well. */
	public static final String GREEN = "5B9A6F";

	/** What is left. */
	public static final String GREY = "D9DEE5";

	/** What must be acted on. */
	public static final String RED = "C8574A";

	/** What is to be looked at. */
	public static final String AMBER = "E2A93B";

	private static final String NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";

	private final XSSFSheet place;

	private final String dataSheet;

	private final int firstRow;

	private final List<String> categories;

	private final int categoryColumn;

	/**
	 * Charts of a block of cells.
	 * @param place the sheet that shows them
	 * @param dataSheet the name of the sheet with the cells
	 * @param firstRow the first row of the cells, from 0
	 * @param categoryColumn the column of the categories, from 0
	 * @param categories the categories, one a row
	 */
	public Charts(XSSFSheet place, String dataSheet, int firstRow, int categoryColumn, List<String> categories) {
		this.place = place;
		this.dataSheet = dataSheet;
		this.firstRow = firstRow;
		this.categoryColumn = categoryColumn;
		this.categories = List.copyOf(categories);
	}

	/**
	 * A row of values.
	 *
	 * @param title its name
	 * @param column the column of the values, from 0
	 * @param values the values, one a category
	 * @param rgb the colour
	 */
	public record Series(String title, int column, List<? extends Number> values, String rgb) {
	}

	/** Horizontal bars, one upon the other. */
	public void bars(XSSFClientAnchor anchor, String title, String format, List<Series> series) {
		XSSFChart chart = chart(anchor, title, series.size() > 1);
		XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.LEFT);
		XDDFValueAxis left = axis(chart, AxisPosition.BOTTOM, format);
		bottom.setOrientation(AxisOrientation.MAX_MIN);
		XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, bottom, left);
		data.setBarDirection(BarDirection.BAR);
		if (series.size() > 1) {
			data.setBarGrouping(BarGrouping.STACKED);
		}
		add(data, series);
		data.setVaryColors(false);
		chart.plot(data);
		space(chart.getCTChart().getPlotArea().getBarChartArray(0), series.size() > 1);
		nameEveryBar(chart.getCTChart().getPlotArea().getCatAxArray(0));
	}

	/** Else every second name is left out where bars stand close. */
	private static void nameEveryBar(XmlObject axis) {
		try (XmlCursor cursor = axis.newCursor()) {
			cursor.toEndToken();
			cursor.beginElement(new QName(NAMESPACE, "tickLblSkip"));
			cursor.insertAttributeWithValue("val", "1");
		}
	}

	/**
	 * Sets gap and overlap of bars as texts: the library's small schema lacks the types
	 * by which it would set them as numbers.
	 */
	private static void space(CTBarChart bars, boolean stacked) {
		set(bars.isSetGapWidth() ? bars.getGapWidth() : bars.addNewGapWidth(), "50");
		if (stacked) {
			set(bars.isSetOverlap() ? bars.getOverlap() : bars.addNewOverlap(), "100");
		}
	}

	private static void set(XmlObject element, String value) {
		try (XmlCursor cursor = element.newCursor()) {
			cursor.setAttributeText(new QName("val"), value);
		}
	}

	/** Lines over the categories. */
	public void lines(XSSFClientAnchor anchor, String title, String format, List<Series> series) {
		XSSFChart chart = chart(anchor, title, series.size() > 1);
		XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
		XDDFValueAxis left = axis(chart, AxisPosition.LEFT, format);
		XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, bottom, left);
		add(data, series);
		data.setVaryColors(false);
		for (int i = 0; i < series.size(); i++) {
			XDDFLineChartData.Series line = (XDDFLineChartData.Series) data.getSeries(i);
			line.setSmooth(false);
			line.setMarkerStyle(MarkerStyle.CIRCLE);
			line.setLineProperties(new XDDFLineProperties(fill(series.get(i).rgb())));
		}
		chart.plot(data);
	}

	private XSSFChart chart(XSSFClientAnchor anchor, String title, boolean legend) {
		XSSFChart chart = this.place.createDrawingPatriarch().createChart(anchor);
		chart.setTitleText(title);
		chart.setTitleOverlay(false);
		chart.getFormattedTitle().getParagraph(0).addDefaultRunProperties().setFontSize(11.0);
		if (legend) {
			chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
		}
		return chart;
	}

	private static XDDFValueAxis axis(XSSFChart chart, AxisPosition position, String format) {
		XDDFValueAxis axis = chart.createValueAxis(position);
		axis.setMinimum(0);
		axis.setCrosses(position == AxisPosition.BOTTOM ? AxisCrosses.MAX : AxisCrosses.MIN);
		axis.setNumberFormat(format);
		axis.setCrossBetween(AxisCrossBetween.BETWEEN);
		return axis;
	}

	private void add(XDDFChartData data, List<Series> all) {
		XDDFCategoryDataSource names = XDDFDataSourcesFactory.fromArray(this.categories.toArray(String[]::new),
				range(this.categoryColumn));
		for (Series series : all) {
			XDDFChartData.Series drawn = data.addSeries(names, XDDFDataSourcesFactory
				.fromArray(series.values().toArray(Number[]::new), range(series.column()), series.column()));
			drawn.setTitle(series.title(), null);
			drawn.setFillProperties(fill(series.rgb()));
		}
	}

	private static XDDFSolidFillProperties fill(String rgb) {
		return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(rgb)));
	}

	private String range(int column) {
		return new CellRangeAddress(this.firstRow, this.firstRow + this.categories.size() - 1, column, column)
			.formatAsString(this.dataSheet, true);
	}

}
