-- Students of whom records bear different candidate numbers, with who else bears them: all of them where two numbers were
-- exchanged.
with bearer as (
  select distinct m.student, m.candidate_no as number
    from messy m
    join shared_candidate_no on key = m.candidate_no
   where m.folded_into is null and m.id not in (select id from suspect)
),
several as (
  select k.student from speaker k join bearer b using (student)
   where k.candidate_no is not null group by k.student having min(k.candidate_no) <> max(k.candidate_no)
)
select b.student, o.student as other, count(*) > 1 as exchanged
  from bearer b
  join several using (student)
  join bearer o on o.number = b.number and o.student <> b.student
 group by b.student, o.student
 order by b.student, o.student
