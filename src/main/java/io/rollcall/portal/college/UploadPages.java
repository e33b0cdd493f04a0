package io.rollcall.portal.college;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.access.AuditLog;
import io.rollcall.campaign.SourceRole;
import io.rollcall.desk.Delivery;
import io.rollcall.desk.DeskFailure;
import io.rollcall.desk.EmptyForms;
import io.rollcall.desk.Upload.Batch;
import io.rollcall.desk.Upload;
import io.rollcall.desk.Uploads;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Redirect;
import io.rollcall.portal.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.ModelAndView;

/** Files in: what would come of them, and their receipts. */
@Controller
@RequestMapping("/campaigns/{campaign}/uploads")
class UploadPages {

	/** What a college may hand in. */
	private static final List<SourceRole> OF_COLLEGES = List.of(SourceRole.DISCREPANCIES, SourceRole.ACCOUNTS,
			SourceRole.REVIEWS);

	/** The roles in the order in which people are likely to want them. */
	private static final List<SourceRole> ORDER = List.of(SourceRole.REVIEWS, SourceRole.DISCREPANCIES,
			SourceRole.ACCOUNTS, SourceRole.ROSTER, SourceRole.PLATFORM, SourceRole.ADMISSION, SourceRole.ENROLLED);

	private static final String ACCEPTED_NAMES = ".xlsx,.xlsm,.xls,.et,.csv,.tsv,.txt,.dbf,.htm,.html,.xml";

	private static final MediaType WORKBOOK = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private static final int ON_A_PAGE = 50;

	private static final int LAST_PAGE = 10_000;

	private final Uploads uploads;

	private final EmptyForms forms;

	private final AuditLog audit;

	UploadPages(Uploads uploads, EmptyForms forms, AuditLog audit) {
		this.uploads = uploads;
		this.forms = forms;
		this.audit = audit;
	}

