package io.rollcall.portal.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.access.AuditLog;
import io.rollcall.access.Role;
import io.rollcall.desk.AnswerRefused;
import io.rollcall.desk.AnswerRequest;
import io.rollcall.desk.CaseStory;
import io.rollcall.desk.PageAnswers;
import io.rollcall.desk.PageReferences;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Redirect;
import io.rollcall.portal.Visitor;
import io.rollcall.run.PublishedRuns;
import io.rollcall.run.RunContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes answers in: the same for each case of a form, all of them or none. */
@Controller
class AnswerPages {

	private final PublishedRuns runs;

	private final PageAnswers answers;

	private final AnswerDesk desk;

	private final CasePages pages;

	private final CaseStory stories;

	private final PageReferences references;

	private final AuditLog audit;

	private final TransactionTemplate together;

	AnswerPages(PublishedRuns runs, PageAnswers answers, AnswerDesk desk, CasePages pages, CaseStory stories,
			PageReferences references, AuditLog audit, PlatformTransactionManager transactions) {
		this.runs = runs;
		this.answers = answers;
		this.desk = desk;
		this.pages = pages;
		this.stories = stories;
		this.references = references;
		this.audit = audit;
		this.together = new TransactionTemplate(transactions);
	}

	@PostMapping("/campaigns/{campaign}/cases/answers")
	Object answer(CampaignPlace place, Visitor visitor,
			@RequestParam(name = "case_id", required = false) List<String> cases,
			@RequestParam(defaultValue = "") String seen, @ModelAttribute AnswerDesk.Typed typed) {
		List<String> ids = ids(cases);
		try {
			AnswerRequest request = request(place, visitor, ids, seen, typed);
			this.together.executeWithoutResult((status) -> write(place, visitor, this.answers.submit(request)));
			return Redirect.to(place
				.path((ids.size() == 1) ? "/cases/" + this.references.ofCase(ids.get(0)) : "/cases?state=pending"));
		}
		catch (AnswerRefused ex) {
			return refused(place, visitor, ids, typed, ex);
		}
	}

	/**
	 * Says what is wrong with a value while the form is still being filled in: the same
	 * is asked, and nothing is kept.
	 */
	@PostMapping(path = "/campaigns/{campaign}/cases/answers", params = "check")
	String check(CampaignPlace place, Visitor visitor,
			@RequestParam(name = "case_id", required = false) List<String> cases,
			@RequestParam(defaultValue = "") String seen, @ModelAttribute AnswerDesk.Typed typed, Model model) {
		model.addAttribute("wrong", this.together.execute((status) -> {
			status.setRollbackOnly();
			try {
				this.answers.submit(request(place, visitor, ids(cases), seen, typed));
				return "";
			}
			catch (AnswerRefused ex) {
				return ex.field().equals("value") ? ex.sentence(visitor.messages()) : "";
			}
		}));
		return "cases/parts :: value-told";
	}

	private List<String> ids(List<String> cases) {
		return (cases == null) ? List.of()
				: cases.stream().filter((text) -> !text.isBlank()).map(this.desk::caseId).distinct().toList();
	}

	private static AnswerRequest request(CampaignPlace place, Visitor visitor, List<String> ids, String seen,
			AnswerDesk.Typed typed) {
		Set<String> colleges = visitor.is(Role.COLLEGE) ? Set.copyOf(visitor.colleges()) : Set.of();
		return new AnswerRequest(place.id(), colleges, visitor.name(), ids, seen,
				new AnswerRequest.Typed(typed.answer(), typed.value(), typed.evidence(), typed.note()),
				visitor.messages());
	}

	/** One line for each case: who decided what can be asked of the log alone. */
	private void write(CampaignPlace place, Visitor visitor, PageAnswers.Outcome outcome) {
		String action = visitor.is(Role.REGISTRAR) ? "approval" : "answer";
		String run = this.runs.latest(place.campaign()).map((context) -> context.run().name()).orElse("");
		outcome.caseIds()
			.forEach((id) -> this.audit.write(visitor.actor(), action, place.campaign(), run,
					this.references.ofCase(id), outcome.answer().name().toLowerCase(java.util.Locale.ROOT)));
	}

	private ModelAndView refused(CampaignPlace place, Visitor visitor, List<String> ids, AnswerDesk.Typed typed,
			AnswerRefused refused) {
		if (refused.kind() == AnswerRefused.Kind.UNKNOWN) {
			throw PortalFailure.foreign("case " + ids.stream()
				.filter((id) -> id.matches("[0-9a-f]{24}"))
				.findFirst()
				.map(this.references::ofCase)
				.orElse("-"));
		}
		HttpStatus status = (refused.kind() == AnswerRefused.Kind.FIELD) ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT;
		RunContext context = this.runs.latest(place.campaign()).orElseThrow(PortalFailure::missing);
		Map<String, String> errors = Map.of(refused.field().isEmpty() ? "form" : refused.field(),
				refused.sentence(visitor.messages()));
		if (ids.size() == 1) {
			Optional<CaseStory.Head> head = this.stories.head(context, ids.get(0));
			if (head.isPresent()) {
				return this.pages.one(place, visitor, context, head.get(), typed, errors, status);
			}
		}
		return this.pages.several(place, visitor, context, ids, typed, errors, status);
	}

}
