package io.rollcall.staging;

import java.util.Map;

/** Writes the small JSON objects of the staging tables. */
final class Json {

	private Json() {
	}

	static String object(Map<String, String> values) {
		StringBuilder json = new StringBuilder("{");
		values.forEach((name, value) -> {
			if (json.length() > 1) {
				json.append(',');
			}
			string(json, name);
			json.append(':');
			string(json, value);
		});
		return json.append('}').toString();
	}

	private static void string(StringBuilder json, String text) {
		json.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				json.append('\\').append(c);
			}
			else if (c == 0) {
				continue;
			}
			else if (c < ' ') {
				json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
			}
			else {
				json.append(c);
			}
		}
		json.append('"');
	}

}
