-- What became of cases without anybody deciding, with what changed of what they rest on.
with ended as (
  select p.case_no, p.state as before, n.state as after, p.facts as facts_before, n.facts, n.case_id, n.code, n.college,
         n.student_key, n.student_no, n.name, n.field,
         case when p.approved <> '' and n.corrected = p.approved then 'arrived'
              when p.state = 'sent' then case when n.state = 'closed' then 'gone' else 'third' end
              when n.state = 'closed' then 'gone' when p.state = 'closed' then 'again' else 'changed' end as why,
         concat_ws(E'\n', nullif(p.answer_ref, ''), nullif(p.review_ref, '')) as held
    from run_case n join standing p on p.case_no = n.case_no
   where n.campaign_id = :campaign and n.run_id = :run
     and (n.state <> p.state or (p.answer <> '' or p.review <> '') and n.answer = '' and n.review = '')
     and (n.state <> 'closed' or p.state <> 'closed')
  union all
  -- Another person has the number now.
  select case_no, state, 'closed', facts, '{}', case_id, code, college, student_key, student_no, name, field, 'stranger', ''
    from gone_cases where state <> 'closed'
)
select e.*, case when after = 'closed' then 'closed' when before = 'closed' or why in ('arrived', 'third') then 'reopened' else 'lapsed' end as kind,
       case when field = 'id_no' then '' else coalesce(c.old_value, '') end as old_value,
       case when field = 'id_no' then '' else coalesce(c.new_value, '') end as new_value
  from ended e
  left join lateral (
    select string_agg(nullif(o.value, ''), ' / ' order by o.key) as old_value,
           string_agg(nullif(t.value, ''), ' / ' order by o.key) as new_value
      from jsonb_each_text(e.facts_before) o join jsonb_each_text(e.facts) t using (key)
     where o.value <> t.value and o.key in ('roster', 'platform', 'admission', 'claimed')) c on true
 order by case_id, kind
