-- What the sources say of the fields that are claimed.
select c.claim_no, l.role,
       {value} as value,
       c.field = any (r.unusable) as unusable, {cell} as shown, r.id_type,
       l.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no as place
  from claim c
  join staged_student s on s.run_id = :run and s.student = c.student
 cross join lateral (values ('roster', s.roster_id), ('platform', s.platform_id),
                              ('admission', s.admission_id)) as l(role, id)
  join role_order o on o.role = l.role and o.compared
  join staged_record r on r.run_id = :run and r.id = l.id
  join run_file f on f.run_id = :run and f.file_no = r.file_no
 where c.field = '' or c.field = any (f.columns)
 order by c.claim_no, o.rank
