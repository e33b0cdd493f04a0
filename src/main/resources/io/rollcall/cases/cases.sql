-- By what a person is known again when his numbers change.
create temporary table identified on commit drop as
select s.student_key, case_fact('id_no', substr(min(k.bit || k.id_no), 2), :salt) as identity
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
-- What the sources show ends or changes a case, and nothing else does. Each thing that others follow from is made out once.
create temporary table verdict on commit drop as
with was as (
  select coalesce(t.case_id, p.case_id) as case_id, p.case_id is not null as known,
         coalesce(t.to_do, false) as to_do, coalesce(p.to_do, false) as was_to_do, coalesce(p.state, '') as was_state,
         coalesce(p.approved, '') as approved, coalesce(p.replaced, '') as replaced, coalesce(p.answer, '') as answer,
         coalesce(p.answer_value, '') as answer_value, p.field, p.facts as was_facts, t.shown, v.platform_fact,
         coalesce(f.facts, '{}') as facts,
         coalesce(p.approved <> '' and p.replaced is distinct from p.approved, false) as for_platform,
         coalesce(p.answer <> '' or p.review <> '' or p.state not in ('open', 'reopened', 'closed'), false) as decided
    from tonight t
    full join standing p on p.case_id = t.case_id
    left join case_value v on v.case_id = coalesce(t.case_id, p.case_id)
    left join fact f on f.case_id = coalesce(t.case_id, p.case_id)
),
seen as materialized (
  select w.*,
         coalesce(decided and for_platform and was_state in ('registrar-approved', 'sent') and platform_fact = approved, false) as arrived,
         coalesce(was_state = 'sent' and for_platform and platform_fact <> '' and platform_fact not in (approved, replaced), false) as third,
         decided and was_state <> 'sent'
           and coalesce(case when was_facts -> 'shown' is not null
                             then exists (select 1 from jsonb_each_text(was_facts -> 'shown') o join jsonb_each_text(shown) n using (key)
                                           where o.value <> n.value)
                             else case_changed(was_facts, facts,
                                               case when approved || answer_value = '' then ''
                                                    else case_fact(field, coalesce(nullif(approved, ''), answer_value), :salt) end)
                        end, false) as changed
    from was w
),
stands as materialized (
  select s.*,
         case when not known then 'open'
              when was_state = 'closed' then case when to_do then 'reopened' else 'closed' end
              when arrived then case when to_do then 'open' else 'closed' end
              when third then case when to_do then 'reopened' else 'closed' end
              when was_state = 'sent' and (for_platform or to_do) then 'sent'
              when changed then case when to_do then 'open' else 'closed' end
              when was_state = 'registrar-approved' and for_platform then 'registrar-approved'
              when not to_do and was_to_do then 'closed'
              else was_state end as state
    from seen s
),
ready as materialized (
  -- A decision that was carried out, lapsed or ended holds no more.
  select s.*, known and decided and not (arrived or changed or third) and state = was_state as holds,
         not known or was_state = 'open' and not was_to_do as fresh
    from stands s
)
select r.case_id, r.known, r.to_do, r.decided, r.arrived, r.state, r.was_state, r.holds, r.fresh, r.facts,
       coalesce(case when not holds or answer = '' then o.proposed when approved <> '' then approved
                     when answer = 'CONFIRMED' then answer_value end, '') as proposed,
       coalesce(case when holds and approved <> '' then approved
                     when holds and answer = 'CONFIRMED' then answer_value else o.offered end, '') as offered,
       coalesce(o.proposed, '') as plain_proposed, coalesce(o.offered, '') as plain_offered
  from ready r left join proposal o using (case_id);
analyze verdict;
-- Every case as it stands tonight before anybody answers.
insert into run_case (campaign_id, run_id, case_id, case_no, student_key, matter, field, code, severity, codes, to_do, hidden, college,
                      student_no, candidate_no, name, identity, opened_on, last_seen, closed_on, state,
                      answer, answer_value, answer_college, evidence, answered_by, answered_on, answer_note, answer_ref, answer_turn,
                      review, review_value, review_route, reviewed_by, reviewed_on, review_note, review_ref, review_turn,
                      proposed, proposed_ref, offered, offered_ref,
                      plain_proposed, plain_proposed_ref, plain_offered, plain_offered_ref, set_aside,
                      approved, approved_on, replaced, route, platform, sent_on, corrected, note, facts, seen)
select :campaign, :run, v.case_id, coalesce(p.case_no, n.case_no, nextval('case_number')),
       coalesce(t.student_key, p.student_key), m.matter, m.field,
       coalesce(t.code, p.code), coalesce(t.severity, p.severity), coalesce(t.codes, '{}'), v.to_do, coalesce(t.hidden, p.hidden),
       coalesce(t.college, p.college), coalesce(t.student_no, p.student_no), coalesce(t.candidate_no, p.candidate_no),
       coalesce(t.name, p.name), coalesce(i.identity, p.identity, ''),
       case when fresh then :date else p.opened_on end, coalesce(t.last_seen, p.last_seen),
       case when v.state = 'closed' then coalesce(p.closed_on, :date) end, v.state,
       case when holds then p.answer else '' end, case when holds then p.answer_value else '' end,
       case when holds then p.answer_college else '' end, case when holds then p.evidence else '' end,
       case when holds then p.answered_by else '' end, case when holds then p.answered_on end,
       case when holds then p.answer_note else '' end, case when holds then p.answer_ref else '' end,
       case when known then p.answer_turn else '' end,
       case when holds then p.review else '' end, case when holds then p.review_value else '' end,
       case when holds then p.review_route else '' end, case when holds then p.reviewed_by else '' end,
       case when holds then p.reviewed_on end, case when holds then p.review_note else '' end,
       case when holds then p.review_ref else '' end, case when known then p.review_turn else '' end,
       case when m.field = 'id_no' then '' else v.proposed end, coalesce(case_value_ref(nullif(v.proposed, ''), :salt), ''),
       case when m.field = 'id_no' then '' else v.offered end, coalesce(case_value_ref(nullif(v.offered, ''), :salt), ''),
       case when m.field = 'id_no' then '' else v.plain_proposed end, coalesce(case_value_ref(nullif(v.plain_proposed, ''), :salt), ''),
       case when m.field = 'id_no' then '' else v.plain_offered end, coalesce(case_value_ref(nullif(v.plain_offered, ''), :salt), ''),
       case when holds then p.set_aside end,
       case when holds then p.approved else '' end, case when holds then p.approved_on end,
       case when holds then p.replaced else '' end,
       case when holds then p.route else '' end, case when holds then p.platform end,
       case when holds then p.sent_on end,
       case when arrived then p.approved else coalesce(p.corrected, '') end,
       case when holds or known and not decided and v.state = v.was_state then p.note else '' end,
       coalesce(p.facts - 'shown', '{}') || v.facts, coalesce(t.seen, '{}') || coalesce(p.seen, '{}')
  from verdict v
  left join tonight t on t.case_id = v.case_id
  left join standing p on p.case_id = v.case_id
 cross join lateral (select o.matter, case when o.matter = lower(o.matter) then o.matter else '' end as field
                       from (select coalesce(t.matter, p.matter) as matter) o) m
  left join identified i on i.student_key = t.student_key
  left join former n on n.case_id = v.case_id
