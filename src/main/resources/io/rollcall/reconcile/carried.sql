-- Open cases that this run could not judge: a source they stand in is absent, or the student's row or the file
-- may be among what was refused, or behind the place where a file was cut. They are carried on with their older last_seen.
with previous as (
  select f.*
    from finding f
   where f.run_id = (select run_id from effective_run
                      where campaign_id = :campaign and business_date < :date
                      order by business_date desc limit 1)
     -- What became of an answer is told by the run that read it.
     and f.code not like 'REVIEW!_%' escape '!'
),
gone as (
  select p.* from previous p
   where not exists (select 1 from finding n where n.run_id = :run and n.finding_id = p.finding_id)
),
place as (
  select distinct g.finding_id, g.student_key, split_part(l.place, ':', 1) as role, false as lacking
    from gone g, unnest(string_to_array(g.locations, ';')) as l(place)
   where split_part(l.place, ':', 1) in (select role from role_order)
  union all
  -- Who is missing in a source cannot be told without that source.
  select finding_id, student_key, lower(substr(code, length('MISSING_IN_') + 1)), true
    from gone where code like 'MISSING!_IN!_%' escape '!'
),
role_state as (
  select o.role,
         coalesce(sum(f.rows_loaded), 0) = 0 as absent,
         coalesce(bool_or(f.status = 'refused' or f.rows_rejected > 0
                          or exists (select 1 from run_notice n
                                      where n.run_id = f.run_id and n.file_no = f.file_no and n.kind = 'FILE_CUT')),
                  false) as something_refused
    from role_order o left join run_file f on f.run_id = :run and f.role = o.role
   group by o.role
),
unjudged as (
  select distinct p.finding_id
    from place p join role_state s using (role)
   where s.absent
      or (s.something_refused and not p.lacking and p.student_key not like 'F:%'
          and not exists (select 1 from staged_student s
                           where s.run_id = :run and s.student_key = p.student_key
                             and case p.role when 'roster' then s.roster_id when 'platform' then s.platform_id
                                             when 'admission' then s.admission_id end is not null))
      or exists (select 1 from run_file f
                  where f.run_id = :run and f.status = 'refused' and p.student_key = 'F:' || f.role || ':' || f.path)
)
insert into finding
       (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no, name, field,
        roster_value, platform_value, admission_value, claimed_value, locations, detail, private_detail, suggestion, cause, route,
        odd, group_ref, major, class_name, state, first_seen, last_seen, found)
select campaign_id, :run, finding_id, code, severity, student_key, college, student_no, candidate_no, name, field,
       roster_value, platform_value, admission_value, claimed_value, locations, detail, private_detail, suggestion,
       cause, route, odd, group_ref, major, class_name, state, first_seen, last_seen, false
  from gone
 where finding_id in (select finding_id from unjudged)
