-- Marks of the row rules become findings: one for each code, student and field, with every place.
with marked as (
  select m.code, m.field, m.detail, m.suggestion, r.student_key, r.role, r.file_no, r.record_no, o.rank,
         r.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no as place
    from staged_mark m
    join staged_record r using (campaign_id, run_id, file_no, record_no)
    join run_file f using (campaign_id, run_id, file_no)
    join role_order o on o.role = r.role
   where m.run_id = :run
),
grouped as (
  select code, student_key, field,
         string_agg(place, ';' order by rank, file_no, record_no) as locations,
         string_agg(distinct nullif(detail, ''), '；') as detail,
         string_agg(distinct nullif(suggestion, ''), '；') as suggestion
    from marked
   group by code, student_key, field
),
shown as (
  -- The value of each source: the row that was marked before any other row of the student.
  select distinct on (g.code, g.student_key, g.field, r.role)
         g.code, g.student_key, g.field, r.role, r.raw ->> g.field as value
    from grouped g
    join staged_record r on r.run_id = :run and r.student_key = g.student_key and jsonb_exists(r.raw, g.field)
    left join marked m on m.code = g.code and m.field = g.field
                      and m.file_no = r.file_no and m.record_no = r.record_no
   order by g.code, g.student_key, g.field, r.role, (m.code is null), r.file_no, r.record_no
),
side_by_side as (
  select code, student_key, field,
         max(value) filter (where role = 'roster') as roster_value,
         max(value) filter (where role = 'platform') as platform_value,
         max(value) filter (where role = 'admission') as admission_value
    from shown
   group by code, student_key, field
)
insert into finding (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
                     name, field, roster_value, platform_value, admission_value, locations, detail, suggestion,
                     state, first_seen, last_seen, found)
select :campaign, :run, finding_id(:name, g.code, g.student_key, g.field, ''), g.code, k.severity,
       g.student_key, coalesce(s.college, ''), coalesce(s.student_no, ''), coalesce(s.candidate_no, ''),
       coalesce(s.name, ''), g.field, coalesce(v.roster_value, ''), coalesce(v.platform_value, ''),
       coalesce(v.admission_value, ''), g.locations, coalesce(g.detail, ''), coalesce(g.suggestion, ''),
       'open', :date, :date, true
  from grouped g
  join student s using (student_key)
  join kind k using (code)
  left join side_by_side v using (code, student_key, field)
