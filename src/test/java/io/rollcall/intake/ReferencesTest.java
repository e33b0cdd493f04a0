package io.rollcall.intake;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReferencesTest {

	@Test
	void referencesAreTheFirstHalfOfAnHmac() throws Exception {
		byte[] key = new byte[KeyedReferences.KEY_BYTES];
		new Random(1).nextBytes(key);
		KeyedReferences references = new KeyedReferences(key);
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		for (int length = 0; length < 300; length++) {
			String value = "张".repeat(length % 7) + "1".repeat(length);
			byte[] full = mac.doFinal(("id|" + value).getBytes(StandardCharsets.UTF_8));
			assertThat(references.of("id", value)).isEqualTo(HexFormat.of().formatHex(full, 0, 16));
		}
	}

	@Test
	void equalTextsOfTwoKindsDiffer() {
		KeyedReferences references = new KeyedReferences(new byte[KeyedReferences.KEY_BYTES]);
		assertThat(references.of("id", "1")).isNotEqualTo(references.of("student_no", "1"));
	}

}
