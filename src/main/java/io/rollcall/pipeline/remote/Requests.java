package io.rollcall.pipeline.remote;

import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * The requests for parts, in the order in which they were asked for. Each version has its
 * own: nobody else even sees them.
 */
final class Requests {

	private final JdbcChannelMessageStore store;

	private final String group;

	Requests(DataSource dataSource, ProgramVersion version) {
		RequestCodec codec = new RequestCodec();
		this.store = new JdbcChannelMessageStore(dataSource);
		this.store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
		this.store.setRegion("rollcall");
		this.store.setSerializer(codec);
		this.store.setDeserializer(codec);
		this.store.afterPropertiesSet();
		this.group = "parts-" + version;
	}

	/**
	 * Asks for a part, in the caller's transaction.
	 * @return the request's name among all messages
	 */
	String ask(StepExecutionRequest request) {
		Message<StepExecutionRequest> message = new GenericMessage<>(request);
		this.store.addMessageToGroup(this.group, message);
		return String.valueOf(message.getHeaders().getId());
	}

	/**
	 * The next request; it is gone when the caller's transaction is committed, and there
	 * again when it is not.
	 * @return the request, or empty when there is none or what was there is no request
	 */
	Optional<StepExecutionRequest> next() {
		return Optional.ofNullable(this.store.pollMessageFromGroup(this.group))
			.map(Message::getPayload)
			.filter(StepExecutionRequest.class::isInstance)
			.map(StepExecutionRequest.class::cast);
	}

}
