package io.rollcall.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.SourceRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of uploads. */
@Repository
class UploadStore {

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {
	};

	/** Lists do without what previews tell, but for the name. */
	private static final String LIST = """
			select u.*, p.file_name, null as preview from upload u left join upload_preview p using (upload_id)
			""";

	private static final String WHOLE = """
			select u.*, p.file_name, p.preview from upload u left join upload_preview p using (upload_id)
			""";

	private final JdbcClient jdbc;

	UploadStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Enters a file that waits. */
	void add(Delivery delivery, Upload upload, String extension, String sha256) {
		this.jdbc
			.sql("""
					insert into upload (upload_id, batch_id, campaign_id, role, college, by_whom, at, status, extension, size, sha256,
					                    reason, rows_read, rows_usable, rows_refused, codes)
					values (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
					""")
			.params(upload.id(), upload.batch(), delivery.campaignId(), upload.role().word(), upload.college(),
					upload.by(), time(upload.at()), extension, upload.size(), sha256, upload.receipt().reason(),
					upload.receipt().read(), upload.receipt().usable(), upload.receipt().refused(),
					JSON.writeValueAsString(upload.receipt().codes()))
			.update();
		Preview preview = upload.preview().orElseThrow();
		this.jdbc
			.sql("insert into upload_preview (upload_id, campaign_id, file_name, preview) values (?, ?, ?, ?::jsonb)")
			.params(upload.id(), delivery.campaignId(), preview.fileName(), json(preview))
			.update();
	}

	/** What a database's text cannot hold is left out. */
	private static String json(Preview preview) {
		return JSON.writeValueAsString(preview).replace("\\u0000", "");
	}

	/** The files of a batch, or one file by its own id. */
	List<Upload> find(long campaign, String id) {
		return this.jdbc
			.sql(WHOLE + " where u.campaign_id = ? and (u.upload_id = ? or u.batch_id = ?) order by u.upload_id")
			.params(campaign, id, id)
			.query(UploadStore::map)
			.list();
	}

	/** The newest first. */
	List<Upload> list(long campaign, Optional<Collection<String>> colleges, int most, long offset) {
		return this.jdbc.sql(LIST + """
				 where u.campaign_id = :campaign and (:all or u.college in (:colleges))
				 order by u.at desc, u.upload_id limit :most offset :offset
				""")
			.param("campaign", campaign)
			.param("all", colleges.isEmpty())
			.param("colleges", colleges.filter((names) -> !names.isEmpty()).orElse(List.of("")))
			.param("most", most)
			.param("offset", offset)
			.query(UploadStore::map)
			.list();
	}

	/** How many files of a college wait. */
	long waiting(long campaign, String college) {
		return this.jdbc.sql("select count(*) from upload where campaign_id = ? and college = ? and status = 'waiting'")
			.params(campaign, college)
			.query(Long.class)
			.single();
	}

	/** An accepted file of the same content. */
	record Same(String path, long size, Instant acceptedAt) {
	}

	/** The accepted files of a role with a content. */
	List<Same> same(long campaign, SourceRole role, String sha256) {
		return this.jdbc.sql("""
				select path, size, accepted_at from upload
				 where campaign_id = ? and role = ? and sha256 = ? and status = 'accepted' order by accepted_at
				""")
			.params(campaign, role.word(), sha256)
			.query((row, index) -> new Same(row.getString("path"), row.getLong("size"), instant(row, "accepted_at")))
			.list();
	}

	/**
	 * The names without their ending that accepted files of a role were given.
	 * @param beginning how their paths begin
	 */
	Set<String> stems(long campaign, SourceRole role, String beginning) {
		return this.jdbc.sql("""
				select regexp_replace(path, '^.*/|[.][^.]*$', '', 'g') from upload
				 where campaign_id = ? and role = ? and path <> '' and starts_with(path, ?)
				""").params(campaign, role.word(), beginning).query(String.class).set();
	}

	/** The hash and the extension of a file. */
	record Content(String sha256, String extension) {
	}

	Content content(String id) {
		return this.jdbc.sql("select sha256, extension from upload where upload_id = ?")
			.param(id)
			.query((row, index) -> new Content(row.getString("sha256"), row.getString("extension")))
			.single();
	}

	/**
	 * Keeps a campaign as it is until the transaction ends; one at a time accepts, and
	 * none while somebody closes it.
	 * @return whether it is closed
	 */
	boolean lock(long campaign) {
		return this.jdbc.sql("select closed_at is not null from campaign where campaign_id = ? for no key update")
			.param(campaign)
			.query(Boolean.class)
			.single();
	}

	boolean isClosed(long campaign) {
		return this.jdbc.sql("select closed_at is not null from campaign where campaign_id = ?")
			.param(campaign)
			.query(Boolean.class)
			.single();
	}

	/** Where a file stands now, locked until the transaction ends. */
	Upload.Status lockedStatus(String id) {
		return status(this.jdbc.sql("select status from upload where upload_id = ? for update")
			.param(id)
			.query(String.class)
			.single());
	}

	void accepted(String id, String path, String by, Instant at) {
		this.jdbc.sql("""
				update upload set status = 'accepted', path = ?, settled_by = ?, settled_at = ?, accepted_at = ?
				 where upload_id = ?
				""").params(path, by, time(at), time(at), id).update();
	}

	/**
	 * Ends the wait of a file that is not accepted, and forgets what was told of it.
	 * @return false when it does not wait any more
	 */
	boolean end(String id, Upload.Status status, String by, Instant at) {
		int ended = this.jdbc.sql("""
				update upload set status = ?, settled_by = ?, settled_at = ? where upload_id = ? and status = 'waiting'
				""").params(status.word(), by, time(at), id).update();
		if (ended > 0) {
			this.jdbc.sql("delete from upload_preview where upload_id = ?").param(id).update();
		}
		return ended > 0;
	}

	/** A file that waits too long. */
	record Overdue(String id, String campaign, String extension) {
	}

	List<Overdue> overdue(Instant before) {
		return this.jdbc.sql("""
				select upload_id, name, extension from upload join campaign using (campaign_id)
				 where status = 'waiting' and at < ? order by at limit 1000
				""")
			.param(time(before))
			.query((row, index) -> new Overdue(row.getString("upload_id"), row.getString("name"),
					row.getString("extension")))
			.list();
	}

	/** Whether a file waits. */
	boolean isWaiting(String id) {
		return this.jdbc.sql("select exists (select 1 from upload where upload_id = ? and status = 'waiting')")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	private static Upload map(ResultSet row, int index) throws SQLException {
		String preview = row.getString("preview");
		String name = row.getString("file_name");
		Optional<Preview> told = (preview != null) ? Optional.of(JSON.readValue(preview, Preview.class))
				: Optional.ofNullable(name).map((known) -> Preview.refused(known, ""));
		Upload.Receipt receipt = new Upload.Receipt(row.getString("reason"), row.getLong("rows_read"),
				row.getLong("rows_usable"), row.getLong("rows_refused"),
				JSON.readValue(row.getString("codes"), COUNTS));
		return new Upload(row.getString("upload_id"), row.getString("batch_id"),
				SourceRole.of(row.getString("role")).orElseThrow(), row.getString("college"), row.getString("by_whom"),
				instant(row, "at"), status(row.getString("status")), row.getString("settled_by"),
				Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
				row.getString("path"), row.getLong("size"), receipt, told);
	}

	private static Upload.Status status(String word) {
		return Upload.Status.valueOf(word.toUpperCase(Locale.ROOT));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
