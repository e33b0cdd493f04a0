-- The records of students whose number is another student's too, as far as a key of ID number and name was not made of them.
select r.id, r.id_no, r.name
  from messy m
  join staged_record r on r.run_id = :run and r.id = m.id
 where r.spare_key is null
   and m.student in (select student from messy
                      where candidate_no in (select key from shared_candidate_no)
                         or student_no in (select key from shared_student_no))
