package io.rollcall.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.rollcall.text.Messages;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * What holds for answers that no filter sees, because the server or the firewall refuses
 * the request itself: the headers that protect, and one sentence.
 */
@Configuration(proxyBeanMethods = false)
class EveryAnswer {

	/** Last, so that the server's own report finds everything reported. */
	@Bean
	@Order
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> everyAnswer() {
		return (factory) -> {
			factory.addEngineValves(new Headers());
			// Slashes in disguise are judged in the same order as every other odd path.
			factory.addConnectorCustomizers((connector) -> {
				connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
				connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
			});
			factory.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new Sentence()));
		};
	}

	private static final class Headers extends ValveBase {

		Headers() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			response.setHeader("Content-Security-Policy", PortalSecurity.POLICY);
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader("Referrer-Policy", "same-origin");
			getNext().invoke(request, response);
		}

	}

	private static final class Sentence extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, Throwable failure) {
			int status = response.getStatus();
			if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			String key = "portal.status." + ((status < 500) ? "400" : "500");
			String page = "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>" + status + "</title><p>"
					+ Messages.of("zh").get(key) + "</p><p lang=\"en\">" + Messages.of("en").get(key) + "</p></html>";
			try {
				response.setContentType("text/html;charset=utf-8");
				response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
				response.finishResponse();
			}
			catch (IOException | IllegalStateException ex) {
				// Whoever asked so is gone, or a part was sent already.
				container.getLogger().debug("no report", ex);
			}
		}

	}

}
