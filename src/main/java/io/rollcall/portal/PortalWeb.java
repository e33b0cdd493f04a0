package io.rollcall.portal;

import java.time.Duration;
import java.util.List;

import io.rollcall.nightly.Campaigns;
import io.rollcall.nightly.ServeSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What controllers and templates of all pages can rely on. */
@Configuration(proxyBeanMethods = false)
class PortalWeb {

	/** Assets bear their content's hash in their address. */
	private static final Duration KEPT = Duration.ofDays(365);

	@Bean
	Jobs jobs(ServeSettings settings) {
		return new Jobs(settings);
	}

	@Bean
	Places places(Jobs jobs, Campaigns campaigns, JdbcClient jdbc) {
		return new Places(jobs, campaigns, jdbc);
	}

	@Bean
	MessageSource messageSource() {
		return new Texts();
	}

	@Bean
	ResourceUrlEncodingFilter resourceUrls() {
		return new ResourceUrlEncodingFilter();
	}

	@Bean
	WebMvcConfigurer frame(Places places) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new ListedOnly());
				registry.addInterceptor(places);
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new FromRequest(Visitor.class, Visitor.ATTRIBUTE));
				resolvers.add(new FromRequest(Place.class, Place.ATTRIBUTE));
			}

			@Override
			public void addResourceHandlers(ResourceHandlerRegistry registry) {
				registry.addResourceHandler("/assets/**")
					.addResourceLocations("classpath:/io/rollcall/portal/assets/",
							"classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
					.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
					.resourceChain(true)
					.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
			}
		};
	}

	/** An argument that a filter or an interceptor left in the request. */
	private record FromRequest(Class<?> type, String attribute) implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == this.type;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
				NativeWebRequest request, WebDataBinderFactory binders) {
			return request.getNativeRequest(HttpServletRequest.class).getAttribute(this.attribute);
		}

	}

}
