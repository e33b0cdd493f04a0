package io.rollcall.portal.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.portal.Places;
import io.rollcall.portal.PortalServer;

/** A province's portal: the small school after its night, and others beside it. */
final class ManySchools {

	/** What the portal shows of the others; nobody of theirs is invented. */
	private static final String FIGURES = """
			with night as (
			  insert into run (campaign_id, business_date, number, status, job_file, job_text, input_dir, output_dir,
			                   unmasked, started_at, queued_at, settled_at)
			  select c.campaign_id, date '2020-11-10', 1, case when c.number = 41 then 'failed' when c.number = 63 then 'held'
			         else 'published' end, r.job_file, r.job_text, r.input_dir, r.output_dir, false, r.started_at, r.queued_at,
			         r.settled_at
			    from (select campaign_id, substring(name from '[0-9]+$')::integer as number from campaign
			           where name like 'school-%') c
			   cross join (select * from run where number = 1 limit 1) r
			   where c.number <> 87
			  returning run_id, campaign_id),
			students as (
			  insert into run_metric (campaign_id, run_id, kind, name, value)
			  select campaign_id, run_id, kind, '', case kind when 'expected' then 800 + campaign_id * 37 % 900
			         else (800 + campaign_id * 37 % 900) * (55 + campaign_id * 29 % 44) / 100 end
			    from night, unnest(array['expected', 'checked']) kind)
			insert into run_standing
			select p.*
			  from night n
			  join run_standing s on s.reader = 'registrar' and s.college = '理学院'
			 cross join lateral jsonb_populate_record(s, jsonb_build_object('campaign_id', n.campaign_id, 'run_id', n.run_id,
			                    'errors', n.campaign_id * 17 % 240, 'warnings', n.campaign_id * 7 % 90)) p
			""";

	private ManySchools() {
	}

	/**
	 * Opens the portal.
	 * @param schools how many there are
	 */
	static PortalServer open(Path folder, int schools) throws IOException {
		Path jobs = Files.createDirectories(folder.resolve("jobs"));
		String text = Files.readString(Path.of("src/test/resources/jobs/freshman-2020.yml"));
		for (int i = 1; i < schools; i++) {
			String own = text.replace(PortalServer.CAMPAIGN, "school-" + i)
				.replace("11736", String.valueOf(20000 + i))
				.replace("西安航空学院", "第" + i + "大学");
			Files.writeString(jobs.resolve("school-" + i + ".yml"), own + "\ninput: school-" + i + "\n");
		}
		PortalServer server = new PortalServer(folder);
		server.run("2020-11-10");
		server.get(Places.class).everywhere();
		server.jdbc().sql(FIGURES).update();
		return server;
	}

}
