package io.rollcall;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/** Prints what was logged since the test before, when one fails. Applies to all tests. */
public final class LogOfFailures implements TestWatcher, LifecycleMethodExecutionExceptionHandler, BeforeAllCallback {

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
		print(context);
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
