package io.rollcall.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * No page is reached by an address that the table does not have: whatever a handler was
 * found by, it was judged by the table.
 */
final class ListedOnly implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST
				&& Addresses.name(AccountFilter.path(request)).isEmpty()) {
			throw PortalFailure.missing();
		}
		return true;
	}

}
