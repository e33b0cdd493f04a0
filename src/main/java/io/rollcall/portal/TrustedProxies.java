package io.rollcall.portal;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Only what comes from a proxy named in the settings is believed when it says for whom it
 * asks, and by which address.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("rollcall.proxy")
class TrustedProxies {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxies(@Value("${rollcall.proxy}") String proxies) {
		String networks = networks(proxies);
		return (factory) -> {
			RemoteIpValve valve = new RemoteIpValve();
			valve.setInternalProxies(networks);
			valve.setTrustedProxies(null);
			valve.setRemoteIpHeader("X-Forwarded-For");
			valve.setProtocolHeader("X-Forwarded-Proto");
			valve.setHostHeader("X-Forwarded-Host");
			valve.setPortHeader("X-Forwarded-Port");
			factory.addEngineValves(valve);
		};
	}

	/**
	 * Addresses and networks, each as a network.
	 * @throws WrongSetting when one of them is neither
	 */
	static String networks(String proxies) {
		try {
			String networks = Arrays.stream(proxies.split(","))
				.map(String::strip)
				.map((proxy) -> (proxy.indexOf('/') >= 0) ? proxy
						: proxy + ((proxy.indexOf(':') >= 0) ? "/128" : "/32"))
				.peek((proxy) -> {
					if (!proxy.matches("(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/\\d{1,3}")) {
						throw new WrongSetting("proxy", "rollcall.proxy");
					}
				})
				.collect(Collectors.joining(","));
			NetMaskSet.parse(networks);
			return networks;
		}
		catch (IllegalArgumentException ex) {
			throw new WrongSetting("proxy", "rollcall.proxy");
		}
	}

}
