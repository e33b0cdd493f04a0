package io.rollcall;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.springframework.boot.logging.LoggingSystem;

/** Prints what was logged since the test before, when one fails. Applies to all tests. */
public final class LogOfFailures implements TestWatcher, LifecycleMethodExecutionExceptionHandler, BeforeAllCallback {

	static {
		// A context that starts would set the log up anew, and threads of those that are
		// open meanwhile find it without appenders. What else it does has to be done
		// here.
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		SLF4JBridgeHandler.removeHandlersForRootLogger();
		SLF4JBridgeHandler.install();
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		HeldLog.forget();
	}

	@Override
	public void testSuccessful(ExtensionContext context) {
		HeldLog.forget();
	}

	@Override
	public void testFailed(ExtensionContext context, Throwable cause) {
		print(context);
	}

	@Override
	public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable cause) throws Throwable {
		// Aborted is a class that cannot be tried here.
		if (!(cause instanceof TestAbortedException)) {
			print(context);
		}
		throw cause;
	}

	@Override
	public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable cause) throws Throwable {
		print(context);
		throw cause;
	}

	private static void print(ExtensionContext context) {
		System.err.println("Logged before " + context.getDisplayName() + " failed:");
		System.err.print(HeldLog.text());
		HeldLog.forget();
	}

}
