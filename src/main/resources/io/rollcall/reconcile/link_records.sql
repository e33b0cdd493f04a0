-- What linking needs of every record of the compared sources, numbered in the order of the sources, files and rows.
create temporary table rec on commit drop as
select row_number() over (order by o.rank, r.file_no, r.record_no) as id, o.bit, r.role, r.file_no, r.record_no,
       r.name, r.sex, r.birth_date, r.id_no, r.id_sound, r.candidate_no, r.student_no, r.filled{keys}
  from staged_record r
  join role_order o using (role)
 where r.run_id = :run and o.compared
