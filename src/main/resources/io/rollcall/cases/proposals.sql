-- What the sources and the claims propose for each field, before anybody answered: what a correction brought to the platform;
-- else what is claimed, if all claims want it and a source besides the platform has it; else what two sources agree on;
-- else the first of those that are believed. A college that says the claim is true registers what is claimed.
create temporary table proposal on commit drop as
select v.case_id, v.field,
       coalesce(o.brought, o.supported, o.agreed, o.believed) as proposed,
       coalesce(o.brought, nullif(c.wanted, ''), o.agreed, o.believed) as offered
  from case_value v
  join tonight t on t.case_id = v.case_id and t.matter = v.field
  left join standing p on p.case_id = v.case_id
  left join claimed c on c.student_key = t.student_key and c.field = v.field and c.agreed
 cross join lateral (select case when v.platform in (p.corrected, case when p.state in ('registrar-approved', 'sent') then p.approved end)
                                 then v.platform end as brought,
                            case when c.wanted in (v.roster, v.admission) then c.wanted end as supported,
                            case when v.roster in (v.platform, v.admission) then v.roster
                                 when v.platform = v.admission then v.platform end as agreed,
                            (select case b.role when 'roster' then v.roster when 'platform' then v.platform else v.admission end
                               from believed b
                              where b.field = v.field
                                and case b.role when 'roster' then v.roster when 'platform' then v.platform else v.admission end is not null
                              order by b.rank limit 1) as believed) o;
create index on proposal (case_id);
analyze proposal;
-- What a decision rests on, as far as tonight tells.
create temporary table fact on commit drop as
select w.case_id,
       jsonb_strip_nulls(jsonb_build_object(
         'roster', case_fact(v.field, v.roster_fact, :salt), 'platform', case_fact(v.field, v.platform_fact, :salt),
         'admission', case_fact(v.field, v.admission_fact, :salt), 'folded', case_fact(v.field, v.folded_fact, :salt),
         'claimed', case_fact(c.field, c.wanted, :salt), 'stated', md5(t.stated),
         'members', m.members)) as facts
  from (select case_id from tonight where to_do union select case_id from standing where state <> 'closed') w
  left join tonight t on t.case_id = w.case_id
  left join case_value v on v.case_id = w.case_id
  left join claimed c on c.student_key = t.student_key and c.field = t.matter
  left join (select group_ref, code, md5(string_agg(distinct student_key, '|' order by student_key)) as members
               from finding where run_id = :run and group_ref <> '' group by group_ref, code) m
         on m.group_ref = t.group_ref and m.code = t.matter;
create index on fact (case_id);
analyze fact
