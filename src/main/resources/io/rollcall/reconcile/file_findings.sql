-- Marks of whole files become findings without a student; role and file take the student's place.
insert into noted (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
                     name, field, roster_value, platform_value, admission_value, locations, detail, suggestion,
                     matter, case_id, state, first_seen, last_seen, found)
select :campaign, :run,
       finding_id(:name, m.code, 'F:' || f.role || ':' || f.path, m.field, ''), m.code, k.severity,
       'F:' || f.role || ':' || f.path, '', '', '', '', m.field, '', '', '', m.locations, m.detail, m.suggestion,
       case_matter(m.code, m.field), case_id(:name, 'F:' || f.role || ':' || f.path, case_matter(m.code, m.field)), 'open', :date, :date, true
  from staged_file_mark m
  join run_file f using (campaign_id, run_id, file_no)
  join kind k using (code)
 where m.run_id = :run
