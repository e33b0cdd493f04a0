-- Rows of one source that share a key.
select r.role || ' ' || r.{key} as shared, r.id, r.bit, r.name, r.id_no, r.candidate_no, r.student_no,
       r.id as student, r.bit as sources
  from rec r
  join (select role, {key} from rec where {key} is not null group by role, {key} having count(*) > 1) g
    on g.role = r.role and g.{key} = r.{key}
 order by r.role, r.{key} collate "C", r.id
