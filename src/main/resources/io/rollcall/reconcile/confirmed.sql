-- Students whom a person declared to be one, as the linker takes them; from now on they are doubtful like the others.
create temporary table declared on commit drop as
select s.student_key || ' ' || o.student_key as pair, s.student_key, o.student_key as other_key, s.student, o.student as other
  from run_link_decision d
  join staged_student s on s.run_id = :run and s.student_key = d.left_key
  join staged_student o on o.run_id = :run and o.student_key = d.right_key
 where d.confirmed and d.run_id = (select run_id from effective_run
                                    where campaign_id = :campaign and business_date < :date order by business_date desc limit 1);
insert into messy
select s.*, null from speaker s
 where s.student in (select student from declared union select other from declared) and s.id not in (select id from messy)
