-- Rows of one source that share a key, and whoever else has it.
select m.bit || ' ' || m.{key} as shared, m.id, m.bit, m.name, v.shape ->> 'name' as written, m.id_no, m.candidate_no, m.student_no,
       m.id as student, m.bit as sources
  from messy m
  join (select {key} from messy where {key} is not null group by {key} having sum(bit) <> bit_or(bit)) g
    on g.{key} = m.{key}
  join staged_record v on v.run_id = :run and v.id = m.id
 order by m.bit, m.{key} collate "C", m.id
