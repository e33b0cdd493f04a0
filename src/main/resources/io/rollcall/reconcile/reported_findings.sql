insert into noted (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
                     name, field, roster_value, platform_value, admission_value, claimed_value, locations, detail,
                     private_detail, suggestion, cause, route, group_ref, odd, matter, case_id, stated, reader, major, class_name, state, first_seen, last_seen,
                     found)
select :campaign, :run, finding_id(:name, r.code, r.student_key, r.field, r.partner), r.code, k.severity,
       r.student_key, r.college, r.student_no, r.candidate_no, r.name, r.field, r.roster_value, r.platform_value,
       r.admission_value, r.claimed_value, r.locations, r.detail, r.private_detail, r.suggestion, r.cause, r.route,
       r.group_ref, r.odd, m.matter, coalesce(nullif(r.case_id, ''), case_id(:name, r.student_key, m.matter)), r.stated, r.reader, r.major, r.class_name, 'open', :date, :date, true
  from reported r join kind k on k.code = r.code
 cross join lateral (select coalesce(nullif(r.matter, ''), case_matter(r.code, r.field)) as matter) m
