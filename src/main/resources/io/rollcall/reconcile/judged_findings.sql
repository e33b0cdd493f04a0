-- Findings of what the rules say: with the student's columns, the values side by side and every place.
analyze judged;
insert into finding (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
                     name, field, roster_value, platform_value, admission_value, locations, detail, private_detail,
                     suggestion, cause, route, odd, group_ref, major, class_name, state, first_seen, last_seen, found)
with shown as (
  select j.code, j.student, j.field, j.partner,
         string_agg(l.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no, ';'
                    order by o.rank, l.file_no, l.record_no) as places,
         string_agg(distinct r.raw ->> j.field, ' / ') filter (where l.role = 'roster') as roster_value,
         string_agg(distinct r.raw ->> j.field, ' / ') filter (where l.role = 'platform') as platform_value,
         string_agg(distinct r.raw ->> j.field, ' / ') filter (where l.role = 'admission') as admission_value
    from judged j
    join staged_link l on l.run_id = :run and l.student = j.student and l.role = any (j.roles)
                      and (l.kept or j.every_row)
    join staged_record r using (campaign_id, run_id, file_no, record_no)
    join run_file f using (campaign_id, run_id, file_no)
    join role_order o on o.role = l.role
   group by j.code, j.student, j.field, j.partner
)
select :campaign, :run, finding_id(:name, j.code, s.student_key, j.field, j.partner), j.code,
       coalesce(j.severity, k.severity), s.student_key, coalesce(s.college, ''), coalesce(s.student_no, ''),
       coalesce(s.candidate_no, ''), coalesce(s.name, ''), j.field, coalesce(v.roster_value, ''),
       coalesce(v.platform_value, ''), coalesce(v.admission_value, ''),
       concat_ws(';', v.places, nullif(j.places, '')), j.detail, j.private_detail, j.suggestion, j.cause, j.route,
       j.odd, j.group_ref, coalesce(s.major_name, ''), coalesce(s.class_no, ''), 'open', :date, :date, true
  from judged j
  join staged_student s on s.run_id = :run and s.student = j.student
  join kind k on k.code = j.code
  left join shown v on (v.code, v.student, v.field, v.partner) = (j.code, j.student, j.field, j.partner)
