-- Records that share a key and are not one student yet.
select s.{key} as shared, s.id, s.bit, s.name, s.id_no, s.candidate_no, s.student_no, s.student, m.sources
  from speaker s
  join (select {key} from speaker where {key} is not null group by {key} having min(student) <> max(student)) g
    on g.{key} = s.{key}
  join (select student, bit_or(bit) as sources from speaker group by student) m on m.student = s.student
 order by s.{key} collate "C", s.id
