package io.rollcall.portal;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A request byte by byte, as no browser would send it. */
record Raw(int status, List<String> headers, String body) {

	/**
	 * Asks.
	 * @param address the server
	 * @param line method and target, such as {@code GET //users}
	 * @param headers whole lines; a Host is added where there is none
	 */
	static Raw ask(String address, String line, String... headers) throws IOException {
		URI uri = URI.create(address);
		StringBuilder request = new StringBuilder(line + " HTTP/1.1\r\nConnection: close\r\n");
		if (Arrays.stream(headers).noneMatch((header) -> header.startsWith("Host:"))) {
			request.append("Host: ").append(uri.getAuthority()).append("\r\n");
		}
		Arrays.stream(headers).forEach((header) -> request.append(header).append("\r\n"));
		try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
			socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int end = answer.indexOf("\r\n\r\n");
			List<String> head = List.of(answer.substring(0, end).split("\r\n"));
			return new Raw(Integer.parseInt(head.get(0).split(" ")[1]), head.subList(1, head.size()),
					answer.substring(end));
		}
	}

	/** The values of a header. */
	List<String> all(String name) {
		return this.headers.stream()
			.filter((header) -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
			.map((header) -> header.substring(name.length() + 1).strip())
			.toList();
	}

	/** A header, or nothing. */
	String header(String name) {
		return all(name).stream().findFirst().orElse("");
	}

}
