-- The rows of returned workbooks in the order in which they count: what came first first. A file that was there on an
-- earlier night is older than one that was not, then the workbook's own run, then
-- the college before the registrar, then the date of the answer.
with since as (
  select f.sha256, min(r.business_date) as day
    from run_file f join effective_run r using (campaign_id, run_id)
   where f.campaign_id = :campaign and f.role = 'reviews' and r.business_date < :date
   group by f.sha256
)
select v.*, f.sha256, f.path, 'reviews:' || f.path || case when v.row_no > 0 then '#' || v.sheet || '!' || v.row_no else '' end as place,
       m.finding_id is not null as known,
       (m.roster_value, m.platform_value, m.admission_value, m.claimed_value, m.id_ref)
         is not distinct from (n.roster_value, n.platform_value, n.admission_value, n.claimed_value, n.id_ref) as same,
       n.finding_id is not null as open, coalesce(n.state, '') as state, coalesce(n.answer, '') as held_answer,
       coalesce(n.code, m.code, '') as code, coalesce(n.college, m.college, '') as college,
       coalesce(n.student_key, m.student_key, '') as student_key, coalesce(n.student_no, m.student_no, '') as student_no,
       coalesce(n.candidate_no, m.candidate_no, '') as candidate_no, coalesce(n.name, m.name, '') as name,
       coalesce(n.field, m.field, '') as field, coalesce(n.major, m.major, '') as major,
       coalesce(n.class_name, m.class_name, '') as class_name
  from review_row v
  join run_file f on f.run_id = v.run_id and f.file_no = v.file_no
  left join since s on s.sha256 = f.sha256
  left join run k on k.campaign_id = :campaign and k.business_date = v.made_date and k.number = v.made_number
  left join finding m on m.run_id = k.run_id and m.finding_id = v.finding_id
  left join finding n on n.run_id = :run and n.finding_id = v.finding_id
 where v.run_id = :run
 order by coalesce(s.day, :date), v.made_date nulls first, v.made_number nulls first, v.reader = 'registrar', v.answered_on nulls first, f.path collate "C",
          v.record_no
