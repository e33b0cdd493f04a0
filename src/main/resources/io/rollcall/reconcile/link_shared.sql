-- Records that share a key and are not one student yet.
with speaking as (
  select * from messy where folded_into is null
),
still as (
  select {key} from speaking where {key} is not null group by {key} having min(student) <> max(student)
),
whole as (
  select student, bit_or(bit) as sources from speaking group by student
)
select m.{key} as shared, m.id, m.bit, m.name, v.shape ->> 'name' as written, m.id_no, m.candidate_no, m.student_no, m.student, w.sources
  from speaking m
  join still on still.{key} = m.{key}
  join whole w on w.student = m.student
  join staged_record v on v.run_id = :run and v.id = m.id
 order by m.{key} collate "C", m.id
