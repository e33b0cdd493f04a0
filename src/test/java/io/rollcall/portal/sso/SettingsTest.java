package io.rollcall.portal.sso;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.rollcall.portal.WrongSetting;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Nothing is asked over the network that others could read. */
class SettingsTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "https://id.example.edu.cn", "https://id.example.edu.cn/cas", "http://127.0.0.1:8080",
			"http://localhost/cas", "http://[::1]:8080" })
	void tlsOrThisMachine(String address) {
		assertThat(SafeAddress.checked("x", address)).isEqualTo(address);
		assertThat(SafeAddress.checked("x", address + "/")).isEqualTo(address);
	}

	@ParameterizedTest
	@CsvSource({ "http://id.example.edu.cn, tls", "http://127.0.0.1.example.com, tls", "http://localhost.example, tls",
			"ftp://127.0.0.1, tls", "id.example.edu.cn, address", "https://u:p@id.example.edu.cn, address",
			"https://id.example.edu.cn?a=b, address", "https://id.example.edu.cn#a, address", "https:///cas, address",
			"not an address, address", "'', missing" })
	void everythingElseIsRefusedInOneSentence(String address, String why) {
		assertThatExceptionOfType(WrongSetting.class)
			.isThrownBy(() -> SafeAddress.checked("rollcall.oidc.issuer", address))
			.satisfies((wrong) -> assertThat(wrong.sentence(Messages.of("en")))
				.isEqualTo(Messages.of("en").get("portal.setting." + why, "rollcall.oidc.issuer")));
	}

	@Test
	void aProviderNeedsAClientAndItsSecret() throws Exception {
		Path secret = Files.writeString(this.folder.resolve("secret"), "word\n");
		Path empty = Files.createFile(this.folder.resolve("empty"));
		assertThat(oidc("rollcall", secret, "openid").checked().secret()).isEqualTo("word");
		assertThatExceptionOfType(WrongSetting.class).isThrownBy(() -> oidc("", secret, "openid").checked());
		assertThatExceptionOfType(WrongSetting.class).isThrownBy(() -> oidc("rollcall", null, "openid").checked());
		assertThatExceptionOfType(WrongSetting.class).isThrownBy(() -> oidc("rollcall", empty, "openid").checked());
		assertThatExceptionOfType(WrongSetting.class)
			.isThrownBy(() -> oidc("rollcall", this.folder.resolve("none"), "openid").checked());
		assertThatExceptionOfType(WrongSetting.class).isThrownBy(() -> oidc("rollcall", secret, "profile").checked());
		assertThatExceptionOfType(WrongSetting.class)
			.isThrownBy(() -> new CasSettings("https://id.example.edu.cn/cas", 1, "", "").checked());
	}

	@Test
	void theEnvironmentNamesThemAsItIsUsed() {
		OidcSettings settings = new Binder(
				ConfigurationPropertySources.from(new SystemEnvironmentPropertySource("systemEnvironment",
						Map.of("ROLLCALL_OIDC_ISSUER", "https://id.example.edu.cn", "ROLLCALL_OIDC_CLIENT_ID",
								"rollcall", "ROLLCALL_OIDC_CLIENT_SECRET_FILE", "secret",
								"ROLLCALL_OIDC_STAFF_NUMBER_CLAIM", "number", "ROLLCALL_OIDC_SCOPES", "openid,staff"))))
			.bind("rollcall.oidc", OidcSettings.class)
			.get();
		assertThat(settings).isEqualTo(new OidcSettings("https://id.example.edu.cn", "rollcall", Path.of("secret"),
				"number", List.of("openid", "staff"), ""));
	}

	private static OidcSettings oidc(String client, Path secret, String scope) {
		return new OidcSettings("https://id.example.edu.cn", client, secret, "employee_id", List.of(scope), "");
	}

}
