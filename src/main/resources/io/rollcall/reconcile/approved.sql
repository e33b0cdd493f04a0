-- What the registrar approved and what the sources say of it.
select f.finding_id, f.code, f.student_key, f.field, f.college, f.student_no, f.name, f.correction, f.state, s.student,
       l.role, case f.field when 'id_no' then r.id_text else coalesce(to_jsonb(r) ->> f.field, r.extra ->> f.field) end as value
  from finding f
  join staged_student s on s.run_id = :run and s.student_key = f.student_key
 cross join lateral (values ('roster', s.roster_id), ('platform', s.platform_id),
                              ('admission', s.admission_id)) as l(role, id)
  join staged_record r on r.run_id = :run and r.id = l.id
 where f.run_id = :run and f.state = 'registrar-approved' and f.field <> '' and f.found
 order by f.finding_id, l.role
