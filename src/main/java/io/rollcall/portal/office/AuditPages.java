package io.rollcall.portal.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.access.AuditLog.Wanted;
import io.rollcall.access.AuditLog;
import io.rollcall.export.PlainCsv;
import io.rollcall.portal.Pager;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log with filters, and as a file. */
@Controller
class AuditPages {

	private static final int ROWS = 100;

	private final AuditLog audit;

	AuditPages(AuditLog audit) {
		this.audit = audit;
	}

	@GetMapping("/audit")
	String page(Visitor visitor, @RequestParam Map<String, String> fields, @RequestParam(defaultValue = "1") int page,
			Model model) {
		Wanted wanted = wanted(visitor, fields);
		Pager pager = Pager.of(page, ROWS);
		List<AuditLog.Entry> entries = this.audit.page(wanted, pager.skipped(), ROWS + 1);
		model.addAttribute("columns", AuditLog.COLUMNS);
		model.addAttribute("rows", entries.stream().limit(ROWS).map(AuditLog::row).toList());
		model.addAttribute("actions", this.audit.actions(visitor.reach().schools()));
		model.addAttribute("fields", new HashMap<>(fields));
		model.addAttribute("query", Pager.query(fields));
		model.addAttribute("pager", pager.more(entries.size() > ROWS));
		return "office/audit";
	}

	@GetMapping("/audit.csv")
	void file(Visitor visitor, @RequestParam Map<String, String> fields, HttpServletResponse response)
			throws IOException {
		Wanted wanted = wanted(visitor, fields);
		this.audit.write(visitor.actor(), "audit.export", wanted.campaign(), "", "audit.csv", "done");
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("audit.csv", StandardCharsets.UTF_8).build().toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		PlainCsv.write(response.getOutputStream(), AuditLog.COLUMNS, this.audit.entries(wanted).map(AuditLog::row));
	}

	private static Wanted wanted(Visitor visitor, Map<String, String> fields) {
		return new Wanted(visitor.reach().schools(), day(fields, "from"), day(fields, "until"), text(fields, "account"),
				text(fields, "action"), text(fields, "campaign"), text(fields, "outcome"));
	}

	/** No entry holds what the database cannot look for. */
	private static String text(Map<String, String> fields, String name) {
		return fields.getOrDefault(name, "").replace('\0', ' ').strip();
	}

	private static Optional<LocalDate> day(Map<String, String> fields, String name) {
		try {
			return Optional.of(fields.getOrDefault(name, "")).filter((text) -> !text.isEmpty()).map(LocalDate::parse);
		}
		catch (DateTimeException ex) {
			throw PortalFailure.wrong(name, "office.audit.day");
		}
	}

}
