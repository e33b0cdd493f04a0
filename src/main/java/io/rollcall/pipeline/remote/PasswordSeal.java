package io.rollcall.pipeline.remote;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Passes what opens the workbooks of a run on to workers, which have no job file and so
 * nothing beside it: encrypted with the installation's key, which is not in the database.
 */
@Component
class PasswordSeal {

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final JdbcClient jdbc;

	private final InstallationKey key;

	PasswordSeal(JdbcClient jdbc, InstallationKey key) {
		this.jdbc = jdbc;
		this.key = key;
	}

	/** Lays a run's password down. */
	void put(Run run, Optional<String> password) {
		this.jdbc.sql("update remote_run set sealed = ? where run_id = ?")
			.params(password.map((text) -> seal(run, text)).orElse(null), run.id())
			.update();
	}

	/** Takes it away. */
	void remove(Run run) {
		this.jdbc.sql("update remote_run set sealed = null where run_id = ? and sealed is not null")
			.param(run.id())
			.update();
	}

	/** What lies there for a run. */
	Optional<String> get(Run run) {
		return this.jdbc.sql("select sealed from remote_run where run_id = ? and sealed is not null")
			.param(run.id())
			.query(byte[].class)
			.optional()
			.map((sealed) -> open(run, sealed));
	}

	private byte[] seal(Run run, String text) {
		byte[] nonce = new byte[NONCE_BYTES];
		new SecureRandom().nextBytes(nonce);
		byte[] sealed = crypt(Cipher.ENCRYPT_MODE, run, nonce, text.getBytes(StandardCharsets.UTF_8));
		return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
	}

	private String open(Run run, byte[] sealed) {
		byte[] nonce = new byte[NONCE_BYTES];
		byte[] rest = new byte[sealed.length - NONCE_BYTES];
		ByteBuffer.wrap(sealed).get(nonce).get(rest);
		return new String(crypt(Cipher.DECRYPT_MODE, run, nonce, rest), StandardCharsets.UTF_8);
	}

	private byte[] crypt(int mode, Run run, byte[] nonce, byte[] text) {
		try {
			byte[] secret = HexFormat.of().parseHex(this.key.references().of("seal", run.toString()));
			Cipher cipher = Cipher.getInstance(CIPHER);
			cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
			return cipher.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
