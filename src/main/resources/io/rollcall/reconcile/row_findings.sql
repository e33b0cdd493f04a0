-- Marks of the row rules become findings: one for each code, student and field, with every place.
insert into finding (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
                     name, field, roster_value, platform_value, admission_value, locations, detail, suggestion,
                     major, class_name, state, first_seen, last_seen, found)
with marked as (
  select m.code, m.field, m.detail, m.suggestion, l.student, l.role, m.file_no, m.record_no, o.rank,
         l.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no as place, r.raw ->> m.field as value
    from staged_mark m
    join staged_link l using (campaign_id, run_id, file_no, record_no)
    join staged_record r using (campaign_id, run_id, file_no, record_no)
    join run_file f using (campaign_id, run_id, file_no)
    join role_order o on o.role = l.role
   where m.run_id = :run
),
grouped as (
  select code, student, field,
         string_agg(place, ';' order by rank, file_no, record_no) as locations,
         string_agg(distinct nullif(detail, ''), '；') as detail,
         string_agg(distinct nullif(suggestion, ''), '；') as suggestion,
         (array_agg(value order by file_no, record_no) filter (where role = 'roster'))[1] as roster_value,
         (array_agg(value order by file_no, record_no) filter (where role = 'platform'))[1] as platform_value,
         (array_agg(value order by file_no, record_no) filter (where role = 'admission'))[1] as admission_value
    from marked
   group by code, student, field
),
beside as (
  -- What the sources say in which nothing was marked.
  select g.code, g.student, g.field, l.role, r.raw ->> g.field as value
    from grouped g
    join staged_link l on l.run_id = :run and l.student = g.student and l.kept
    join staged_record r using (campaign_id, run_id, file_no, record_no)
)
select :campaign, :run, finding_id(:name, g.code, s.student_key, g.field, ''), g.code, k.severity,
       s.student_key, coalesce(s.college, ''), coalesce(s.student_no, ''), coalesce(s.candidate_no, ''),
       coalesce(s.name, ''), g.field, coalesce(g.roster_value, br.value, ''), coalesce(g.platform_value, bp.value, ''),
       coalesce(g.admission_value, ba.value, ''), g.locations, coalesce(g.detail, ''), coalesce(g.suggestion, ''),
       coalesce(s.major_name, ''), coalesce(s.class_no, ''), 'open', :date, :date, true
  from grouped g
  join staged_student s on s.run_id = :run and s.student = g.student
  join kind k using (code)
  left join beside br on (br.code, br.student, br.field, br.role) = (g.code, g.student, g.field, 'roster')
  left join beside bp on (bp.code, bp.student, bp.field, bp.role) = (g.code, g.student, g.field, 'platform')
  left join beside ba on (ba.code, ba.student, ba.field, ba.role) = (g.code, g.student, g.field, 'admission')
