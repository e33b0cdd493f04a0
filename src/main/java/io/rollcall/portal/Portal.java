package io.rollcall.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.portal.cases.CasesPart;
import io.rollcall.portal.college.CollegePart;
import io.rollcall.portal.office.OfficePart;
import io.rollcall.portal.runs.RunsPart;
import io.rollcall.portal.sso.SignOn;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that {@code serve} has beside its schedule. */
@Configuration(proxyBeanMethods = false)
@Import({ PortalSecurity.class, PortalWeb.class, RequestFailures.class, ErrorPage.class, LoginPages.class, SignOn.class,
		TrustedProxies.class, EveryAnswer.class, OfficePart.class, RunsPart.class, CasesPart.class, CollegePart.class })
public class Portal {

	/**
	 * What holds for the pages unless somebody says otherwise in one of Spring Boot's
	 * ways.
	 * @return the properties
	 */
	public static Map<String, Object> properties() {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("spring.thymeleaf.prefix", "classpath:/io/rollcall/portal/");
		properties.put("spring.thymeleaf.check-template-location", "false");
		properties.put("spring.web.resources.add-mappings", "false");
		properties.put("spring.session.jdbc.initialize-schema", "never");
		properties.put("spring.session.timeout", "60m");
		properties.put("server.servlet.session.cookie.http-only", "true");
		properties.put("server.servlet.session.cookie.same-site", "lax");
		// Whom to believe says rollcall.proxy alone.
		properties.put("server.forward-headers-strategy", "none");
		properties.put("server.tomcat.use-relative-redirects", "true");
		// Above the largest upload, or the browser sees a broken connection and no
		// sentence.
		properties.put("server.tomcat.max-swallow-size", "512MB");
		// Names of files in Chinese are longer than the container expects.
		properties.put("server.tomcat.max-part-header-size", "16KB");
		properties.put("spring.servlet.multipart.max-file-size", "${rollcall.upload.max-size:50MB}");
		properties.put("spring.servlet.multipart.max-request-size", "200MB");
		// What somebody typed into an address or a field may name a person: it is not
		// logged.
		for (String logger : List.of("org.springframework.web.servlet", "org.apache.coyote",
				"org.apache.tomcat.util.http")) {
			properties.put("logging.level." + logger, "ERROR");
		}
		// It logs addresses with tickets.
		properties.put("logging.level.org.apereo.cas", "OFF");
		return properties;
	}

}
