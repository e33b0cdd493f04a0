-- What the sources and the claims propose for each field, before anybody answered: what a correction brought to the platform;
-- else what is claimed, if all claims want it and a source besides the platform has it; else what two sources agree on;
-- else the first of those that are believed. A college that says the claim is true registers what is claimed.
-- To a college nothing is offered that another student's record or another student's claim says.
create temporary table proposal on commit drop as
with said as (
  select d.desk, v.case_id, v.field, v.platform as any_platform,
         case when d.desk = 'registrar' then c.wanted else c.own end as wanted,
         case when d.desk = 'registrar' or v.roster_id is null or v.roster_id not in (select id from suspect) then v.roster end as roster,
         case when d.desk = 'registrar' or v.platform_id is null or v.platform_id not in (select id from suspect) then v.platform end as platform,
         case when d.desk = 'registrar' or v.admission_id is null or v.admission_id not in (select id from suspect) then v.admission end as admission
    from case_value v
    join tonight t on t.case_id = v.case_id and t.matter = v.field
   cross join (values ('registrar'), ('college')) as d(desk)
    left join claimed c on c.student_key = t.student_key and c.field = v.field
                       and case when d.desk = 'registrar' then c.agreed else c.own_agreed end
)
select v.case_id, v.field,
       max(coalesce(o.brought, o.supported, o.agreed, o.believed)) filter (where v.desk = 'registrar') as proposed,
       max(coalesce(o.brought, nullif(v.wanted, ''), o.agreed, o.believed)) filter (where v.desk = 'college') as offered
  from said v
  left join standing p on p.case_id = v.case_id
 cross join lateral (select case when v.any_platform in (p.corrected, case when p.state in ('registrar-approved', 'sent') then p.approved end)
                                 then v.any_platform end as brought,
                            case when v.wanted in (v.roster, v.admission) then v.wanted end as supported,
                            case when v.roster in (v.platform, v.admission) then v.roster
                                 when v.platform = v.admission then v.platform end as agreed,
                            (select case b.role when 'roster' then v.roster when 'platform' then v.platform else v.admission end
                               from believed b
                              where b.field = v.field
                                and case b.role when 'roster' then v.roster when 'platform' then v.platform else v.admission end is not null
                              order by b.rank limit 1) as believed) o
 group by v.case_id, v.field;
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
               from noted where group_ref <> '' group by group_ref, code) m
         on m.group_ref = t.group_ref and m.code = t.matter
 -- Whoever rests on nothing has no row.
 where v.case_id is not null or c.student_key is not null or t.stated is not null or m.members is not null;
create index on fact (case_id);
analyze fact
