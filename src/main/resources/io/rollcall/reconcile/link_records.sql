-- What is needed of every record of the compared sources to link it. Numbers of records follow the order of the sources,
-- files and rows.
create temporary table rec on commit drop as
select r.id, o.bit, r.name, r.birth_date, r.id_no, r.candidate_no, r.student_no{keys}
  from staged_record r
  join role_order o using (role)
 where r.run_id = :run and o.compared
