-- The self-check by college, major and class.
insert into run_self_check (campaign_id, run_id, college, major, class_name, expected, checked, wrong, not_found,
                            duplicate_id, damaged, kept, gave_up, left_school, account_problems, pending,
                            reported)
with doubled as (
  select distinct student from judged where code in ('ID_SHARED', 'ID_DOUBLE_REGISTRATION', 'ID_IN_EARLIER_COHORT')
     and severity is distinct from 'I'
),
damaged as (
  select distinct student from marked where code = 'ID_DAMAGED'
)
select :campaign, :run, college, major, class_name,
       count(*) filter (where expected),
       case when :told then count(*) filter (where expected and found and looked) end,
       count(*) filter (where expected and found and looked and claims.student is not null),
       count(*) filter (where expected and not found),
       count(*) filter (where expected and doubled.student is not null),
       count(*) filter (where expected and damaged.student is not null),
       count(*) filter (where status = 'keeps'),
       count(*) filter (where status in ('gave_up', 'cancelled')),
       count(*) filter (where status = 'left'),
       count(*) filter (where expected and accounts.student is not null),
       count(*) filter (where expected and coalesce(claims.pending, false)),
       count(*) filter (where expected and coalesce(claims.confirmed, false))
  from expected e
  left join doubled on doubled.student = e.student
  left join (select student, bool_or(opinion = '待佐证' or not evidence) as pending, bool_or(opinion = '属实') as confirmed
               from claim group by student) claims on claims.student = e.student
  left join (select distinct student from submitted where role = 'accounts' and student is not null) accounts
         on accounts.student = e.student
  left join damaged on damaged.student = e.student
 group by college, major, class_name
