package io.rollcall.launch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/** The signals that ask a process to end: Ctrl-C, a closed terminal, {@code kill}. */
public final class Signals {

	private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

	private Signals() {
	}

	/**
	 * Has those of them handled that the system has; Windows knows no HUP.
	 * @param action what to do at each of them
	 * @return whether this Java can do so; where it cannot, signals end the process
	 */
	public static boolean handle(Runnable action) {
		boolean any = false;
		for (String name : NAMES) {
			any |= handle(name, action);
		}
		return any;
	}

	/**
	 * The class is there in every Java (module jdk.unsupported), but javac warns of it
	 * with a warning that nothing can silence.
	 */
	private static boolean handle(String name, Runnable action) {
		try {
			Class<?> signal = Class.forName("sun.misc.Signal");
			Class<?> handler = Class.forName("sun.misc.SignalHandler");
			Object proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] { handler },
					new Handler(action));
			signal.getMethod("handle", signal, handler)
				.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
			return true;
		}
		catch (ReflectiveOperationException ex) {
			return false;
		}
	}

	/**
	 * Handles a signal.
	 *
	 * @param action what to do
	 */
	private record Handler(Runnable action) implements InvocationHandler {

		@Override
		public Object invoke(Object self, Method method, Object[] arguments) {
			return switch (method.getName()) {
				case "handle" -> {
					this.action.run();
					yield null;
				}
				case "hashCode" -> System.identityHashCode(self);
				case "equals" -> self == arguments[0];
				default -> "signals";
			};
		}

	}

}
