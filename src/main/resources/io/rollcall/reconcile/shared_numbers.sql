-- Rows that share a number and are not about one student. A folded row counts too: the number in it was given to somebody.
with number as (
  select key from shared_{key}
  union
  select r.{key} from rec r join folded f using (id) where f.id <> f.kept and r.{key} is not null
),
member as (
  select r.*, s.student
    from number n
    join rec r on r.{key} = n.key
    left join folded f using (id)
    join speaker s on s.id = coalesce(f.kept, r.id)
),
still as (
  select {key} from member group by {key} having min(student) <> max(student)
)
select m.{key} as shared, m.id, m.bit, m.name, m.id_no, m.candidate_no, m.student_no, m.student, 0 as sources
  from member m
  join still on still.{key} = m.{key}
 order by m.{key} collate "C", m.id
