-- Numbers that different students carry are no keys.
drop table if exists shared_candidate_no, shared_student_no;
create temporary table shared_candidate_no on commit drop as
select candidate_no as key from messy
 where folded_into is null and candidate_no is not null and id not in (select id from suspect)
 group by candidate_no having min(student) <> max(student);
create temporary table shared_student_no on commit drop as
select student_no as key from messy
 where folded_into is null and student_no is not null and id not in (select id from suspect)
 group by student_no having min(student) <> max(student)
