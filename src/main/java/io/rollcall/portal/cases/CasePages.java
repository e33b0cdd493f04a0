package io.rollcall.portal.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.rollcall.access.Role;
import io.rollcall.campaign.College;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;
import io.rollcall.desk.CaseSearch.Filter;
import io.rollcall.desk.CaseSearch;
import io.rollcall.desk.CaseStory;
import io.rollcall.desk.PageReferences;
import io.rollcall.desk.Reader;
import io.rollcall.desk.ShownCase;
import io.rollcall.facts.CaseRow;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Visitor;
import io.rollcall.run.PublishedRuns;
import io.rollcall.run.RunContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of cases, and one case. */
@Controller
class CasePages {

	/** Problems with accounts stand where other cases have a field. */
	private static final Pattern PROBLEM = Pattern.compile("ACC-\\d{2}[a-z]?");

	private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");

	/** A case's id that nothing has. */
	private static final String NONE = "-";

	/** The longest name or number to look for. */
	private static final int LONGEST = 60;

	private final PublishedRuns runs;

	private final CaseSearch search;

	private final CaseStory stories;

	private final PageReferences references;

	private final AnswerDesk answers;

	CasePages(PublishedRuns runs, CaseSearch search, CaseStory stories, PageReferences references, AnswerDesk answers) {
		this.runs = runs;
		this.search = search;
		this.stories = stories;
		this.references = references;
		this.answers = answers;
	}

	/**
	 * What is looked for, as an address or a form states it.
	 *
	 * @param college a college, or null
	 * @param code a finding's code, or null
	 * @param state a state, or null
	 * @param field a field, or null
	 * @param page the page, or null
	 */
	record Asked(String college, String code, String state, String field, String page) {

		Asked {
			college = text(college);
			code = text(code);
			state = text(state);
			field = text(field);
			page = text(page);
		}

		private static String text(String value) {
			return (value != null) ? value.strip() : "";
		}

	}

	@GetMapping("/campaigns/{campaign}/cases")
	ModelAndView list(CampaignPlace place, Visitor visitor, @ModelAttribute Asked asked) {
		return list(place, visitor, asked, "", Map.of());
	}

	/**
	 * The same by a name or number, which no address may hold; or what a form would
	 * answer.
	 */
	@PostMapping("/campaigns/{campaign}/cases")
	ModelAndView search(CampaignPlace place, Visitor visitor, @ModelAttribute Asked asked,
			@RequestParam(defaultValue = "") String q,
			@RequestParam(name = "case_id", required = false) List<String> cases,
			@ModelAttribute AnswerDesk.Typed typed) {
		if (cases != null && !cases.isEmpty()) {
			return preview(place, visitor, cases, typed);
		}
		Map<String, String> errors = (q.strip().length() <= LONGEST) ? Map.of()
				: Map.of("q", visitor.messages().get("pcases.search.long", LONGEST));
		return list(place, visitor, asked, errors.isEmpty() ? q.strip() : "", errors);
	}

	private ModelAndView list(CampaignPlace place, Visitor visitor, Asked asked, String text,
			Map<String, String> errors) {
		Filter filter = filter(place, visitor, asked, text);
		int page = page(asked);
		Map<String, Object> model = new LinkedHashMap<>();
		model.put("place", place);
		model.put("errors", errors);
		model.put("typed", AnswerDesk.Typed.NOTHING);
		String seen = this.answers.seen(place);
		Optional<RunContext> latest = this.runs.latest(place.campaign());
		model.put("run", latest.map((context) -> context.run().name()).orElse(""));
		latest.ifPresent((context) -> {
			CaseWords words = new CaseWords(context, visitor.messages());
			CaseSearch.Found found = this.search.find(context, Desks.reader(visitor), filter, page);
			Map<String, String> pending = found.pending().isEmpty() ? Map.of()
					: this.answers.pending(place, words, found.pending());
			List<CaseLine> lines = found.cases()
				.stream()
				.map((row) -> line(row, words, pending.getOrDefault(row.caseId(), "")))
				.toList();
			boolean many = !visitor.is(Role.COLLEGE) || visitor.colleges().size() > 1;
			model.put("list", CaseList.of(found, filter, page, lines, words, many));
			model.put("form", this.answers.form(place, visitor, words, seen));
		});
		HttpStatus status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
		return new ModelAndView("cases/list", new ModelMap().addAllAttributes(model), status);
	}

	/** What a form would answer, case by case, before it is sent. */
	private ModelAndView preview(CampaignPlace place, Visitor visitor, List<String> cases, AnswerDesk.Typed typed) {
		if (visitor.is(Role.AUDITOR)) {
			throw PortalFailure.forbidden();
		}
		RunContext context = this.runs.latest(place.campaign()).orElseThrow(PortalFailure::missing);
		return several(place, visitor, context, cases.stream().distinct().map(this.answers::caseId).toList(), typed,
				Map.of(), HttpStatus.OK);
	}

