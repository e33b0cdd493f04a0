package io.rollcall.nightly;

import java.nio.charset.StandardCharsets;

import io.rollcall.nightly.MailBox.MailFailure;
import jakarta.mail.MessagingException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Writes and sends mail. What cannot be sent is tried again, later and later; nothing of
 * it reaches a run.
 */
final class Mailer {

	private static final int MOST_AT_ONCE = 100;

	private static final Log LOG = LogFactory.getLog(Mailer.class);

	private final MailBox box;

	private final MailTexts texts;

	private final ObjectProvider<JavaMailSender> server;

	Mailer(MailBox box, MailTexts texts, ObjectProvider<JavaMailSender> server) {
		this.box = box;
		this.texts = texts;
		this.server = server;
	}

	void work() {
		this.box.write(this.texts::about);
		for (int sent = 0; sent < MOST_AT_ONCE && this.box.send(this::send); sent++) {
			LOG.debug("tried a mail");
		}
	}

	/** The log names no address and repeats no word of the server, which may. */
	private void send(MailBox.Mail mail) {
		try {
			JavaMailSender sender = this.server.getIfAvailable();
			if (sender == null) {
				throw new MessagingException("no server is configured");
			}
			var message = sender.createMimeMessage();
			MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
			helper.setFrom(mail.sender());
			helper.setTo(mail.recipient());
			helper.setSubject(mail.subject());
			helper.setText(mail.body());
			sender.send(message);
		}
		catch (MessagingException | MailException ex) {
			LOG.warn("a mail cannot be sent and is tried again: " + ex.getClass().getSimpleName());
			throw new MailFailure(ex);
		}
	}

}
