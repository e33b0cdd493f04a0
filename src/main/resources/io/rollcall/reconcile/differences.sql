-- Fields in which two sources of a student do not say the same in the same way. Only sources whose file has the column
-- are compared: the others are silent, not empty.
with side as not materialized (
  select l.student, f.columns, r.*
    from staged_link l
    join staged_record r on r.run_id = l.run_id and r.file_no = l.file_no and r.record_no = l.record_no
    join run_file f on f.run_id = l.run_id and f.file_no = l.file_no
   where l.run_id = :run and l.kept
)
select s.student, v.field,
       v.roster_has, v.roster_value, v.roster_shape, v.field = any (r.unusable) as roster_unusable,
       r.id_type as roster_type,
       v.platform_has, v.platform_value, v.platform_shape, v.field = any (p.unusable) as platform_unusable,
       p.id_type as platform_type,
       v.admission_has, v.admission_value, v.admission_shape, v.field = any (a.unusable) as admission_unusable,
       a.id_type as admission_type,
       coalesce(r.change_type, p.change_type) as change_type,
       coalesce(r.document_no, p.document_no) as document_no,
       coalesce(r.raw ->> 'approval_date', p.raw ->> 'approval_date') as approval_date,
       coalesce(r.level, p.level, a.level) as level,
       coalesce(r.candidate_no = p.candidate_no or r.candidate_no = a.candidate_no
                or p.candidate_no = a.candidate_no, false) as candidate_agrees
  from staged_student s
  left join (select * from side where role = 'roster') r using (student)
  left join (select * from side where role = 'platform') p using (student)
  left join (select * from side where role = 'admission') a using (student)
 cross join lateral (values
       {values}
       ) as v(field, roster_has, roster_value, roster_shape, platform_has, platform_value, platform_shape,
              admission_has, admission_value, admission_shape)
 where s.run_id = :run and s.status in ('ordinary', 'returned')
   -- Most students are the same everywhere: they are left out before their fields are unfolded.
   and ({differing})
   and (v.roster_has and v.platform_has and (v.roster_value is distinct from v.platform_value
                                             or v.roster_shape is distinct from v.platform_shape)
     or v.roster_has and v.admission_has and (v.roster_value is distinct from v.admission_value
                                              or v.roster_shape is distinct from v.admission_shape)
     or v.platform_has and v.admission_has and (v.platform_value is distinct from v.admission_value
                                                or v.platform_shape is distinct from v.admission_shape))
 order by s.student
