package io.rollcall.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field.Contest;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.campaign.HeaderText;
import io.rollcall.campaign.SourceRole;

/**
 * Which header means which field in the files of one role: the job file's own headers,
 * then the catalogue's, then its fallbacks.
 */
final class HeaderNames {

	private final Map<String, Meaning> meanings = new HashMap<>();

	private final Map<String, Contested> contested = new HashMap<>();

	HeaderNames(Campaign campaign, SourceRole role) {
		Fields fields = campaign.fields(role);
		campaign.source(role).headers().forEach((name, headers) -> {
			Field field = fields.get(name);
			headers.forEach((header) -> add(header, field, Rank.JOB_FILE));
		});
		for (Field field : fields.all()) {
			List<String> usual = new ArrayList<>(field.headers().in(role));
			usual.removeAll(field.headers().fallback());
			usual.add(field.name());
			usual.forEach((header) -> add(header, field, Rank.USUAL));
			field.headers().contest().ifPresent((contest) -> addContest(contest, field, role, campaign));
		}
		for (Field field : fields.all()) {
			field.headers().fallback().forEach((header) -> add(header, field, Rank.FALLBACK));
		}
	}

	/**
	 * What a header surely means.
	 * @param header the header as it stands in the file
	 * @return the field, or empty
	 */
	Optional<Meaning> find(String header) {
		for (String form : HeaderText.forms(header)) {
			Meaning found = this.meanings.get(form);
			if (found != null) {
				return Optional.of(found);
			}
		}
		return Optional.empty();
	}

	/**
	 * What a header may mean when another field has a column of its own.
	 * @param header the header as it stands in the file
	 * @return the field and its rival, or empty
	 */
	Optional<Contested> findContested(String header) {
		return HeaderText.forms(header).stream().map(this.contested::get).filter((found) -> found != null).findFirst();
	}

	/** Whether a text as a whole is a header that somebody uses. */
	boolean knows(String text) {
		String whole = HeaderText.normalise(text);
		return this.meanings.containsKey(whole) || this.contested.containsKey(whole);
	}

	private void add(String header, Field field, Rank rank) {
		this.meanings.putIfAbsent(HeaderText.normalise(header), new Meaning(field, rank));
	}

	private void addContest(Contest contest, Field field, SourceRole role, Campaign campaign) {
		if (contest.roles().contains(role)) {
			Contested entry = new Contested(field, campaign.fields().get(contest.rival()));
			contest.headers().forEach((header) -> this.contested.put(HeaderText.normalise(header), entry));
		}
	}

	/** How good a header is, best first: of several columns only the best are read. */
	enum Rank {

		JOB_FILE, USUAL, FALLBACK

	}

	/** The field that a header means. */
	record Meaning(Field field, Rank rank) {
	}

	/** The field that a header means unless it means the rival. */
	record Contested(Field field, Field rival) {
	}

}
