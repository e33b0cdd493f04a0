package io.rollcall.portal;

import java.time.Duration;
import java.time.InstantSource;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * The order in which requests are judged: sign-in, token, role; what exists, its state
 * and the fields are judged by the pages (contract, section 7).
 */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

	/**
	 * What pages may load: only what is this portal's own, and no script or style within
	 * a page.
	 */
	static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

	@Bean
	Languages localeResolver() {
		return new Languages();
	}

	@Bean
	AskedPage askedPage() {
		return new AskedPage();
	}

	@Bean
	Sessions sessions(FindByIndexNameSessionRepository<? extends Session> repository, AuditLog audit,
			InstantSource clock) {
		return new Sessions(repository, audit, clock);
	}

	@Bean
	AuthenticationManager authenticationManager(Accounts accounts, InstantSource clock) {
		return new ProviderManager(new PasswordCheck(accounts, clock, new SignInPace()));
	}

	/** The management port is the machine's own. */
	@Bean
	@Order(1)
	SecurityFilterChain management(HttpSecurity http) throws Exception {
		return http.securityMatcher(EndpointRequest.toAnyEndpoint())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, Accounts accounts, Jobs jobs, AuditLog audit, Languages languages,
			AskedPage asked, InstantSource clock, @Value("${rollcall.session.longest:10h}") Duration longest)
			throws Exception {
		Refusals refusals = new Refusals(audit);
		RequestMatcher posts = (request) -> request.getMethod().equals("POST")
				&& !Addresses.isForMachines(AccountFilter.path(request));
		CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
		return http
			.addFilterBefore(new AccountFilter(accounts, jobs::reach, languages, asked, clock, longest),
					CsrfFilter.class)
			// The same bytes for what does not exist and what is another's: one token a
			// session.
			.csrf((csrf) -> csrf.csrfTokenRequestHandler(plain).requireCsrfProtectionMatcher(posts))
			.requestCache(AbstractHttpConfigurer::disable)
			.exceptionHandling((handling) -> handling.accessDeniedHandler(refusals))
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
				.permitAll()
				.anyRequest()
				.access((authentication, context) -> new AuthorizationDecision(isAllowed(context.getRequest()))))
			.formLogin((form) -> form.loginPage("/login")
				.successHandler(new AfterSignIn(asked))
				.failureHandler(new AfterRefusal())
				.permitAll())
			.logout(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	private static boolean isAllowed(HttpServletRequest request) {
		String path = AccountFilter.path(request);
		return Addresses.isOpen(path) || request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor visitor
				&& Addresses.allows(path, request.getMethod(), visitor.role());
	}

	@Bean
	HttpFirewall firewall() {
		return new OddPaths();
	}

	/** A stranger learns nothing by odd headers and names of fields either. */
	@Bean
	RequestRejectedHandler oddRequests() {
		return (request, response, rejected) -> {
			HttpSession session = request.getSession(false);
			Object context = (session != null)
					? session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) : null;
			if (context == null) {
				response.sendRedirect("/login");
			}
			else {
				response.sendError(HttpStatus.BAD_REQUEST.value());
			}
		};
	}

}
