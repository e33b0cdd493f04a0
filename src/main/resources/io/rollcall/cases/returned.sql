-- The rows of returned workbooks in the order in which they count: what came first first. A file that was there on an
-- earlier night is older than one that was not, then the workbook's own run, then the college before the registrar, then
-- the date of the answer.
with since as (
  select f.sha256, min(r.business_date) as day
    from run_file f join effective_run r using (campaign_id, run_id)
   where f.campaign_id = :campaign and f.role = 'reviews' and r.business_date < :date
   group by f.sha256
)
select v.*, f.sha256, f.path, 'reviews:' || f.path || case when v.row_no > 0 then '#' || v.sheet || '!' || v.row_no else '' end as place,
       coalesce(s.day, :date) as since, k.run_id as made_run, m.case_id is not null as known,
       n.case_id as now_id, n.case_no as now_no,
       case when m.facts -> 'shown' is not null
            then not exists (select 1 from finding o join finding q on q.run_id = :run and q.finding_id = o.finding_id
                              where o.run_id = m.run_id and o.case_id = m.case_id
                                and (o.roster_value, o.platform_value, o.admission_value, o.claimed_value)
                                    is distinct from (q.roster_value, q.platform_value, q.admission_value, q.claimed_value))
            else not coalesce(case_changed(m.facts, n.facts, ''), true) end as same,
       coalesce(m.answer, '') as shown_answer, coalesce(m.proposed_ref, '') as shown_proposed, coalesce(m.offered_ref, '') as shown_offered,
       coalesce(n.code, m.code, '') as code, coalesce(n.college, m.college, case when v.reader = 'registrar' then '' else v.reader end) as case_college,
       coalesce(n.student_key, m.student_key, '') as student_key, coalesce(n.student_no, m.student_no, '') as student_no,
       coalesce(n.candidate_no, m.candidate_no, '') as candidate_no, coalesce(n.name, m.name, '') as name,
       coalesce(n.field, m.field, '') as field, coalesce(n.matter, m.matter, '') as matter
  from review_row v
  join run_file f on f.run_id = v.run_id and f.file_no = v.file_no
  left join since s on s.sha256 = f.sha256
  left join run k on k.campaign_id = :campaign and k.business_date = v.made_date and k.number = v.made_number and k.status = 'published'
  left join run_case m on m.run_id = k.run_id and m.case_id = v.case_id
  left join run_case n on n.run_id = :run and n.case_no = m.case_no
 where v.run_id = :run
 order by since, v.made_date nulls first, v.made_number nulls first, v.reader = 'registrar', v.answered_on nulls first,
          f.path collate "C", v.record_no
