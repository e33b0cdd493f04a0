-- Records whose name is a Latin word for nothing, such as Null. It is a name if another source gives it for the same
-- number; whom no source confirms has none.
create temporary table doubtful_name on commit drop as
select v.id, v.role, v.name, v.candidate_no, v.student_no, v.id_no, m.detail, m.suggestion as raw
  from staged_mark m
  join staged_record v on v.run_id = m.run_id and v.id = m.id
 where m.run_id = :run and m.code = :doubtful;
create temporary table nameless on commit drop as
select * from doubtful_name
 where id not in (
   select d.id from doubtful_name d
     join staged_record o on o.run_id = :run and o.role <> d.role and o.name = d.name and o.candidate_no = d.candidate_no
   union
   select d.id from doubtful_name d
     join staged_record o on o.run_id = :run and o.role <> d.role and o.name = d.name and o.student_no = d.student_no
   union
   select d.id from doubtful_name d
     join staged_record o on o.run_id = :run and o.role <> d.role and o.name = d.name and o.id_no = d.id_no)
