-- The self-check by college, major and class.
insert into run_self_check (campaign_id, run_id, college, major, class_name, expected, checked, wrong, not_found,
                            duplicate_id, damaged, kept, gave_up, left_school)
select :campaign, :run, college, major, class_name,
       count(*) filter (where expected),
       case when :told then count(*) filter (where expected and found and looked) end,
       0,
       count(*) filter (where expected and not found),
       count(*) filter (where expected and exists (
         select 1 from judged j where j.student = e.student
            and j.code in ('ID_SHARED', 'ID_DOUBLE_REGISTRATION', 'ID_IN_EARLIER_COHORT'))),
       count(*) filter (where expected and exists (
         select 1 from staged_link l join staged_mark m using (campaign_id, run_id, file_no, record_no)
          where l.run_id = :run and l.student = e.student and m.code = 'ID_DAMAGED')),
       count(*) filter (where status = 'keeps'),
       count(*) filter (where status in ('gave_up', 'cancelled')),
       count(*) filter (where status = 'left')
  from expected e
 group by college, major, class_name
