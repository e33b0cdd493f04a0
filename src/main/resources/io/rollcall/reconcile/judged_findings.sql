-- Findings of what the rules say: with the student's columns, the values side by side and every place. What shows values
-- or folded rows is gathered row by row, one student after the other; for the rest the student knows the places.
analyze judged;
create temporary table gathered on commit drop as
with told as (
  select j.code, j.student, j.field, j.partner, l.role, l.id, l.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no as place,
         r.value, row_number() over (partition by j.code, j.student, j.field, j.partner, l.role, r.value order by l.id) as turn
    from (select distinct code, student, field, partner, roles, every_row from judged where every_row or field <> '') j
   cross join lateral (select role, id from staged_link
                        where run_id = :run and student = j.student and role = any (j.roles) and (kept or j.every_row)
                       offset 0) l
   cross join lateral (select r.file_no, r.sheet, r.row_no, {cell} as value from staged_record r
                        where r.run_id = :run and r.id = l.id
                       offset 0) r
    join run_file f on f.run_id = :run and f.file_no = r.file_no
)
select code, student, field, partner, string_agg(place, ';' order by id) as places,
       -- Different values in the order of their places.
       string_agg(value, ' / ' order by id) filter (where role = 'roster' and turn = 1) as roster_value,
       string_agg(value, ' / ' order by id) filter (where role = 'platform' and turn = 1) as platform_value,
       string_agg(value, ' / ' order by id) filter (where role = 'admission' and turn = 1) as admission_value
  from told
 group by code, student, field, partner;
analyze gathered;
insert into noted (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
                     name, field, roster_value, platform_value, admission_value, locations, detail, private_detail,
                     suggestion, cause, route, odd, group_ref, matter, case_id, reader, major, class_name, state, first_seen, last_seen, found)
select :campaign, :run, finding_id(:name, j.code, s.student_key, j.field, j.partner), j.code,
       coalesce(j.severity, k.severity), s.student_key, coalesce(s.college, ''), coalesce(s.student_no, ''),
       coalesce(s.candidate_no, ''), coalesce(s.name, ''), j.field, coalesce(g.roster_value, ''),
       coalesce(g.platform_value, ''), coalesce(g.admission_value, ''),
       concat_ws(';', case when j.every_row or j.field <> '' then g.places
                           else nullif(concat_ws(';', case when 'roster' = any (j.roles) then 'roster:' || r.path || '#' || s.roster_place end,
                                          case when 'platform' = any (j.roles) then 'platform:' || p.path || '#' || s.platform_place end,
                                          case when 'admission' = any (j.roles) then 'admission:' || a.path || '#' || s.admission_place end), '')
                      end, nullif(j.places, '')),
       j.detail, j.private_detail, j.suggestion, j.cause, j.route, j.odd, j.group_ref, case_matter(j.code, j.field),
       case_id(:name, s.student_key, case_matter(j.code, j.field)), j.reader, coalesce(s.major_name, ''),
       coalesce(s.class_no, ''), 'open', :date, :date, true
  from judged j
  join staged_student s on s.run_id = :run and s.student = j.student
  join kind k on k.code = j.code
  left join gathered g on (g.code, g.student, g.field, g.partner) = (j.code, j.student, j.field, j.partner)
  left join run_file r on r.run_id = :run and r.file_no = s.roster_id >> 36
  left join run_file p on p.run_id = :run and p.file_no = s.platform_id >> 36
  left join run_file a on a.run_id = :run and a.file_no = s.admission_id >> 36
