-- Records of different students with the same name and birth date but not the same ID number.
select s.name || ' ' || s.birth_date as shared, s.id, s.bit, s.name, null as written, s.id_no, r.sex as candidate_no,
       null as student_no, s.student, 0 as sources
  from speaker s
  join (select name, birth_date from speaker
         where name is not null and length(birth_date) = 8 and id_no is not null
         group by name, birth_date having min(student) <> max(student) and min(id_no) <> max(id_no)) g
    on g.name = s.name and g.birth_date = s.birth_date
  join staged_record r on r.run_id = :run and r.id = s.id
 where s.id_no is not null
 order by s.name collate "C", s.birth_date, s.id
