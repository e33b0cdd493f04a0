package io.rollcall.portal.sso;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog;
import io.rollcall.portal.Sessions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways of single sign-on that are set up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ OidcSettings.class, CasSettings.class })
@Import(SignOnPages.class)
public class SignOn {

	@Bean
	@ConditionalOnProperty("rollcall.oidc.issuer")
	OidcWay oidcWay(OidcSettings settings, @Value("${rollcall.address:}") String address) {
		return new OidcWay(settings, SafeAddress.checked("rollcall.address", address));
	}

	@Bean
	@ConditionalOnProperty("rollcall.cas.server")
	CasTickets casTickets(JdbcClient jdbc, Sessions sessions, Accounts accounts, AuditLog audit) {
		return new CasTickets(jdbc, sessions, accounts, audit);
	}

	@Bean
	@ConditionalOnProperty("rollcall.cas.server")
	CasWay casWay(CasSettings settings, @Value("${rollcall.address:}") String address, CasTickets tickets) {
		return new CasWay(settings, SafeAddress.checked("rollcall.address", address), tickets);
	}

}
