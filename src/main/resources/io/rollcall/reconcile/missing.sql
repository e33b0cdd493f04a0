-- Students of one source whom another usable source does not hold. Who gave up, keeps the place or left is judged by
-- that. What a probable link alone causes waits until a person has decided.
with lacking as (
  select s.student, o.role
    from staged_student s
    join role_order o on o.role in (select role from usable) and s.sources & o.bit = 0
    left join probable p on p.student = s.student
    left join staged_student other on other.run_id = :run and other.student = p.other
   where s.run_id = :run and s.status in ('ordinary', 'returned') and coalesce(other.sources & o.bit, 0) = 0
     -- Of nearly everybody this tells at once that he lacks nothing.
     and s.sources <> (select bit_or(bit) from role_order join usable using (role))
)
select l.student, l.role, (array_agg(s.name order by s.id))[1] as name,
       (array_agg(s.candidate_no order by s.id) filter (where s.candidate_no is not null))[1] as candidate_no,
       (array_agg(s.student_no order by s.id) filter (where s.student_no is not null))[1] as student_no,
       (array_agg(s.id_no order by s.id) filter (where s.id_no is not null))[1] as id_no,
       string_agg(o.role, ',' order by s.id) as holders
  from lacking l
  join speaker s using (student)
  join role_order o using (bit)
 group by l.student, l.role
 order by l.student, l.role
