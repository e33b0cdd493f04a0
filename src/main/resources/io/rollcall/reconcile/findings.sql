-- The findings of the night, each written once: it shows its case's state, and since when it is known itself.
insert into finding (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no, name,
                     field, roster_value, platform_value, admission_value, claimed_value, locations, detail, private_detail,
                     suggestion, cause, route, odd, group_ref, matter, case_id, stated, reader, veiled, major, class_name,
                     state, first_seen, last_seen, found)
select f.campaign_id, f.run_id, f.finding_id, f.code, f.severity, f.student_key, f.college, f.student_no, f.candidate_no,
       f.name, f.field, f.roster_value, f.platform_value, f.admission_value, f.claimed_value, f.locations, f.detail,
       f.private_detail, f.suggestion, f.cause, f.route, f.odd, f.group_ref, f.matter, f.case_id, f.stated, f.reader,
       f.veiled, f.major, f.class_name,
       coalesce(c.state, f.state),
       case when f.code like 'REVIEW!_%' escape '!' then f.first_seen else coalesce((c.seen ->> f.finding_id)::date, f.first_seen) end,
       f.last_seen, f.found
  from noted f
  left join run_case c on c.campaign_id = :campaign and c.run_id = :run and c.case_id = f.case_id
 -- In the order of an index it grows at its end.
 order by f.student_key;
-- From here on findings are joined with themselves, for the reports.
analyze finding
