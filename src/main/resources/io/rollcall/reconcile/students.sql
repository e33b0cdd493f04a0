-- One row a student: the student columns of every report, each the first non-empty value in the order of the sources.
-- A number that different students carry is no key; then the next one is.
insert into staged_student (campaign_id, run_id, student, student_key, student_no, candidate_no, name, college,
                            major_name, class_no, status)
with side as (
  select l.student, o.rank, r.*
    from staged_link l
    join staged_record r using (campaign_id, run_id, file_no, record_no)
    join role_order o on o.role = r.role
   where l.run_id = :run and l.kept
),
shown as (
  select student,
         (array_agg(candidate_no order by rank) filter (where candidate_no is not null))[1] as candidate_no,
         (array_agg(student_no order by rank) filter (where student_no is not null))[1] as student_no,
         (array_agg(raw ->> 'name' order by rank) filter (where jsonb_exists(raw, 'name')))[1] as name,
         -- A college that the roster states but nobody knows is not replaced by another source's.
         case when bool_or(role = 'roster' and jsonb_exists(raw, 'college'))
              then max(college) filter (where role = 'roster')
              else (array_agg(college order by rank) filter (where college is not null))[1] end as college,
         (array_agg(major_name order by rank) filter (where major_name is not null))[1] as major_name,
         (array_agg(class_no order by rank) filter (where class_no is not null))[1] as class_no,
         (array_agg(spare_key order by spare_key like 'D:%', rank))[1] as spare_key,
         bool_or(entry_state = '保留入学资格' or school_status = '保留入学资格'
                 or registration_status = '保留入学资格') as keeps,
         bool_or(entry_state = '放弃入学资格') as gave_up,
         bool_or(entry_state = '取消入学资格') as cancelled,
         bool_or(entry_state = '恢复入学') as returned,
         bool_or(school_status in ('退学', '开除', '开除学籍', '注销学籍', '死亡', '转学(转出)')
                 or registration_status in ('退学', '开除学籍', '注销学籍', '转学(转出)')
                 or cancel_type is not null) as left_school
    from side
   group by student
),
number as (
  select field, value, count(distinct student) as students
    from side, lateral (values ('candidate_no', candidate_no), ('student_no', student_no)) as v(field, value)
   where value is not null
   group by field, value
),
keyed as (
  select s.*,
         case when c.students = 1 then 'C:' || s.candidate_no
              when n.students = 1 then 'S:' || s.student_no
              else s.spare_key end as best
    from shown s
    left join number c on c.field = 'candidate_no' and c.value = s.candidate_no
    left join number n on n.field = 'student_no' and n.value = s.student_no
)
select :campaign, :run, student,
       -- Two students with nothing to tell them apart but a shared number.
       case when count(*) over (partition by best) = 1 then best
            else concat_ws('|', best, candidate_no, student_no,
                           nullif(row_number() over (partition by best, candidate_no, student_no order by student), 1))
       end,
       student_no, candidate_no, name, college, major_name, class_no,
       case when returned then 'returned' when keeps then 'keeps' when gave_up then 'gave_up'
            when cancelled then 'cancelled' when left_school then 'left' else 'ordinary' end
  from keyed
