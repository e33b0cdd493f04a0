-- Students whom a person declared to be one, as the linker takes them.
select s.student_key || ' ' || o.student_key as shared, p.id, p.bit, p.name, p.id_no, p.candidate_no, p.student_no,
       p.student, case p.student when s.student then s.sources else o.sources end as sources
  from link_decision d
  join staged_student s on s.run_id = :run and s.student_key = d.left_key
  join staged_student o on o.run_id = :run and o.student_key = d.right_key
  join speaker p on p.student in (s.student, o.student)
 where d.campaign_id = :campaign and d.confirmed
 order by s.student_key collate "C", o.student_key collate "C", p.id
