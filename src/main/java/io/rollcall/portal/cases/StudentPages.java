package io.rollcall.portal.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.desk.PageReferences;
import io.rollcall.desk.Reader;
import io.rollcall.desk.StudentSearch;
import io.rollcall.desk.StudentStory;
import io.rollcall.explain.DossierWords;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Visitor;
import io.rollcall.run.PublishedRuns;
import io.rollcall.run.RunContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Looking for students, and everything about one. */
@Controller
class StudentPages {

	private static final int LONGEST = 60;

	private final PublishedRuns runs;

	private final StudentSearch search;

	private final StudentStory stories;

	private final PageReferences references;

	StudentPages(PublishedRuns runs, StudentSearch search, StudentStory stories, PageReferences references) {
		this.runs = runs;
		this.search = search;
		this.stories = stories;
		this.references = references;
	}

	/**
	 * A student as a list shows him.
	 *
	 * @param ref his reference
	 * @param student who he is
	 */
	record Line(String ref, StudentSearch.Student student) {

		@Override
		public String toString() {
			return this.ref;
		}

	}

	@GetMapping("/campaigns/{campaign}/students")
	ModelAndView ask(CampaignPlace place) {
		return page(place, "", Map.of(), HttpStatus.OK);
	}

	@PostMapping("/campaigns/{campaign}/students")
	ModelAndView search(CampaignPlace place, Visitor visitor, @RequestParam(defaultValue = "") String q) {
		String text = q.strip();
		if (text.isEmpty() || text.length() > LONGEST) {
			String sentence = text.isEmpty() ? visitor.messages().get("pcases.search.empty")
					: visitor.messages().get("pcases.search.long", LONGEST);
			return page(place, "", Map.of("q", sentence), HttpStatus.BAD_REQUEST);
		}
		ModelAndView page = page(place, text, Map.of(), HttpStatus.OK);
		this.runs.latest(place.campaign()).ifPresent((context) -> {
			StudentSearch.Found found = this.search.find(context, Desks.reader(visitor), text);
			page.addObject("total", found.total());
			page.addObject("students",
					found.students()
						.stream()
						.map((student) -> new Line(this.references.ofStudent(place.campaign(), student.key()), student))
						.toList());
		});
		return page;
	}

	private ModelAndView page(CampaignPlace place, String text, Map<String, String> errors, HttpStatus status) {
		ModelMap model = new ModelMap("place", place).addAttribute("q", text)
			.addAttribute("errors", errors)
			.addAttribute("most", StudentSearch.MOST)
			.addAttribute("total", 0L)
			.addAttribute("students", List.of())
			.addAttribute("run", this.runs.latest(place.campaign()).map((context) -> context.run().name()).orElse(""));
		return new ModelAndView("students/search", model, status);
	}

	/**
	 * Everything about one student. What is foreign is looked up as what does not exist.
	 */
	@GetMapping("/campaigns/{campaign}/students/{ref}")
	ModelAndView one(CampaignPlace place, Visitor visitor, @PathVariable String ref) {
		RunContext context = this.runs.latest(place.campaign()).orElseThrow(PortalFailure::missing);
		String hash = this.references.studentHash(place.campaign(), ref).orElse("-");
		Optional<StudentSearch.Student> student = this.search.byHash(context, hash);
		Reader reader = Desks.reader(visitor);
		if (student.isEmpty()) {
			throw PortalFailure.missing();
		}
		if (!reader.sees(student.get().college())) {
			throw PortalFailure.foreign("student " + ref);
		}
		StudentStory.Story story = this.stories.tell(context, reader, student.get());
		CaseWords words = new CaseWords(context, visitor.messages());
		StudentView view = StudentView.of(story, student.get(), words,
				new DossierWords(context.campaign(), visitor.messages()), this.references::ofCase);
		return new ModelAndView("students/one",
				new ModelMap("place", place).addAttribute("view", view).addAttribute("run", context.run().name()));
	}

}
