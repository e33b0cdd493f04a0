-- Records that share a key and are not one student yet.
with member as (
  select s.* from speaker s join shared_{key} g on g.key = s.{key}
),
still as (
  select {key} from member group by {key} having min(student) <> max(student)
),
whole as (
  select student, bit_or(bit) as sources from speaker where student in (select student from member) group by student
)
select m.{key} as shared, m.id, m.bit, m.name, m.id_no, m.candidate_no, m.student_no, m.student, w.sources
  from member m
  join still on still.{key} = m.{key}
  join whole w on w.student = m.student
 order by m.{key} collate "C", m.id
