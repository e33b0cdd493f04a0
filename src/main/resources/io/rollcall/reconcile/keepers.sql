-- Students who keep their place according to one of the two lists only. The mark may stand in any column of states; a
-- list without it is silent only if its files have a column for the entry state.
with keeper as materialized (
  select student, roster_id, platform_id from staged_student where run_id = :run and status = 'keeps'
),
marked as (
  select s.student, o.role, said.keeps
    from keeper s
    join usable o on o.role in ('roster', 'platform')
    left join staged_record r on r.run_id = :run
                             and r.id = case o.role when 'roster' then s.roster_id else s.platform_id end
   cross join lateral (
      select coalesce('保留入学资格' in (r.entry_state, r.school_status, r.registration_status, r.change_type), false)
   ) as said(keeps)
   where (said.keeps or exists (select 1 from run_file f
                                 where f.run_id = :run and f.role = o.role and f.rows_loaded > 0
                                   and 'entry_state' = any (f.columns)))
)
select student, max(role) filter (where keeps) as keeper, max(role) filter (where not keeps) as silent
  from marked
 group by student
having count(*) = 2 and bool_or(keeps) and not bool_and(keeps)
 order by student
