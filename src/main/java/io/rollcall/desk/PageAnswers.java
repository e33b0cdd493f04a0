package io.rollcall.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.cases.CaseStanding;
import io.rollcall.cases.ShownValues;
import io.rollcall.desk.AnswerStore.Entry;
import io.rollcall.desk.AnswerStore.Known;
import io.rollcall.desk.AnswerStore.Signed;
import io.rollcall.results.ShownCases;
import io.rollcall.review.Answer;
import io.rollcall.run.Run;
import io.rollcall.sheet.Seals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers on pages: inputs of the next run, kept for good with who and when, like
 * returned workbooks (contract, "Answers on the page" and rulings 28 to 36).
 */
@Service
public class PageAnswers {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final AnswerStore store;

	private final ShownCases shown;

	private final AnswerView view;

	private final InstantSource clock;

	PageAnswers(AnswerStore store, ShownCases shown, AnswerView view, InstantSource clock) {
		this.store = store;
		this.shown = shown;
		this.view = view;
		this.clock = clock;
	}

	/**
	 * What a form took in.
	 *
	 * @param batch the form's number, the same for all its answers
	 * @param answer the answer
	 * @param caseIds the cases that are decided by it, with the other sides of links
	 */
	public record Outcome(long batch, Answer answer, List<String> caseIds) {

		public Outcome {
			caseIds = List.copyOf(caseIds);
		}

		@Override
		public String toString() {
			return this.answer + " of " + this.caseIds.size();
		}

	}

	/**
	 * What a page is about to show, to be sent back with its answers: one for all its
	 * cases. To be asked before anything else of the page is read.
	 * @param campaignId the campaign's key
	 * @return the last published run and the last answer of any page; empty before there
	 * is a run
	 */
	public String seen(long campaignId) {
		return this.shown.latest(campaignId)
			.map((run) -> run.date() + "-" + run.number() + "." + this.store.last(campaignId))
			.orElse("");
	}

	/**
	 * Cases as a desk is shown them now.
	 * @param campaignId the campaign's key
	 * @param college the college that reads them; empty for the registrar
	 * @param caseIds the cases
	 * @return those that the desk may read
	 */
	@Transactional(readOnly = true)
	public List<ShownCase> cases(long campaignId, Optional<String> college, Collection<String> caseIds) {
		return this.shown.latest(campaignId).map((run) -> {
			Map<String, Known> known = this.store.known(run, AnswerView.ids(caseIds));
			known.values().removeIf((one) -> college.isPresent() && !owns(Set.of(college.get()), one));
			return this.view.shown(run, this.store.last(campaignId), known, college.isEmpty());
		}).orElse(List.of());
	}

	/**
	 * The answers that pages took and no published run has applied yet. Of a probable
	 * link the other side's are among them.
	 * @param campaignId the campaign's key
	 * @param caseIds the cases
	 * @return the answers of all desks, the oldest first
	 */
	@Transactional(readOnly = true)
	public List<PendingAnswer> pending(long campaignId, Collection<String> caseIds) {
		Optional<Run> run = this.shown.latest(campaignId);
		Set<String> ids = AnswerView.ids(caseIds);
		if (run.isEmpty() || ids.isEmpty()) {
			return List.of();
		}
		Map<String, CaseStanding> standings = this.view.standings(run.get(), this.store.last(campaignId), ids);
		if (standings.isEmpty()) {
			return List.of();
		}
		ShownValues values = new ShownValues(this.shown.campaign(run.get()).fields(), false);
		return this.store.since(run.get(), standings.keySet()).values().stream().map((one) -> {
			CaseStanding standing = standings.get(one.caseId());
			return one.shown(values.of(standing.field(), one.value()), standing.waiting().contains(one.number()));
		}).toList();
	}

