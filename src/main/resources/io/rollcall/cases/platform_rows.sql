-- What the platform holds of the students of approved corrections: an upload row finds its record by the platform's own
-- numbers and name. Where tonight's export does not tell, what it said last stands.
update run_case c
   set platform = jsonb_strip_nulls({row})
  from staged_student s
  join staged_record p on p.run_id = :run and p.role = 'platform' and p.id = s.platform_id
 where c.campaign_id = :campaign and c.run_id = :run and c.state in ('registrar-approved', 'sent') and c.approved <> ''
   and s.run_id = :run and s.student_key = c.student_key
