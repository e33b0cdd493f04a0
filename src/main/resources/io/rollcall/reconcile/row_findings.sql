-- Marks of the row rules become findings: one for each code, student and field, with every place. The groups are a table
-- of their own, so that the planner knows how many they are. Students who return to a kept place rightly carry the number
-- of an earlier year, whichever source says that they return; nothing but the year is suspect in a number of 14 digits.
create temporary table marked on commit drop as
select m.code, m.field, l.student,
       string_agg(l.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no, ';' order by m.id) as locations,
       -- Of rows that are probably another student's only if there are no others.
       coalesce(string_agg(distinct nullif(m.detail, ''), '；') filter (where u.id is null),
                case when bool_and(u.id is not null) then string_agg(distinct nullif(m.detail, ''), '；') end) as detail,
       coalesce(string_agg(distinct nullif(m.suggestion, ''), '；') filter (where u.id is null),
                case when bool_and(u.id is not null) then string_agg(distinct nullif(m.suggestion, ''), '；') end) as suggestion,
       (array_agg({marked} order by m.id) filter (where l.role = 'roster'))[1] as roster_value,
       bool_or(l.role = 'roster') as in_roster,
       (array_agg({marked} order by m.id) filter (where l.role = 'platform'))[1] as platform_value,
       bool_or(l.role = 'platform') as in_platform,
       (array_agg({marked} order by m.id) filter (where l.role = 'admission'))[1] as admission_value,
       bool_or(l.role = 'admission') as in_admission
  from (select * from staged_mark where run_id = :run) m
  join (select * from staged_link where run_id = :run) l on l.id = m.id
  join (select * from staged_record where run_id = :run) r on r.id = m.id
  join (select * from run_file where run_id = :run) f on f.file_no = m.file_no
  join (select student, status from staged_student where run_id = :run) s on s.student = l.student
  left join suspect u on u.id = m.id
 where not (m.code = 'CANDIDATE_NO_SUSPECT' and s.status = 'returned' and coalesce(r.candidate_no ~ '^[0-9]{14}$', false))
 group by m.code, m.field, l.student;
analyze marked;
insert into noted (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
                     name, field, roster_value, platform_value, admission_value, locations, detail, suggestion,
                     matter, case_id, major, class_name, state, first_seen, last_seen, found)
select :campaign, :run, finding_id(:name, g.code, s.student_key, g.field, ''), g.code, k.severity,
       s.student_key, coalesce(s.college, ''), coalesce(s.student_no, ''), coalesce(s.candidate_no, ''),
       coalesce(s.name, ''), g.field,
       -- Of a source in which nothing was marked the value of the row that speaks for it is shown beside.
       coalesce(case when g.in_roster then g.roster_value else {roster} end, ''),
       coalesce(case when g.in_platform then g.platform_value else {platform} end, ''),
       coalesce(case when g.in_admission then g.admission_value else {admission} end, ''), g.locations, coalesce(g.detail, ''),
       coalesce(g.suggestion, ''), case_matter(g.code, g.field), case_id(:name, s.student_key, case_matter(g.code, g.field)),
       coalesce(s.major_name, ''), coalesce(s.class_no, ''), 'open', :date, :date, true
  from marked g
  join (select * from staged_student where run_id = :run) s on s.student = g.student
  join kind k on k.code = g.code
  left join staged_record r on r.run_id = :run and r.role = 'roster' and r.id = s.roster_id
  left join staged_record p on p.run_id = :run and p.role = 'platform' and p.id = s.platform_id
  left join staged_record a on a.run_id = :run and a.role = 'admission' and a.id = s.admission_id
