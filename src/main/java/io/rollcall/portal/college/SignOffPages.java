package io.rollcall.portal.college;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.access.Role;
import io.rollcall.campaign.College;
import io.rollcall.campaign.Field;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.desk.DeskFailure;
import io.rollcall.desk.OpenCase;
import io.rollcall.desk.SignOff;
import io.rollcall.desk.SignOffs.Overview;
import io.rollcall.desk.SignOffs.Row;
import io.rollcall.desk.SignOffs;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Redirect;
import io.rollcall.portal.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Colleges state that their students are checked, and at last the registrar does. */
@Controller
@RequestMapping("/campaigns/{campaign}/sign-off")
class SignOffPages {

	private static final int MOST_CASES = 100;

	private static final int MOST_STATEMENTS = 20;

	private final SignOffs signOffs;

	SignOffPages(SignOffs signOffs) {
		this.signOffs = signOffs;
	}

	/** Where a college stands, as the page lists it. */
	public record RowView(Row row, SignOff last, String at) {

		static RowView of(Row row) {
			return new RowView(row, row.last().orElse(null),
					row.last().map((last) -> UploadView.time(last.at())).orElse(""));
		}

	}

	/** A case as the page lists it. */
	public record CaseView(String college, String student, String matter, String problem, String since) {
	}

	/** A statement as the page lists it. */
	public record StatementView(SignOff statement, String at) {
	}

	@GetMapping
	ModelAndView show(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String college) {
		return show(visitor, place, chosen(visitor, place, college), HttpStatus.OK, Map.of(), "");
	}

	/**
	 * The college that the page is about; for the registrar and the auditor the school.
	 */
	private static String chosen(Visitor visitor, CampaignPlace place, String college) {
		if (college.isEmpty()) {
			return visitor.is(Role.COLLEGE) ? visitor.colleges().get(0) : SignOffs.SCHOOL;
		}
		return checked(visitor, place, college);
	}

	private static String checked(Visitor visitor, CampaignPlace place, String college) {
		if (!visitor.sees(college)) {
			throw PortalFailure.foreign("sign-off");
		}
		if (place.job().colleges().all().stream().map(College::name).noneMatch(college::equals)) {
			throw PortalFailure.missing();
		}
		return college;
	}

	private ModelAndView show(Visitor visitor, CampaignPlace place, String college, HttpStatus status,
			Map<String, String> errors, String reason) {
		ModelAndView model = new ModelAndView("signoff/show", status);
		model.addObject("place", place);
		model.addObject("college", college);
		model.addObject("school", college.equals(SignOffs.SCHOOL));
		model.addObject("all", !visitor.is(Role.COLLEGE));
		model.addObject("mine", visitor.is(Role.COLLEGE) ? visitor.colleges() : List.of());
		model.addObject("maySign", !visitor.is(Role.AUDITOR) && !place.closed());
		model.addObject("errors", errors);
		model.addObject("reason", reason);
		Optional<Overview> overview = this.signOffs.overview(place.id(), place.job());
		model.addObject("overview", overview.orElse(null));
		overview.ifPresent((known) -> fill(model, visitor, place, known, college));
		return model;
	}

	private void fill(ModelAndView model, Visitor visitor, CampaignPlace place, Overview overview, String college) {
		Optional<Row> row = overview.row(college);
		Optional<String> whose = college.equals(SignOffs.SCHOOL) ? Optional.empty() : Optional.of(college);
		List<CaseView> cases = new ArrayList<>();
		this.signOffs.openCases(place.id(), overview.run().id(), whose, MOST_CASES)
			.forEach((one) -> cases.add(view(visitor, place, one)));
		model.addObject("row", row.orElse(null));
		model.addObject("chosen", row.map(RowView::of).orElse(null));
		model.addObject("rows", overview.colleges().stream().map(RowView::of).toList());
		model.addObject("open", row.map(Row::openCases).orElse(0L));
		model.addObject("cases", cases);
		model.addObject("history",
				this.signOffs.history(place.id(), college, MOST_STATEMENTS)
					.stream()
					.map((one) -> new StatementView(one, UploadView.time(one.at())))
					.toList());
	}

	private static CaseView view(Visitor visitor, CampaignPlace place, OpenCase one) {
		String matter = place.job()
			.fields()
			.find(one.field())
			.map((Field field) -> field.label(visitor.language()))
			.orElse("");
		return new CaseView(one.college(), (one.studentNo() + " " + one.name()).strip(), matter,
				Catalogue.shipped().get(one.code()).title(visitor.messages().locale()), one.openedOn().toString());
	}

	@PostMapping
	Object sign(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String run,
			@RequestParam(defaultValue = "") String college, @RequestParam(defaultValue = "") String reason) {
		String whose = whose(visitor, place, college);
		try {
			this.signOffs.sign(place.id(), place.job(), new SignOffs.Wish(run, whose, reason), visitor.actor());
			return Redirect
				.to(place.path("/sign-off") + (college.isEmpty() ? "" : "?college=" + Redirect.encoded(whose)));
		}
		catch (DeskFailure ex) {
			return switch (ex.kind()) {
				case MISSING -> throw PortalFailure.missing();
				case WRONG -> show(visitor, place, whose, HttpStatus.BAD_REQUEST,
						Map.of(ex.field(), ex.sentence(visitor.messages())), reason);
				default -> show(visitor, place, whose, HttpStatus.CONFLICT, Map.of("", ex.sentence(visitor.messages())),
						reason);
			};
		}
	}

	/** For whom is signed; a college that holds several has to say which. */
	private static String whose(Visitor visitor, CampaignPlace place, String college) {
		if (!college.isEmpty()) {
			return checked(visitor, place, college);
		}
		if (!visitor.is(Role.COLLEGE)) {
			return SignOffs.SCHOOL;
		}
		if (visitor.colleges().size() > 1) {
			throw PortalFailure.wrong("college", "signoff.wrong.college");
		}
		return visitor.colleges().get(0);
	}

}
