-- Findings of what the rules say: with the student's columns, the values side by side and every place. Where folded rows
-- count, all rows of the sources are gathered; elsewhere those that speak for them are at hand.
analyze judged;
create temporary table gathered on commit drop as
with told as (
  select j.code, j.student, j.field, j.partner, l.role, l.id, l.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no as place,
         r.raw ->> j.field as value,
         row_number() over (partition by j.code, j.student, j.field, j.partner, l.role, r.raw ->> j.field order by l.id) as turn
    from (select distinct code, student, field, partner, roles from judged where every_row) j
   cross join lateral (select role, id from staged_link
                        where run_id = :run and student = j.student and role = any (j.roles) offset 0) l
    join staged_record r on r.run_id = :run and r.id = l.id
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
insert into finding (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
                     name, field, roster_value, platform_value, admission_value, locations, detail, private_detail,
                     suggestion, cause, route, odd, group_ref, major, class_name, state, first_seen, last_seen, found)
select :campaign, :run, finding_id(:name, j.code, s.student_key, j.field, j.partner), j.code,
       coalesce(j.severity, k.severity), s.student_key, coalesce(s.college, ''), coalesce(s.student_no, ''),
       coalesce(s.candidate_no, ''), coalesce(s.name, ''), j.field,
       coalesce(case when j.every_row then g.roster_value else rt.raw ->> j.field end, ''),
       coalesce(case when j.every_row then g.platform_value else pt.raw ->> j.field end, ''),
       coalesce(case when j.every_row then g.admission_value else at.raw ->> j.field end, ''),
       concat_ws(';', g.places, 'roster:' || rf.path || '#' || r.sheet || '!' || r.row_no,
                 'platform:' || pf.path || '#' || p.sheet || '!' || p.row_no,
                 'admission:' || af.path || '#' || a.sheet || '!' || a.row_no, nullif(j.places, '')),
       j.detail, j.private_detail, j.suggestion, j.cause, j.route, j.odd, j.group_ref, coalesce(s.major_name, ''),
       coalesce(s.class_no, ''), 'open', :date, :date, true
  from judged j
  join staged_student s on s.run_id = :run and s.student = j.student
  join kind k on k.code = j.code
  -- What is not wanted has no number to look for.
  left join gathered g on j.every_row and (g.code, g.student, g.field, g.partner) = (j.code, j.student, j.field, j.partner)
  left join staged_value r on r.run_id = :run and r.id = case when not j.every_row and 'roster' = any (j.roles) then s.roster_id end
  left join staged_text rt on rt.run_id = :run and rt.id = case when j.field <> '' then r.id end
  left join staged_value p on p.run_id = :run and p.id = case when not j.every_row and 'platform' = any (j.roles) then s.platform_id end
  left join staged_text pt on pt.run_id = :run and pt.id = case when j.field <> '' then p.id end
  left join staged_value a on a.run_id = :run and a.id = case when not j.every_row and 'admission' = any (j.roles) then s.admission_id end
  left join staged_text at on at.run_id = :run and at.id = case when j.field <> '' then a.id end
  left join run_file rf on rf.run_id = :run and rf.file_no = r.file_no
  left join run_file pf on pf.run_id = :run and pf.file_no = p.file_no
  left join run_file af on af.run_id = :run and af.file_no = a.file_no
