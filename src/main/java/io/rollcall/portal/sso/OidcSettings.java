package io.rollcall.portal.sso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.portal.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider of OpenID Connect.
 *
 * @param issuer its address, exactly as it calls itself; without it the way is off
 * @param clientId what the provider calls this portal
 * @param clientSecretFile the file whose first line is the client's secret
 * @param staffNumberClaim the claim that holds the staff number, a text
 * @param scopes what is asked for
 * @param name the button's text, or empty
 */
@ConfigurationProperties("rollcall.oidc")
record OidcSettings(String issuer, String clientId, Path clientSecretFile,
		@DefaultValue("employee_id") String staffNumberClaim, @DefaultValue( {
				"openid", "profile" }) List<String> scopes,
		@DefaultValue("") String name){

	/**
	 * The same, when it can be used.
	 * @throws WrongSetting when something is missing or not safe
	 */
	OidcSettings checked() {
		SafeAddress.checked("rollcall.oidc.issuer", this.issuer);
		if (this.clientId == null || this.clientId.isBlank()) {
			throw new WrongSetting("missing", "rollcall.oidc.client-id");
		}
		if (!this.scopes.contains("openid")) {
			throw new WrongSetting("scopes", "rollcall.oidc.scopes");
		}
		secret();
		return this;
	}

	/** The client's secret. */
	String secret() {
		if (this.clientSecretFile == null) {
			throw new WrongSetting("missing", "rollcall.oidc.client-secret-file");
		}
		try {
			return Files.readString(this.clientSecretFile)
				.lines()
				.findFirst()
				.filter((line) -> !line.isBlank())
				.orElseThrow(() -> new WrongSetting("file", "rollcall.oidc.client-secret-file"));
		}
		catch (IOException ex) {
			throw new WrongSetting("file", "rollcall.oidc.client-secret-file");
		}
	}

}
