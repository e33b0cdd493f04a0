-- Rows of one source with one student number, two sound ID numbers, and two candidate numbers or birth dates: two people,
-- even if they have one name. Year and month are compared to that precision.
select a.id, b.id as other, a.name, x.shape ->> 'name' as written, b.name as other_name, y.shape ->> 'name' as other_written
  from messy a
  join messy b on b.bit = a.bit and b.student_no = a.student_no and b.id > a.id and b.id_no <> a.id_no
  join staged_record x on x.run_id = :run and x.id = a.id and x.id_sound
  join staged_record y on y.run_id = :run and y.id = b.id and y.id_sound
 where a.candidate_no <> b.candidate_no
    or left(a.birth_date, length(b.birth_date)) <> left(b.birth_date, length(a.birth_date))
 order by a.id, b.id