	/**
	 * Several cases with what their common form would answer.
	 * @param typed what was typed into the form
	 * @param errors what is wrong with it, by field
	 */
	ModelAndView several(CampaignPlace place, Visitor visitor, RunContext context, List<String> ids,
			AnswerDesk.Typed typed, Map<String, String> errors, HttpStatus status) {
		String seen = this.answers.seen(place);
		CaseWords words = new CaseWords(context, visitor.messages());
		List<CaseRow> rows = this.search.cases(context, Desks.reader(visitor), ids);
		if (rows.size() < ids.size()) {
			throw PortalFailure.foreign("cases");
		}
		Map<String, String> pending = this.answers.pendingInFull(place, words, ids);
		Map<String, ShownCase> now = new LinkedHashMap<>();
		Desks.reader(visitor).all().forEach((college) -> now.putAll(this.answers.now(place, college, ids)));
		ModelMap model = new ModelMap("place", place).addAttribute("typed", typed)
			.addAttribute("errors", errors)
			.addAttribute("lines",
					rows.stream()
						.map((row) -> line(row, words, pending.getOrDefault(row.caseId(), "")).with(row, words,
								Optional.ofNullable(now.get(row.caseId()))))
						.toList())
			.addAttribute("form", this.answers.form(place, visitor, words, seen));
		return new ModelAndView("cases/confirm", model, status);
	}

	/** Everything about one case. What is foreign is looked up as what does not exist. */
	@GetMapping("/campaigns/{campaign}/cases/{ref}")
	ModelAndView one(CampaignPlace place, Visitor visitor, @PathVariable String ref)
			throws HttpRequestMethodNotSupportedException {
		if (ref.equals("answers")) {
			throw new HttpRequestMethodNotSupportedException("GET", List.of("POST"));
		}
		RunContext context = this.runs.latest(place.campaign()).orElseThrow(PortalFailure::missing);
		String caseId = this.references.caseId(ref).orElse(NONE);
		Optional<CaseStory.Head> head = this.stories.head(context, caseId);
		if (head.isEmpty()) {
			throw PortalFailure.missing();
		}
		return one(place, visitor, context, head.get(), AnswerDesk.Typed.NOTHING, Map.of(), HttpStatus.OK);
	}

	/**
	 * A case with its form.
	 * @param typed what was typed into the form
	 * @param errors what is wrong with it, by field
	 */
	ModelAndView one(CampaignPlace place, Visitor visitor, RunContext context, CaseStory.Head head,
			AnswerDesk.Typed typed, Map<String, String> errors, HttpStatus status) {
		Reader reader = Desks.reader(visitor);
		if (!head.isFor(reader)) {
			throw PortalFailure.foreign("case " + this.references.ofCase(head.caseId()));
		}
		String seen = this.answers.seen(place);
		CaseWords words = new CaseWords(context, visitor.messages());
		Map<String, String> pending = this.answers.pendingInFull(place, words, List.of(head.caseId()));
		Optional<ShownCase> now = Optional
			.ofNullable(this.answers.now(place, reader.as(head.college()), List.of(head.caseId())).get(head.caseId()));
		CaseStory.Story story = this.stories.tell(context, reader, head);
		String student = head.studentKey().startsWith("F:") ? ""
				: this.references.ofStudent(place.campaign(), head.studentKey());
		ModelMap model = new ModelMap("place", place).addAttribute("run", context.run().name())
			.addAttribute("typed", typed)
			.addAttribute("errors", errors)
			.addAttribute("view",
					CaseView.of(story, words, this.references::ofCase, student,
							pending.getOrDefault(head.caseId(), "")))
			.addAttribute("now", Now.of(now, words))
			.addAttribute("form", this.answers.form(place, visitor, words, seen));
		return new ModelAndView("cases/one", model, status);
	}

	private CaseLine line(CaseRow row, CaseWords words, String pending) {
		return CaseLine.of(row, this.references.ofCase(row.caseId()), words, pending);
	}

	private static Filter filter(CampaignPlace place, Visitor visitor, Asked asked, String text) {
		String college = asked.college();
		if (!college.isEmpty()) {
			boolean known = college.equals(College.UNASSIGNED) && !visitor.is(Role.COLLEGE)
					|| place.job().colleges().all().stream().anyMatch((one) -> one.name().equals(college));
			if (!known) {
				throw PortalFailure.missing();
			}
			if (!visitor.sees(college)) {
				throw PortalFailure.foreign("college");
			}
		}
		String usual = text.isEmpty() ? CaseSearch.MINE : CaseSearch.ALL;
		String state = asked.state().isEmpty() ? usual : asked.state();
		if (!CaseSearch.STATES.contains(state)) {
			throw PortalFailure.wrong("state", "pcases.wrong.state");
		}
		if (!asked.code().isEmpty()
				&& Catalogue.shipped().kinds().stream().map(FindingKind::code).noneMatch(asked.code()::equals)) {
			throw PortalFailure.wrong("code", "pcases.wrong.code");
		}
		if (!asked.field().isEmpty() && place.job().fields().find(asked.field()).isEmpty()
				&& !PROBLEM.matcher(asked.field()).matches()) {
			throw PortalFailure.wrong("field", "pcases.wrong.field");
		}
		return new Filter(college, asked.code(), state, asked.field(), text);
	}

	private static int page(Asked asked) {
		if (!asked.page().isEmpty() && !PAGE.matcher(asked.page()).matches()) {
			throw PortalFailure.wrong("page", "pcases.wrong.page");
		}
		return asked.page().isEmpty() ? 1 : Integer.parseInt(asked.page());
	}

}
