-- New students whose ID number stands in the list of enrolled students. An enrolled row with the student's own
-- candidate or student number is the student himself.
with met as materialized (
  select s.student, s.name, s.id not in (select id from suspect) as own, e.name as enrolled_name, e.candidate_no, e.student_no,
         e.id, e.file_no, e.sheet, e.row_no,
         array_remove(array[e.entry_state, e.school_status, e.registration_status, e.change_type, e.cancel_type,
                            e.conclusion], null) as states
    from run_file g
    join staged_record e on e.run_id = :run and e.id >= g.file_no::bigint << 36
                        and e.id < (g.file_no + 1)::bigint << 36
    join speaker s on s.id_no = e.id_no
   -- A masked name is nobody's.
   where g.run_id = :run and g.role = 'enrolled' and e.name is not null and s.name is not null
)
select distinct m.student, m.name, m.own, m.enrolled_name, m.states,
       'enrolled:' || f.path || '#' || m.sheet || '!' || m.row_no as place, m.id
  from met m
  join run_file f on f.run_id = :run and f.file_no = m.file_no
 where not exists (select 1
                     from staged_student s
                     join staged_record own on own.run_id = :run and own.id in (s.roster_id, s.platform_id, s.admission_id)
                    where s.run_id = :run and s.student = m.student
                      and (own.candidate_no = m.candidate_no or own.student_no = m.student_no))
 order by m.student, m.id
