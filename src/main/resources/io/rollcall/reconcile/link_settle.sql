-- What became of the doubtful records.
delete from speaker s using messy m where s.id = m.id and m.folded_into is not null;
update speaker s
   set student = m.student, link = m.link
  from messy m
 where s.id = m.id and (s.student, s.link) is distinct from (m.student, m.link)
