-- The rows of returned workbooks and the answers that were given on pages, in the order in which they count: what came first
-- first. The time of a workbook is its acceptance, else the freeze that first saw it; of those of one time the workbook's own
-- run comes first, then the college before the registrar, then the date of the answer.
with since as (
  select f.sha256, min(r.business_date) as day
    from run_file f join effective_run r using (campaign_id, run_id)
   where f.campaign_id = :campaign and f.role = 'reviews' and r.business_date < :date
   group by f.sha256
),
given as (
  select v.file_no, v.record_no, v.sheet, v.row_no, v.refusal, v.finding_id, v.case_id, v.reader, v.made_date, v.made_number,
         k.run_id as made_run, v.answer, v.correction, v.evidence, v.route, v.answered_by, v.answered_on, v.remark,
         f.sha256, f.path, 'reviews:' || f.path || case when v.row_no > 0 then '#' || v.sheet || '!' || v.row_no else '' end as place,
         coalesce(s.day, :date) as since, t.at, null as shown_answer, null as shown_proposed, null as shown_offered
    from review_row v
    join run_file f on f.run_id = v.run_id and f.file_no = v.file_no
    join review_time t on t.campaign_id = :campaign and t.sha256 = f.sha256
    left join since s on s.sha256 = f.sha256
    left join run k on k.campaign_id = :campaign and k.business_date = v.made_date and k.number = v.made_number and k.status = 'published'
   where v.run_id = :run
  union all
  select 0, a.answer_no, '', a.answer_no, '', '', a.case_id, a.desk, k.business_date, k.number,
         k.run_id, a.answer, a.value, a.evidence, a.route, a.answered_by, a.answered_on, a.note,
         '', 'page', 'reviews:page#!' || a.answer_no,
         coalesce((select min(r.business_date) from effective_run e join run r using (run_id)
                    where e.campaign_id = :campaign and e.business_date < :date and r.answers_upto >= a.answer_no), :date),
         a.answered_at, a.shown_answer, a.shown_proposed, a.shown_offered
    from page_answer a
    join run k on k.run_id = a.made_run
   where a.campaign_id = :campaign and a.answer_no <= (select answers_upto from run where run_id = :run)
)
select v.*, n.case_id as now_id,
       case when m.facts -> 'shown' is not null
            then not exists (select 1 from finding o join noted q on q.finding_id = o.finding_id
                              where o.campaign_id = :campaign and o.run_id = m.run_id and o.case_id = m.case_id
                                and (o.roster_value, o.platform_value, o.admission_value, o.claimed_value)
                                    is distinct from (q.roster_value, q.platform_value, q.admission_value, q.claimed_value))
            else not coalesce(case_changed(m.facts, n.facts, ''), true) end as same,
       coalesce(v.shown_answer, m.answer, '') as seen_answer, coalesce(v.shown_proposed, m.proposed_ref, '') as seen_proposed,
       coalesce(v.shown_offered, m.offered_ref, '') as seen_offered,
       coalesce(n.college, m.college, case when v.reader = 'registrar' then '' else v.reader end) as case_college,
       coalesce(n.student_key, m.student_key, '') as student_key, coalesce(n.student_no, m.student_no, '') as student_no,
       coalesce(n.candidate_no, m.candidate_no, '') as candidate_no, coalesce(n.name, m.name, '') as name,
       coalesce(n.field, m.field, '') as field
  from given v
  left join run_case m on m.campaign_id = :campaign and m.run_id = v.made_run and m.case_id = v.case_id
  left join run_case n on n.campaign_id = :campaign and n.run_id = :run and n.case_no = m.case_no
 order by v.at, v.made_date nulls first, v.made_number nulls first, v.reader = 'registrar', v.answered_on nulls first,
          v.path collate "C", v.record_no
