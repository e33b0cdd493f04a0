package io.rollcall.portal;

import java.time.Duration;
import java.util.List;

import io.rollcall.access.AuditLog;
import io.rollcall.nightly.Campaigns;
import io.rollcall.nightly.JobFolder;
import io.rollcall.nightly.Schools;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.config.BeanPostProcessor;
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
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What controllers and templates of all pages can rely on. */
@Configuration(proxyBeanMethods = false)
class PortalWeb {

	/** Assets bear their content's hash in their address. */
	private static final Duration KEPT = Duration.ofDays(365);

	@Bean
	Jobs jobs(JobFolder folder, Schools schools) {
		return new Jobs(folder, schools);
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
	UnreadableFields unreadableFields(AuditLog audit) {
		return new UnreadableFields(audit);
	}

	@Bean
	ResourceUrlEncodingFilter resourceUrls() {
		return new ResourceUrlEncodingFilter();
	}

	/** Also where an address ends like another kind of file. */
	@Bean
	static BeanPostProcessor pagesAreHtml() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof ThymeleafViewResolver resolver) {
					resolver.setForceContentType(true);
				}
				return bean;
			}
		};
	}

	/** The page of an error needs nothing of what was sent, which may be too large. */
	@Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
	MultipartResolver multipartResolver() {
		return new StandardServletMultipartResolver() {
			@Override
			public boolean isMultipart(HttpServletRequest request) {
				return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
			}
		};
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
				resolvers.add(new FromRequest(CampaignPlace.class, CampaignPlace.ATTRIBUTE));
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
