-- The records of students whom a person declared to be one.
select d.pair as shared, m.id, m.bit, m.name, null as written, m.id_no, m.candidate_no, m.student_no, m.student, w.sources
  from declared d
  join messy m on m.student in (d.student, d.other) and m.folded_into is null
  join (select student, bit_or(bit) as sources from messy where folded_into is null group by student) w on w.student = m.student
 order by d.student_key collate "C", d.other_key collate "C", m.id
