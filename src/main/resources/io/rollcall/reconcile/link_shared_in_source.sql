-- Rows of one source that share a key, and whoever else has it.
select r.bit || ' ' || r.{key} as shared, r.id, r.bit, r.name, r.id_no, r.candidate_no, r.student_no,
       r.id as student, r.bit as sources
  from rec r
  join (select {key} from rec where {key} is not null group by {key} having sum(bit) <> bit_or(bit)) g
    on g.{key} = r.{key}
 order by r.bit, r.{key} collate "C", r.id