	/**
	 * Takes a form in, all of it or nothing. A caller that has a transaction open shares
	 * it, so that what he writes down about it goes the same way.
	 * @param request the form
	 * @return what was taken in
	 * @throws AnswerRefused when a case is none of the desk's, can no longer be answered
	 * or shows something else by now, or a field is missing or wrong: judged in this
	 * order
	 */
	@Transactional
	public Outcome submit(AnswerRequest request) {
		boolean open = this.store.lock(request.campaignId());
		Run run = this.shown.latest(request.campaignId()).orElseThrow(AnswerRefused::unknown);
		Map<String, Known> known = exist(request, run);
		if (!open) {
			throw AnswerRefused.state("closed");
		}
		long last = this.store.last(request.campaignId());
		AnswerForm form = new AnswerForm(request, this.shown.campaign(run), run);
		List<ShownCase> cases = this.view.shown(run, last, known, request.byRegistrar());
		answerable(cases, form.answer());
		Optional<SeenMark> mark = SeenMark.parse(request.seen());
		if (mark.isPresent()) {
			unchanged(run, mark.get(), cases, request.byRegistrar());
		}
		if (cases.isEmpty()) {
			throw AnswerRefused.field("case_id", "case.none");
		}
		if (mark.isEmpty()) {
			throw AnswerRefused.field("seen", "seen");
		}
		return enter(request, form, cases, known, sign(request, run, mark.get()));
	}

	/** All cases, if every one of them is the desk's. */
	private Map<String, Known> exist(AnswerRequest request, Run run) {
		Set<String> asked = new LinkedHashSet<>(request.caseIds());
		Map<String, Known> known = this.store.known(run, AnswerView.ids(asked));
		boolean all = known.keySet().containsAll(asked)
				&& known.values().stream().allMatch((one) -> request.byRegistrar() || owns(request.colleges(), one));
		if (!all) {
			throw AnswerRefused.unknown();
		}
		return known;
	}

	private static boolean owns(Set<String> colleges, Known one) {
		return colleges.contains(one.college()) && !one.hidden();
	}

	private static void answerable(List<ShownCase> cases, Optional<Answer> answer) {
		if (answer.filter((given) -> given == Answer.WITHDRAWN).isPresent()) {
			refuse("state.sent", cases.stream().filter((one) -> one.standing().isSent()).count());
			refuse("state.nothing", cases.stream().filter((one) -> !one.standing().decided()).count());
			return;
		}
		refuse("state.done", cases.stream().filter((one) -> !one.standing().isOpen()).count());
		refuse("state.not-listed", cases.stream().filter((one) -> !one.isAnswerable()).count());
	}

	private static void refuse(String key, long count) {
		if (count > 0) {
			throw AnswerRefused.state(key, count);
		}
	}

	private void unchanged(Run run, SeenMark mark, List<ShownCase> cases, boolean registrar) {
		Optional<Long> seen = this.store.published(run.campaignId(), mark.date(), mark.number());
		List<ShownCase> changed = seen.map((other) -> this.view.changed(run, other, mark.upto(), cases, registrar))
			.orElse(cases);
		if (!changed.isEmpty()) {
			throw AnswerRefused.changed(changed);
		}
	}

	private Signed sign(AnswerRequest request, Run run, SeenMark mark) {
		Instant now = this.clock.instant();
		return new Signed(run, mark.upto(), request.account(), now, LocalDate.ofInstant(now, ZONE));
	}

	private Outcome enter(AnswerRequest request, AnswerForm form, List<ShownCase> cases, Map<String, Known> known,
			Signed signed) {
		Answer answer = form.check();
		Map<String, Entry> entries = new LinkedHashMap<>();
		Set<String> decided = new LinkedHashSet<>();
		long batch = this.store.batch();
		for (ShownCase one : cases) {
			CaseStanding standing = one.standing();
			Known about = known.get(one.caseId());
			String value = form.value(answer, standing);
			// One answer decides both sides of a link.
			if (decided.add(one.caseId())) {
				entries.put(one.caseId(),
						new Entry(batch, about, request.byRegistrar() ? Seals.REGISTRAR : about.college(), standing,
								answer, value, form.evidence(), form.note()));
			}
			if (!standing.otherId().isEmpty()) {
				decided.add(standing.otherId());
			}
		}
		entries.values().forEach((entry) -> this.store.add(entry, signed));
		return new Outcome(batch, answer, new ArrayList<>(decided));
	}

	@Override
	public String toString() {
		return "answers";
	}

}
