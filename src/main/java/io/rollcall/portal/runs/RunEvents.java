package io.rollcall.portal.runs;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Visitor;
import io.rollcall.results.RunWatch;
import io.rollcall.run.Run;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells pages how runs get on, without their asking again and again. One thread looks for
 * all of them, at the database: any process may work on a run.
 */
@Controller
class RunEvents implements SmartLifecycle {

	/** Before the web server waits for its last answers. */
	private static final int PHASE = Integer.MAX_VALUE;

	/**
	 * Then the browser asks again by itself, and it is judged again whether it may.
	 */
	private static final long LONGEST = Duration.ofMinutes(5).toMillis();

	private static final int MILLIS_BETWEEN_LOOKS = 1_000;

	private static final Log LOG = LogFactory.getLog(RunEvents.class);

	private final FoundRuns found;

	private final RunWatch watch;

	private final Queue<Listener> listeners = new ConcurrentLinkedQueue<>();

	private volatile ScheduledExecutorService clock;

	RunEvents(FoundRuns found, RunWatch watch) {
		this.found = found;
		this.watch = watch;
	}

	/** A page that listens. */
	private record Listener(RunWatch.Watched run, RunWords words, SseEmitter page) {
	}

	@GetMapping("/campaigns/{campaign}/runs/{run}/events")
	ResponseEntity<SseEmitter> events(Visitor visitor, CampaignPlace place, @PathVariable String run,
			HttpServletRequest request) {
		Run one = this.found.find(place, run);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.cacheControl(CacheControl.noStore())
			.header("X-Accel-Buffering", "no");
		if (request.getMethod().equals("HEAD")) {
			return answer.build();
		}
		SseEmitter page = new SseEmitter(LONGEST);
		Listener listener = new Listener(this.watch.watch(one), RunWords.of(visitor.messages(), place.job()), page);
		page.onCompletion(() -> this.listeners.remove(listener));
		page.onTimeout(page::complete);
		page.onError((error) -> this.listeners.remove(listener));
		this.listeners.add(listener);
		tell(listener, this.watch.look(listener.run()));
		return answer.body(page);
	}

	private void look() {
		try {
			Map<Long, RunWatch.Progress> seen = new LinkedHashMap<>();
			for (Listener listener : this.listeners) {
				tell(listener,
						seen.computeIfAbsent(listener.run().run().id(), (id) -> this.watch.look(listener.run())));
			}
		}
		catch (DataAccessException ex) {
			LOG.warn("the progress of runs cannot be looked at: " + ex.getClass().getSimpleName());
		}
		catch (RuntimeException ex) {
			// Whatever it is, the other pages go on listening.
			LOG.error("the progress of runs cannot be told", ex);
		}
	}

	private void tell(Listener listener, RunWatch.Progress progress) {
		try {
			listener.page()
				.send(SseEmitter.event().name("progress").data(json(listener, progress), MediaType.APPLICATION_JSON));
			if (progress.isOver()) {
				listener.page().send(SseEmitter.event().name("end").data(progress.status().column()));
				this.listeners.remove(listener);
				listener.page().complete();
			}
		}
		catch (IOException | IllegalStateException ex) {
			// Nobody listens any more.
			this.listeners.remove(listener);
		}
	}

	private static Map<String, Object> json(Listener listener, RunWatch.Progress progress) {
		ProgressText text = ProgressText.of(progress, listener.words());
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("run", listener.run().run().name());
		json.put("status", progress.status().column());
		json.put("stopping", progress.stopping());
		json.put("place", progress.place().orElse(null));
		json.put("step", progress.step().map((step) -> step.column()).orElse(null));
		json.put("done", progress.done());
		json.put("total", progress.total());
		json.put("percent", progress.percent());
		json.put("left", progress.left().orElse(null));
		json.put("title", text.title());
		json.put("part", text.part());
		json.put("leftText", text.left());
		return json;
	}

	@Override
	public void start() {
		this.clock = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "run-events");
			thread.setDaemon(true);
			return thread;
		});
		this.clock.scheduleWithFixedDelay(this::look, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS,
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.clock.shutdownNow();
		this.clock = null;
		this.listeners.forEach((listener) -> listener.page().complete());
		this.listeners.clear();
	}

	@Override
	public boolean isRunning() {
		return this.clock != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
