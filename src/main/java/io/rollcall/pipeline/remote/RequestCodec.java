package io.rollcall.pipeline.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.pipeline.PartSteps;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * How a request lies in the database: the name of a step and a number, as text. Java's
 * own serialisation would make whoever may write into that table master of every worker.
 */
final class RequestCodec implements Serializer<Message<?>>, Deserializer<Message<?>> {

	/**
	 * In place of what is no request: it is thrown away, or nothing behind it is ever
	 * read.
	 */
	static final Message<?> NONE = new GenericMessage<>("");

	private static final Pattern REQUEST = Pattern
		.compile("(" + Pattern.quote(PartSteps.LOAD) + "|" + Pattern.quote(PartSteps.REPORT) + ") ([1-9][0-9]{0,17})");

	private static final int LONGEST = 64;

	@Override
	public void serialize(Message<?> message, OutputStream to) throws IOException {
		StepExecutionRequest request = (StepExecutionRequest) message.getPayload();
		to.write((request.getStepName() + " " + request.getStepExecutionId()).getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public Message<?> deserialize(InputStream from) throws IOException {
		Matcher text = REQUEST.matcher(new String(from.readNBytes(LONGEST), StandardCharsets.US_ASCII));
		return text.matches()
				? new GenericMessage<>(new StepExecutionRequest(text.group(1), Long.parseLong(text.group(2)))) : NONE;
	}

}
