package io.rollcall.sheet;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

import io.rollcall.text.Messages;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How every sheet looks on the screen and on paper. Styles are made once for a workbook;
 * the format allows only some 64,000 of them.
 */
public final class WorkbookStyle {

	/**
	 * A font that the Chinese editions of Windows bring; where it is missing, LibreOffice
	 * and WPS know it by name and take their own sans-serif one.
	 */
	private static final String FONT = "微软雅黑";

	/** The unit of column widths: so many are one half-width character. */
	public static final int CHARACTER = 256;

	/**
	 * How many columns' half-width characters fit beside each other on landscape A4 when
	 * letters of 10 points become such of 8, also where the font is missing and
	 * LibreOffice makes columns wider.
	 */
	static final int PAPER_WIDTH = 148;

	/** The same for letters of {@link #SMALL} points, which shrink less. */
	static final int SMALL_PAPER_WIDTH = 140;

	static final String INK = "1F2A37";

	static final String QUIET = "5B6673";

	private static final String LINE = "D5DBE2";

	/** The points of the letters of tables. */
	static final int NORMAL = 10;

	/**
	 * The points of the letters of lists to work in, of which a screen shall show much.
	 */
	public static final int SMALL = 9;

	private static final String TEXT_FORMAT = "@";

	private static final String NUMBER_FORMAT = "#,##0";

	private static final String DECIMAL_FORMAT = "#,##0.0";

	private static final String PERCENT_FORMAT = "0.00%";

	private static final String DATE_FORMAT = "yyyy-mm-dd";

	/** The codes of a footer for the page, the number of pages and the sheet's name. */
	private static final String PAGE = "&P";

	private static final String PAGES = "&N";

	private static final String SHEET_NAME = "&A";

	/**
	 * What stands in the middle of its row's height; texts and values begin at the top.
	 */
	private static final Set<CellLook> MIDDLE = EnumSet.of(CellLook.TITLE, CellLook.FIGURE, CellLook.CAPTION,
			CellLook.NOTE, CellLook.HEADING, CellLook.GOOD, CellLook.ATTENTION, CellLook.HEADER,
			CellLook.ANSWER_HEADER);

	private static final Set<CellLook> WRAPPED = EnumSet.of(CellLook.HEADER, CellLook.ANSWER_HEADER, CellLook.TEXT,
			CellLook.PARAGRAPH, CellLook.ODD, CellLook.LINK, CellLook.ANSWER, CellLook.TOTAL_TEXT);

	private final XSSFWorkbook workbook;

	private final Messages messages;

	private final String title;

	private final Map<CellLook, XSSFCellStyle> styles = new EnumMap<>(CellLook.class);

	private final Map<CellLook, XSSFCellStyle> small = new EnumMap<>(CellLook.class);

	/**
	 * The styles of a workbook.
	 * @param title what stands at the head of every printed page
	 */
	WorkbookStyle(XSSFWorkbook workbook, Messages messages, String title) {
		// An ampersand begins a code there.
		this.title = title.replace("&", "&&");
		this.workbook = workbook;
		this.messages = messages;
		font(workbook.getFontAt(0), NORMAL, INK, false);
	}

	/** The style of a look, made once a workbook. */
	public XSSFCellStyle of(CellLook look) {
		XSSFCellStyle style = this.styles.get(look);
		return (style != null) ? style : make(this.styles, look, look.size());
	}

	/** The same with letters of {@link #SMALL} points, for lists to work in. */
	XSSFCellStyle small(CellLook look) {
		XSSFCellStyle style = this.small.get(look);
		return (style != null) ? style : make(this.small, look, SMALL);
	}

	/** Prepares a sheet for A4 paper: landscape, as wide as the page, numbered. */
	public void setUp(XSSFSheet sheet) {
		PrintSetup print = sheet.getPrintSetup();
		print.setPaperSize(PrintSetup.A4_PAPERSIZE);
		print.setLandscape(true);
		print.setFitWidth((short) 1);
		print.setFitHeight((short) 0);
		sheet.setFitToPage(true);
		sheet.setHorizontallyCenter(true);
		sheet.setMargin(PageMargin.LEFT, 0.3);
		sheet.setMargin(PageMargin.RIGHT, 0.3);
		sheet.setMargin(PageMargin.TOP, 0.6);
		sheet.setMargin(PageMargin.BOTTOM, 0.6);
		this.workbook.getSheet(sheet.getSheetName()).getHeaderFooterProperties().setScaleWithDoc(false);
		sheet.getHeader().setLeft(this.title);
		sheet.getHeader().setRight(this.messages.get("report.header"));
		sheet.getFooter().setLeft(this.messages.get("report.footer"));
		sheet.getFooter().setCenter(SHEET_NAME);
		sheet.getFooter().setRight(this.messages.get("report.page", PAGE, PAGES));
	}

