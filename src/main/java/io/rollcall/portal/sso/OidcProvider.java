package io.rollcall.portal.sso;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * A provider as it describes itself (OpenID Connect Discovery 1.0). It is asked when
 * somebody wants to sign in for the first time, so that the portal starts without it.
 *
 * @param client this portal as the provider knows it, with the provider's addresses
 * @param requests makes requests with state, nonce and PKCE
 * @param codes exchanges a code for an ID token and checks it
 */
record OidcProvider(ClientRegistration client, OAuth2AuthorizationRequestResolver requests,
		AuthenticationProvider codes) {

	private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION = new ParameterizedTypeReference<>() {
	};

	/**
	 * Asks the provider.
	 * @param settings what was set
	 * @param back the address that the provider sends people back to
	 * @throws org.springframework.web.client.RestClientException when it does not answer
	 * @throws IllegalArgumentException when it is another one than was set, or not safe
	 */
	static OidcProvider discover(OidcSettings settings, String back) {
		ClientHttpRequestFactory http = Calls.requests();
		String issuer = settings.issuer();
		String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
		Map<String, Object> description = Objects.requireNonNull(RestClient.builder()
			.requestFactory(http)
			.build()
			.get()
			.uri(java.net.URI.create(base + "/.well-known/openid-configuration"))
			.retrieve()
			.body(DESCRIPTION));
		ClientRegistration client = ClientRegistrations.fromOidcConfiguration(description)
			.registrationId("oidc")
			.clientId(settings.clientId())
			.clientSecret(settings.secret())
			.scope(settings.scopes())
			.redirectUri(back)
			.build();
		check(client, issuer);
		DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(
				(id) -> client);
		return new OidcProvider(client, requests, codes(client, settings, http));
	}

	/** The provider's page that signs out (RP-Initiated Logout 1.0). */
	Optional<String> endSession() {
		return metadata("end_session_endpoint").filter(SafeAddress::isSafe);
	}

	private Optional<String> metadata(String name) {
		return Optional.ofNullable(this.client.getProviderDetails().getConfigurationMetadata().get(name))
			.filter(String.class::isInstance)
			.map(String.class::cast);
	}

	private static void check(ClientRegistration client, String issuer) {
		ClientRegistration.ProviderDetails provider = client.getProviderDetails();
		if (!issuer.equals(provider.getIssuerUri())) {
			throw new IllegalArgumentException("The provider calls itself otherwise");
		}
		boolean safe = Stream
			.of(provider.getAuthorizationUri(), provider.getTokenUri(), provider.getJwkSetUri(),
					provider.getUserInfoEndpoint().getUri())
			.filter(Objects::nonNull)
			.allMatch(SafeAddress::isSafe);
		if (!safe || provider.getJwkSetUri() == null) {
			throw new IllegalArgumentException("The provider has an address without TLS, or no keys");
		}
	}

	private static AuthenticationProvider codes(ClientRegistration client, OidcSettings settings,
			ClientHttpRequestFactory http) {
		RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
		tokens.setRestClient(RestClient.builder()
			.requestFactory(http)
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		DefaultOAuth2UserService claims = new DefaultOAuth2UserService();
		claims.setRestOperations(new RestTemplate(http));
		OidcUserService users = new OidcUserService();
		users.setOauth2UserService(claims);
		// Only where the ID token does not say it.
		users.setRetrieveUserInfo((asked) -> !asked.getIdToken().hasClaim(settings.staffNumberClaim())
				&& client.getProviderDetails().getUserInfoEndpoint().getUri() != null);
		OidcAuthorizationCodeAuthenticationProvider codes = new OidcAuthorizationCodeAuthenticationProvider(tokens,
				users);
		JwtDecoder decoder = decoder(client, http);
		codes.setJwtDecoderFactory((same) -> decoder);
		return codes;
	}

	/** By the provider's public keys only, with the algorithms that it names. */
	private static JwtDecoder decoder(ClientRegistration client, ClientHttpRequestFactory http) {
		Object named = client.getProviderDetails()
			.getConfigurationMetadata()
			.get("id_token_signing_alg_values_supported");
		List<SignatureAlgorithm> algorithms = (named instanceof List<?> names)
				? names.stream().map(String::valueOf).map(SignatureAlgorithm::from).filter(Objects::nonNull).toList()
				: List.of();
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(client.getProviderDetails().getJwkSetUri())
			.jwsAlgorithms((all) -> all.addAll(algorithms.isEmpty() ? List.of(SignatureAlgorithm.RS256) : algorithms))
			.restOperations(new RestTemplate(http))
			.build();
		decoder.setClaimSetConverter(new org.springframework.security.oauth2.core.converter.ClaimTypeConverter(
				OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		decoder.setJwtValidator(
				new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
		return decoder;
	}

}
