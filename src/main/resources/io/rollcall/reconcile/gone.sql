analyze noted;
-- What the run before found and this one does not.
create temporary table gone on commit drop as
select p.*
  from finding p
 where p.campaign_id = :campaign and p.run_id = (select run_id from effective_run
                    where campaign_id = :campaign and business_date < :date
                    order by business_date desc limit 1)
   -- What became of an answer is told by the run that read it.
   and p.code not like 'REVIEW!_%' escape '!'
   and not exists (select 1 from noted n where n.finding_id = p.finding_id)
   -- Of who has another key tonight everything was judged anew.
   and p.student_key not in (select student_key from moved union select student_key from gone_cases)
