-- By what a person is known again when his numbers change.
create temporary table identified on commit drop as
select s.student_key, case_fact('id_no', (array_agg(k.id_no order by k.bit) filter (where k.id_no is not null))[1], :salt) as identity
  from staged_student s join speaker k using (student)
 where s.run_id = :run and s.student_key in (select student_key from tonight where to_do)
 group by s.student_key;
create index on identified (student_key);
analyze identified;
-- The numbers of cases that ended long ago and come again. They are looked up before the new rows come in, which would be
-- looked through once for each of them.
create temporary table former on commit drop as
select o.case_id, max(o.case_no) as case_no
  from tonight t join run_case o on o.campaign_id = :campaign and o.case_id = t.case_id
 where not exists (select 1 from standing p where p.case_id = t.case_id)
   and not exists (select 1 from gone_cases g where g.case_id = t.case_id)
 group by o.case_id;
analyze former;
-- Every case as it stands tonight before anybody answers: what the sources show ends or changes it, and nothing else does.
insert into run_case (campaign_id, run_id, case_id, case_no, student_key, matter, field, code, severity, codes, to_do, hidden, college,
                      student_no, candidate_no, name, identity, opened_on, last_seen, closed_on, state,
                      answer, answer_value, answer_college, evidence, answered_by, answered_on, answer_note, answer_ref, answer_turn,
                      review, review_value, review_route, reviewed_by, reviewed_on, review_note, review_ref, review_turn,
                      proposed, proposed_ref, offered, offered_ref,
                      plain_proposed, plain_proposed_ref, plain_offered, plain_offered_ref, set_aside,
                      approved, approved_on, replaced, route, platform, sent_on, corrected, note, facts, seen)
with was as (
  select coalesce(t.case_id, p.case_id) as case_id, t, p, t.case_id is not null as here, p.case_id is not null as known,
         coalesce(t.to_do, false) as to_do, v.platform, v.platform_fact, coalesce(f.facts, '{}') as facts,
         p.approved <> '' and p.replaced is distinct from p.approved as for_platform,
         p.answer <> '' or p.review <> '' or p.state not in ('open', 'reopened', 'closed') as decided,
         case_fact(p.field, coalesce(nullif(p.approved, ''), p.answer_value), case when p.approved || p.answer_value <> '' then :salt else '' end) as settled
    from tonight t
    full join standing p on p.case_id = t.case_id
    left join case_value v on v.case_id = coalesce(t.case_id, p.case_id)
    left join fact f on f.case_id = coalesce(t.case_id, p.case_id)
),
seen as (
  select w.*,
         decided and for_platform and (p).state in ('registrar-approved', 'sent') and platform_fact = (p).approved as arrived,
         (p).state = 'sent' and for_platform and platform_fact <> '' and platform_fact not in ((p).approved, (p).replaced) as third,
         decided and (p).state <> 'sent'
           and case when (p).facts -> 'shown' is not null
                    then exists (select 1 from jsonb_each_text((p).facts -> 'shown') o join jsonb_each_text((t).shown) n using (key)
                                  where o.value <> n.value)
                    else case_changed((p).facts, w.facts, case when (p).approved || (p).answer_value = '' then '' else settled end)
               end as changed
    from was w
),
stands as (
  select s.*,
         case when not known then 'open'
              when (p).state = 'closed' then case when to_do then 'reopened' else 'closed' end
              when arrived then case when to_do then 'open' else 'closed' end
              when third then case when to_do then 'reopened' else 'closed' end
              when (p).state = 'sent' and (for_platform or to_do) then 'sent'
              when changed then case when to_do then 'open' else 'closed' end
              when (p).state = 'registrar-approved' and for_platform then 'registrar-approved'
              when not to_do and (p).to_do then 'closed'
              else (p).state end as state
    from seen s
),
ready as (
  -- A decision that was carried out, lapsed or ended holds no more.
  select s.*, known and decided and not coalesce(arrived or changed or third, false) and state = (p).state as holds,
         not known or (p).state = 'open' and not (p).to_do as fresh
    from stands s
),
offer as (
  select r.*, case when not holds or (p).answer = '' then o.proposed
                   when (p).approved <> '' then (p).approved
                   when (p).answer = 'CONFIRMED' then (p).answer_value end as proposed,
         case when holds and (p).approved <> '' then (p).approved
              when holds and (p).answer = 'CONFIRMED' then (p).answer_value else o.offered end as offered,
         o.proposed as plain_proposed, o.offered as plain_offered
    from ready r left join proposal o using (case_id)
)
select :campaign, :run, r.case_id, coalesce((p).case_no, n.case_no, nextval('case_number')),
       coalesce((t).student_key, (p).student_key), r.matter, r.field,
       coalesce((t).code, (p).code), coalesce((t).severity, (p).severity), coalesce((t).codes, '{}'), r.to_do, coalesce((t).hidden, (p).hidden),
       coalesce((t).college, (p).college), coalesce((t).student_no, (p).student_no), coalesce((t).candidate_no, (p).candidate_no),
       coalesce((t).name, (p).name), coalesce(i.identity, (p).identity, ''),
       case when fresh then :date else (p).opened_on end, coalesce((t).last_seen, (p).last_seen),
       case when state = 'closed' then coalesce((p).closed_on, :date) end, state,
       case when holds then (p).answer else '' end, case when holds then (p).answer_value else '' end,
       case when holds then (p).answer_college else '' end, case when holds then (p).evidence else '' end,
       case when holds then (p).answered_by else '' end, case when holds then (p).answered_on end,
       case when holds then (p).answer_note else '' end, case when holds then (p).answer_ref else '' end,
       case when known then (p).answer_turn else '' end,
       case when holds then (p).review else '' end, case when holds then (p).review_value else '' end,
       case when holds then (p).review_route else '' end, case when holds then (p).reviewed_by else '' end,
       case when holds then (p).reviewed_on end, case when holds then (p).review_note else '' end,
       case when holds then (p).review_ref else '' end, case when known then (p).review_turn else '' end,
       case when r.field = 'id_no' then '' else coalesce(r.proposed, '') end, coalesce(case_value_ref(nullif(r.proposed, ''), :salt), ''),
       case when r.field = 'id_no' then '' else coalesce(r.offered, '') end, coalesce(case_value_ref(nullif(r.offered, ''), :salt), ''),
       case when r.field = 'id_no' then '' else coalesce(r.plain_proposed, '') end, coalesce(case_value_ref(nullif(r.plain_proposed, ''), :salt), ''),
       case when r.field = 'id_no' then '' else coalesce(r.plain_offered, '') end, coalesce(case_value_ref(nullif(r.plain_offered, ''), :salt), ''),
       case when holds then (p).set_aside end,
       case when holds then (p).approved else '' end, case when holds then (p).approved_on end,
       case when holds then (p).replaced else '' end,
       case when holds then (p).route else '' end, case when holds then (p).platform end,
       case when holds then (p).sent_on end,
       case when arrived then (p).approved else coalesce((p).corrected, '') end,
       case when holds or known and not decided and state = (p).state then (p).note else '' end,
       coalesce((p).facts - 'shown', '{}') || r.facts, coalesce((t).seen, '{}') || coalesce((p).seen, '{}')
  from (select o.*, coalesce((t).matter, (p).matter) as matter,
               case when coalesce((t).matter, (p).matter) = lower(coalesce((t).matter, (p).matter))
                    then coalesce((t).matter, (p).matter) else '' end as field from offer o) r
  left join identified i on i.student_key = (t).student_key
  left join former n on n.case_id = r.case_id
