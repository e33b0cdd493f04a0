-- How the members of a group are told to the registrar; their places stand in their own rows.
select student, concat_ws(' ', name, coalesce(student_no, candidate_no), coalesce(college, :unassigned)) as told,
       coalesce(college, '') as college, student_key
  from staged_student
 where run_id = :run and student in (:students)
