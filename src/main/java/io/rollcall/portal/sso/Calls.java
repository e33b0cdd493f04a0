package io.rollcall.portal.sso;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

/**
 * Calls to the provider while somebody waits. They end soon and few are made at a time,
 * so that a provider that hangs does not use up the threads which answer requests.
 */
final class Calls {

	/** How long a provider may take to be reached. */
	static final Duration CONNECT = Duration.ofSeconds(3);

	/** How long it may take to answer. */
	static final Duration READ = Duration.ofSeconds(5);

	private static final int AT_A_TIME = 8;

	private final Semaphore turns = new Semaphore(AT_A_TIME);

	/** Makes requests that end soon and follow no redirects. */
	static ClientHttpRequestFactory requests() {
		SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory() {
			@Override
			protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
				super.prepareConnection(connection, method);
				connection.setInstanceFollowRedirects(false);
			}
		};
		factory.setConnectTimeout(CONNECT);
		factory.setReadTimeout(READ);
		return factory;
	}

	/**
	 * Makes a call.
	 * @throws SignOnFailure when too many wait already
	 * @throws Exception what the call throws
	 */
	<T> T make(Callable<T> call) throws Exception {
		if (!this.turns.tryAcquire()) {
			throw new SignOnFailure(SignOnFailure.Kind.AWAY);
		}
		try {
			return call.call();
		}
		finally {
			this.turns.release();
		}
	}

}
