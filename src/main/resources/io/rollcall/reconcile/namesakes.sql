-- How many students have the name of one who is to be linked by similarity.
select name, count(distinct student) as students
  from speaker
 where name in (select name from leftover
                 where :portions = 1 or ('x' || left(md5(name), 7))::bit(28)::integer % :portions = :portion)
 group by name having count(distinct student) > 1
