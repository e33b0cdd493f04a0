package io.rollcall.desk;

import java.util.List;
import java.util.Objects;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.SourceRole;
import io.rollcall.text.Messages;
import org.springframework.core.io.InputStreamSource;

/**
 * Files that somebody hands in together.
 *
 * @param campaignId the campaign's key
 * @param job what its job file says
 * @param role as what they are read
 * @param college whose they are; empty for the registrar
 * @param files the files
 * @param actor who hands them in
 * @param messages the texts of the preview
 */
public record Delivery(long campaignId, Campaign job, SourceRole role, String college, List<Incoming> files,
		Actor actor, Messages messages) {

	public Delivery {
		Objects.requireNonNull(job);
		Objects.requireNonNull(role);
		Objects.requireNonNull(college);
		Objects.requireNonNull(actor);
		Objects.requireNonNull(messages);
		files = List.copyOf(files);
	}

	/**
	 * One file.
	 *
	 * @param name what it is called where it comes from; nothing that can be relied on
	 * @param content its bytes, read once
	 */
	public record Incoming(String name, InputStreamSource content) {

		public Incoming {
			Objects.requireNonNull(name);
			Objects.requireNonNull(content);
		}

		@Override
		public String toString() {
			return "file";
		}

	}

	@Override
	public String toString() {
		return this.role.word() + " " + this.files.size();
	}

}
