package io.rollcall.portal;

import io.rollcall.access.AccountFailure;
import io.rollcall.access.AuditLog;
import io.rollcall.database.DatabaseException;
import io.rollcall.run.RunFailure;
import io.rollcall.text.Messages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** What ends a request otherwise than by its page: a status and one sentence. */
@ControllerAdvice
class RequestFailures {

	private final AuditLog audit;

	RequestFailures(AuditLog audit) {
		this.audit = audit;
	}

	@ExceptionHandler
	ModelAndView portal(PortalFailure failure, HttpServletRequest request) {
		Visitor visitor = (Visitor) request.getAttribute(Visitor.ATTRIBUTE);
		CampaignPlace place = (CampaignPlace) request.getAttribute(CampaignPlace.ATTRIBUTE);
		boolean limited = visitor != null
				&& (!visitor.colleges().isEmpty() || place == null && !visitor.reach().every());
		if (failure.status() == HttpStatus.NOT_FOUND && limited) {
			// Also for what does not exist: both take the same time and look the same.
			this.audit.write(
					visitor.actor(), "refused", (place != null) ? place.campaign() : "", "", failure.foreign().isEmpty()
							? Addresses.name(AccountFilter.path(request)).orElse("-") : failure.foreign(),
					failure.foreign().isEmpty() ? "missing" : "foreign");
		}
		return ErrorPage.of(request, failure.status(), failure.sentence(messages(request)));
	}

	@ExceptionHandler
	ModelAndView run(RunFailure failure, HttpServletRequest request) {
		return failure.isUsage() ? portal(PortalFailure.missing(), request)
				: ErrorPage.of(request, HttpStatus.CONFLICT, failure.sentence(messages(request)));
	}

	@ExceptionHandler
	ModelAndView busy(DatabaseException failure, HttpServletRequest request) {
		return ErrorPage.of(request, HttpStatus.CONFLICT, failure.sentence(messages(request)));
	}

	@ExceptionHandler
	ModelAndView account(AccountFailure failure, HttpServletRequest request) {
		return ErrorPage.of(request, HttpStatus.BAD_REQUEST, failure.sentence(messages(request)));
	}

	@ExceptionHandler({ ServletRequestBindingException.class, TypeMismatchException.class,
			MissingServletRequestPartException.class, MultipartException.class })
	ModelAndView fields(HttpServletRequest request) {
		return ErrorPage.of(request, HttpStatus.BAD_REQUEST, messages(request).get("portal.status.400"));
	}

	@ExceptionHandler
	ModelAndView large(MaxUploadSizeExceededException failure, HttpServletRequest request) {
		return ErrorPage.of(request, HttpStatus.CONTENT_TOO_LARGE, messages(request).get("portal.status.413"));
	}

	private static Messages messages(HttpServletRequest request) {
		return ErrorPage.messages(request);
	}

}
