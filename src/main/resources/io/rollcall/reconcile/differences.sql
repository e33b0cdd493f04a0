-- Fields in which two sources of a student do not say the same in the same way. Only sources whose file has the column
-- are compared: the others are silent, not empty. The few records in question are looked up one by one: a join of all of
-- them would hold every record with all that it says.
select s.student, v.field,
       v.roster_has, v.roster_value, v.roster_shape, v.roster_value is null and v.field = any (r.unusable) as roster_unusable,
       r.id_type as roster_type,
       v.platform_has, v.platform_value, v.platform_shape, v.platform_value is null and v.field = any (p.unusable) as platform_unusable,
       p.id_type as platform_type,
       v.admission_has, v.admission_value, v.admission_shape, v.admission_value is null and v.field = any (a.unusable) as admission_unusable,
       a.id_type as admission_type,
       r.change_type, r.document_no, case when r.approval_date is not null then coalesce(r.raw ->> 'approval_date', r.approval_date) end as approval_date,
       coalesce(r.level, p.level, a.level) as level,
       s.roster_id, r.name as roster_name, r.shape ->> 'name' as roster_written, r.id_no as roster_id_no, r.candidate_no as roster_candidate_no,
       r.student_no as roster_student_no,
       s.platform_id, p.name as platform_name, p.shape ->> 'name' as platform_written, p.id_no as platform_id_no, p.candidate_no as platform_candidate_no,
       p.student_no as platform_student_no,
       s.admission_id, a.name as admission_name, a.shape ->> 'name' as admission_written, a.id_no as admission_id_no, a.candidate_no as admission_candidate_no,
       a.student_no as admission_student_no,
       'confirmed' in (s.roster_link, s.platform_link, s.admission_link) as confirmed
  from staged_student s
  left join lateral (select d.*, f.columns from staged_record d join run_file f using (run_id, file_no)
                      where d.run_id = :run and d.id = s.roster_id offset 0) r on true
  left join lateral (select d.*, f.columns from staged_record d join run_file f using (run_id, file_no)
                      where d.run_id = :run and d.id = s.platform_id offset 0) p on true
  left join lateral (select d.*, f.columns from staged_record d join run_file f using (run_id, file_no)
                      where d.run_id = :run and d.id = s.admission_id offset 0) a on true
 cross join lateral (values
       {values}
       ) as v(field, roster_has, roster_value, roster_shape, platform_has, platform_value, platform_shape,
              admission_has, admission_value, admission_shape)
 where s.run_id = :run and s.status in ('ordinary', 'returned') and s.differs
   and (v.roster_has and v.platform_has and (v.roster_value is distinct from v.platform_value
                                             or v.roster_shape is distinct from v.platform_shape)
     or v.roster_has and v.admission_has and (v.roster_value is distinct from v.admission_value
                                              or v.roster_shape is distinct from v.admission_shape)
     or v.platform_has and v.admission_has and (v.platform_value is distinct from v.admission_value
                                                or v.platform_shape is distinct from v.admission_shape))
 order by s.student
