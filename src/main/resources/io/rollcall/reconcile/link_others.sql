-- Every doubtful row that has a number, with the record that speaks for it.
select m.bit, m.name, v.shape ->> 'name' as written, m.id_no, m.student_no, coalesce(m.folded_into, m.id) as speaker
  from messy m
  join staged_record v on v.run_id = :run and v.id = m.id
 where m.name is not null and (m.student_no is not null or m.id_no is not null)
 order by m.id