	@GetMapping
	ModelAndView list(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "1") int page) {
		return list(visitor, place, Math.max(1, Math.min(page, LAST_PAGE)), HttpStatus.OK, Map.of(), Map.of());
	}

	private ModelAndView list(Visitor visitor, CampaignPlace place, int page, HttpStatus status,
			Map<String, String> errors, Map<String, String> typed) {
		boolean college = visitor.is(io.rollcall.access.Role.COLLEGE);
		Optional<Collection<String>> whose = college ? Optional.of(visitor.colleges()) : Optional.empty();
		List<UploadView> found = this.uploads.list(place.id(), whose, ON_A_PAGE + 1, (page - 1L) * ON_A_PAGE)
			.stream()
			.map((upload) -> new UploadView(upload, visitor.messages(), Optional.empty()))
			.toList();
		ModelAndView model = new ModelAndView("uploads/list", status);
		model.addObject("place", place);
		model.addObject("uploads", found.stream().limit(ON_A_PAGE).toList());
		model.addObject("more", found.size() > ON_A_PAGE);
		model.addObject("page", page);
		model.addObject("roles", ORDER.stream().filter((role) -> !college || OF_COLLEGES.contains(role)).toList());
		model.addObject("colleges", college ? visitor.colleges() : List.of());
		model.addObject("all", !college);
		model.addObject("accept", ACCEPTED_NAMES);
		model.addObject("most", this.uploads.mostMebibytes());
		model.addObject("files", Uploads.MOST_FILES);
		model.addObject("errors", errors);
		model.addObject("typed", typed);
		return model;
	}

	@PostMapping
	Object upload(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String role,
			@RequestParam(defaultValue = "") String college, HttpServletRequest request) {
		Optional<SourceRole> known = role(visitor, place, role);
		String whose = college(visitor, college);
		if (place.closed()) {
			throw PortalFailure.conflict("uploads.closed");
		}
		Map<String, String> errors = new LinkedHashMap<>();
		if (known.isEmpty()) {
			errors.put("role", visitor.messages().get("uploads.wrong.role"));
		}
		if (visitor.is(io.rollcall.access.Role.COLLEGE) && whose.isEmpty()) {
			errors.put("college", visitor.messages().get("uploads.wrong.college"));
		}
		List<Delivery.Incoming> files = files(request);
		if (files.isEmpty()) {
			errors.put("file", visitor.messages().get("uploads.wrong.none"));
		}
		Map<String, String> typed = Map.of("role", known.map(SourceRole::word).orElse(""), "college", whose);
		if (!errors.isEmpty()) {
			return list(visitor, place, 1, HttpStatus.BAD_REQUEST, errors, typed);
		}
		try {
			Batch batch = this.uploads.receive(new Delivery(place.id(), place.job(), known.get(), whose, files,
					visitor.actor(), visitor.messages()));
			return Redirect.to(place.path("/uploads/" + batch.id()));
		}
		catch (DeskFailure ex) {
			if (ex.kind() == DeskFailure.Kind.TOO_LARGE) {
				throw new MaxUploadSizeExceededException(this.uploads.mostMebibytes());
			}
			String field = ex.field().isEmpty() ? "" : ex.field();
			return list(visitor, place, 1, status(ex), Map.of(field, ex.sentence(visitor.messages())), typed);
		}
	}

	/**
	 * As what the files are read. What a college may never hand in, or nobody knows, it
	 * may not; nothing chosen is a field left out.
	 */
	private Optional<SourceRole> role(Visitor visitor, CampaignPlace place, String word) {
		Optional<SourceRole> role = SourceRole.of(word);
		if (visitor.is(io.rollcall.access.Role.COLLEGE) && !word.isBlank()
				&& role.filter(OF_COLLEGES::contains).isEmpty()) {
			this.audit.write(visitor.actor(), "refused", place.campaign(), "",
					"upload " + role.map(SourceRole::word).orElse("-"), "role");
			throw PortalFailure.forbidden();
		}
		return role;
	}

	/** Whose the files are: the registrar's are his own. */
	private static String college(Visitor visitor, String typed) {
		if (!visitor.is(io.rollcall.access.Role.COLLEGE)) {
			return "";
		}
		if (!typed.isEmpty() && !visitor.sees(typed)) {
			throw PortalFailure.foreign("upload");
		}
		return typed.isEmpty() && visitor.colleges().size() == 1 ? visitor.colleges().get(0) : typed;
	}

	/** A field without a choice comes as a file without a name. */
	private static List<Delivery.Incoming> files(HttpServletRequest request) {
		List<Delivery.Incoming> files = new ArrayList<>();
		if (request instanceof MultipartRequest multipart) {
			for (MultipartFile file : multipart.getFiles("file")) {
				String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
				if (!name.isEmpty() || file.getSize() > 0) {
					files.add(new Delivery.Incoming(name, file));
				}
			}
		}
		return files;
	}

	@GetMapping("/{id}")
	ModelAndView show(Visitor visitor, CampaignPlace place, @PathVariable String id) {
		return show(visitor, place, find(visitor, place, id), HttpStatus.OK, "");
	}

	private ModelAndView show(Visitor visitor, CampaignPlace place, Batch batch, HttpStatus status, String error) {
		List<UploadView> views = batch.files()
			.stream()
			.map((upload) -> new UploadView(upload, visitor.messages(), same(place, upload)))
			.toList();
		ModelAndView model = new ModelAndView("uploads/show", status);
		model.addObject("place", place);
		model.addObject("batch", batch);
		model.addObject("views", views);
		model.addObject("acceptable", views.stream().filter(UploadView::acceptable).count());
		model.addObject("waiting", views.stream().filter((view) -> view.upload().isWaiting()).count());
		model.addObject("error", error);
		return model;
	}

	private Optional<String> same(CampaignPlace place, Upload upload) {
		return !upload.isWaiting() ? Optional.empty()
				: this.uploads.acceptedBefore(place.id(), place.job(), upload).map(UploadView::time);
	}

	@PostMapping("/{id}/accept")
	Object accept(Visitor visitor, CampaignPlace place, @PathVariable String id) {
		Batch batch = find(visitor, place, id);
		return decided(visitor, place, batch,
				() -> this.uploads.accept(place.id(), place.job(), batch, visitor.actor()));
	}

	@PostMapping("/{id}/discard")
	Object discard(Visitor visitor, CampaignPlace place, @PathVariable String id) {
		Batch batch = find(visitor, place, id);
		return decided(visitor, place, batch, () -> this.uploads.discard(place.job(), batch, visitor.actor()));
	}

	private Object decided(Visitor visitor, CampaignPlace place, Batch batch, Runnable decision) {
		if (place.closed()) {
			throw PortalFailure.conflict("uploads.closed");
		}
		try {
			decision.run();
			return Redirect.to(place.path("/uploads/" + batch.files().get(0).batch()));
		}
		catch (DeskFailure ex) {
			return show(visitor, place, batch, status(ex), ex.sentence(visitor.messages()));
		}
	}

	private Batch find(Visitor visitor, CampaignPlace place, String id) {
		Batch batch = this.uploads.find(place.id(), id).orElseThrow(PortalFailure::missing);
		boolean own = batch.college().isEmpty() ? visitor.is(io.rollcall.access.Role.REGISTRAR)
				: visitor.sees(batch.college());
		if (!own) {
			throw PortalFailure.foreign("upload " + batch.id());
		}
		return batch;
	}

	@GetMapping("/forms/{role}")
	ResponseEntity<byte[]> form(Visitor visitor, CampaignPlace place, @PathVariable String role) throws IOException {
		byte[] form;
		try {
			form = this.forms.of(role, visitor.messages());
		}
		catch (DeskFailure ex) {
			throw PortalFailure.missing();
		}
		this.audit.write(visitor.actor(), "download", place.campaign(), "", "form " + role, "done");
		ContentDisposition name = ContentDisposition.attachment()
			.filename(visitor.messages().get("report.form." + role) + ".xlsx", StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(WORKBOOK)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
			.body(form);
	}

	private static HttpStatus status(DeskFailure failure) {
		return switch (failure.kind()) {
			case MISSING -> HttpStatus.NOT_FOUND;
			case CONFLICT -> HttpStatus.CONFLICT;
			case WRONG -> HttpStatus.BAD_REQUEST;
			case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
			case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

}
