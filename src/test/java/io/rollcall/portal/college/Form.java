package io.rollcall.portal.college;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.rollcall.portal.PortalClient;

/** A form with files, as a browser sends it. */
final class Form {

	private static final String BORDER = "----a-border-that-no-file-holds";

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	Form with(String name, String value) {
		part("name=\"" + name + "\"", "", value.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	Form file(String fileName, String content) {
		return file(fileName, content.getBytes(StandardCharsets.UTF_8));
	}

	/** Browsers escape quotes and line ends in names, and nothing else. */
	Form file(String fileName, byte[] content) {
		String name = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
		part("name=\"file\"; filename=\"" + name + "\"", "Content-Type: application/octet-stream\r\n", content);
		return this;
	}

	private void part(String disposition, String more, byte[] content) {
		this.body
			.writeBytes(("--" + BORDER + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n")
				.getBytes(StandardCharsets.UTF_8));
		this.body.writeBytes(content);
		this.body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
	}

	HttpResponse<String> post(PortalClient client, String path) {
		return postPlain(with("_csrf", client.token()), client, path);
	}

	static HttpResponse<String> postPlain(Form form, PortalClient client, String path) {
		form.body.writeBytes(("--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return client.send(
				client.request(path)
					.header("Content-Type", "multipart/form-data; boundary=" + BORDER)
					.POST(HttpRequest.BodyPublishers.ofByteArray(form.body.toByteArray())),
				HttpResponse.BodyHandlers.ofString());
	}

}
