-- How many students have the name of one who is to be linked by similarity.
select name, count(distinct student) as students
  from speaker
 where name in (select k.name from staged_student s join speaker k using (student)
                 where s.run_id = :run and s.status in ('ordinary', 'returned')
                   and s.sources <> (select bit_or(u.bit) from role_order u join usable using (role)))
 group by name having count(distinct student) > 1
