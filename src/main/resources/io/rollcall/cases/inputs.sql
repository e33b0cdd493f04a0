-- What was entered before the run began and no earlier run took in: approved values that were handed in.
select n.case_id, m.approved, i.on_date, i.entered_by, 'input:' || i.input_no as reference
  from case_input i
  join run_case m on m.campaign_id = :campaign and m.run_id = i.made_run and m.state = 'registrar-approved' and m.approved <> '' and m.route = i.route
  join run_case n on n.campaign_id = :campaign and n.run_id = :run and n.case_no = m.case_no
 where i.campaign_id = :campaign and i.input_no <= (select inputs_upto from run where run_id = :run)
   and not exists (select 1 from case_event e join effective_run r using (campaign_id, run_id)
                    where e.campaign_id = :campaign and r.business_date < :date and e.reference = 'input:' || i.input_no
                      and e.case_no = n.case_no)
 order by i.input_no, n.case_id
