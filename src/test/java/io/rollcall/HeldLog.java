package io.rollcall;

import java.util.ArrayDeque;
import java.util.Deque;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

/**
 * Keeps what the program logs until somebody asks: tests break things on purpose, and
 * only what was logged in one that fails is worth reading. The whole log of each test
 * process stands in {@code target/test-N.log}.
 */
public final class HeldLog extends AppenderBase<ILoggingEvent> {

	/** Enough to see what led to a failure. */
	private static final int MOST = 500;

	private static final Deque<String> HELD = new ArrayDeque<>();

	private PatternLayout layout;

	public void setLayout(PatternLayout layout) {
		this.layout = layout;
	}

	@Override
	protected void append(ILoggingEvent event) {
		String text = this.layout.doLayout(event);
		synchronized (HELD) {
			if (HELD.size() == MOST) {
				HELD.removeFirst();
			}
			HELD.addLast(text);
		}
	}

	/**
	 * What is held, for tests of what may and may not be logged.
	 * @return the messages with their stack traces, the oldest first
	 */
	public static String text() {
		synchronized (HELD) {
			return String.join("", HELD);
		}
	}

	/** Begins anew. */
	static void forget() {
		synchronized (HELD) {
			HELD.clear();
		}
	}

}
