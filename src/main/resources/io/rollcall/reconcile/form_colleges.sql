-- How many students of each college the forms are about, known to a source or not.
insert into run_college (campaign_id, run_id, college, role, students)
select :campaign, :run, f.college, f.role, count(distinct f.who)
  from (select s.role, coalesce(case when t.student is not null then t.college else s.college end, '') as college,
               coalesce(t.student::text, s.candidate_no, s.student_no, s.spare_key) as who
          from submitted s left join staged_student t on t.run_id = :run and t.student = s.student) f
 group by f.college, f.role