	/**
	 * Keeps readers from changing by accident what is not theirs to fill in; filters,
	 * widths and heights stay usable. It has no password and protects no secret.
	 */
	void protect(XSSFSheet sheet) {
		sheet.lockAutoFilter(false);
		sheet.lockSort(false);
		sheet.lockFormatColumns(false);
		sheet.lockFormatRows(false);
		sheet.lockFormatCells(false);
		sheet.lockSelectLockedCells(false);
		sheet.lockSelectUnlockedCells(false);
		sheet.enableLocking();
	}

	private XSSFCellStyle make(Map<CellLook, XSSFCellStyle> made, CellLook look, int size) {
		XSSFFont font = this.workbook.createFont();
		font(font, size, look.ink(), look.bold());
		if (look == CellLook.LINK) {
			font.setUnderline(FontUnderline.SINGLE);
		}
		XSSFCellStyle style = this.workbook.createCellStyle();
		style.setFont(font);
		style.setVerticalAlignment(MIDDLE.contains(look) ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
		if (look.fill() != null) {
			style.setFillForegroundColor(color(look.fill()));
			style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		}
		finish(look, style);
		made.put(look, style);
		return style;
	}

	private void finish(CellLook look, XSSFCellStyle style) {
		switch (look) {
			case HEADER, ANSWER_HEADER -> ruled(style).setAlignment(HorizontalAlignment.CENTER);
			case TEXT, LINE, ODD, TOTAL_TEXT -> fromData(ruled(style));
			case FIGURE, CAPTION -> style.setAlignment(HorizontalAlignment.CENTER);
			case LINK -> ruled(style);
			case CENTERED -> ruled(style).setAlignment(HorizontalAlignment.CENTER);
			case DIGITS -> fromData(ruled(style)).setDataFormat(format(TEXT_FORMAT));
			case NUMBER, TOTAL_NUMBER -> number(style, NUMBER_FORMAT);
			case DECIMAL, TOTAL_DECIMAL -> number(style, DECIMAL_FORMAT);
			case PERCENT, TOTAL_PERCENT -> number(style, PERCENT_FORMAT);
			case ANSWER -> answer(style, TEXT_FORMAT);
			case ANSWER_DATE -> answer(style, DATE_FORMAT);
			case ERROR, WARNING, INFORMATION -> ruled(style).setAlignment(HorizontalAlignment.CENTER);
			default -> fromData(style);
		}
		style.setWrapText(WRAPPED.contains(look));
	}

	private void number(XSSFCellStyle style, String format) {
		ruled(style).setDataFormat(format(format));
		style.setAlignment(HorizontalAlignment.RIGHT);
		style.setIndention((short) 1);
	}

	/** Open to the reader on a protected sheet. */
	private void answer(XSSFCellStyle style, String format) {
		ruled(style).setDataFormat(format(format));
		style.setLocked(false);
	}

	private short format(String format) {
		return this.workbook.createDataFormat().getFormat(format);
	}

	/** The quote prefix keeps a value text even after somebody has edited the cell. */
	private static XSSFCellStyle fromData(XSSFCellStyle style) {
		style.setQuotePrefixed(true);
		return style;
	}

	private static XSSFCellStyle ruled(XSSFCellStyle style) {
		style.setBorderBottom(BorderStyle.THIN);
		style.setBorderTop(BorderStyle.THIN);
		style.setBorderLeft(BorderStyle.THIN);
		style.setBorderRight(BorderStyle.THIN);
		style.setBottomBorderColor(color(LINE));
		style.setTopBorderColor(color(LINE));
		style.setLeftBorderColor(color(LINE));
		style.setRightBorderColor(color(LINE));
		return style;
	}

	private static void font(XSSFFont font, int size, String ink, boolean bold) {
		font.setFontName(FONT);
		font.setFontHeightInPoints((short) size);
		font.setColor(color(ink));
		font.setBold(bold);
	}

	private static XSSFColor color(String rgb) {
		return new XSSFColor(HexFormat.of().parseHex(rgb), null);
	}

}
