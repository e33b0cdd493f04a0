-- Rows that share a number and are not about one student. A folded row counts too: the number in it was given to somebody.
with row as (
  select m.id, m.bit, m.name, m.id_no, m.candidate_no, m.student_no, coalesce(k.student, m.student) as student
    from messy m left join messy k on k.id = m.folded_into
),
still as (
  select {key} from row where {key} is not null group by {key} having min(student) <> max(student)
)
select r.{key} as shared, r.id, r.bit, r.name, v.shape ->> 'name' as written, r.id_no, r.candidate_no, r.student_no, r.student, 0 as sources
  from row r
  join still on still.{key} = r.{key}
  join staged_record v on v.run_id = :run and v.id = r.id
 order by r.{key} collate "C", r.id
