-- One row a student: the student columns of every report, each the first non-empty value in the order of the sources.
-- A number that different students carry is no key; then the next one is.
drop table if exists held;
create temporary table held on commit drop as
select student, bit_or(bit) as sources from speaker group by student;
analyze held;
insert into staged_student (campaign_id, run_id, student, student_key, student_no, candidate_no, name, college,
                            major_name, class_no, status)
with shown as (
  select h.student,
         coalesce(r.candidate_no, p.candidate_no, a.candidate_no) as candidate_no,
         coalesce(r.student_no, p.student_no, a.student_no) as student_no,
         coalesce(r.shown_name, p.shown_name, a.shown_name) as name,
         -- A college that the roster states but nobody knows is not replaced by another source's.
         case when r.states_college then r.college else coalesce(p.college, a.college) end as college,
         coalesce(r.major_name, p.major_name, a.major_name) as major_name,
         coalesce(r.class_no, p.class_no, a.class_no) as class_no,
         case when r.spare_key like 'I:%' then r.spare_key when p.spare_key like 'I:%' then p.spare_key
              when a.spare_key like 'I:%' then a.spare_key
              else coalesce(r.spare_key, p.spare_key, a.spare_key) end as spare_key,
         case when '恢复入学' in (r.entry_state, p.entry_state, a.entry_state) then 'returned'
              when r.keeps or p.keeps or a.keeps then 'keeps'
              when '放弃入学资格' in (r.entry_state, p.entry_state, a.entry_state) then 'gave_up'
              when '取消入学资格' in (r.entry_state, p.entry_state, a.entry_state) then 'cancelled'
              when r.left_school or p.left_school or a.left_school then 'left' else 'ordinary' end as status
    from held h
    left join speaker r on r.student = h.student and r.role = 'roster'
    left join speaker p on p.student = h.student and p.role = 'platform'
    left join speaker a on a.student = h.student and a.role = 'admission'
),
keyed as (
  select s.*,
         case when s.candidate_no is not null and c.number is null then 'C:' || s.candidate_no
              when s.student_no is not null and n.number is null then 'S:' || s.student_no
              else s.spare_key end as best
    from shown s
    left join (select candidate_no as number from speaker where candidate_no is not null
                group by candidate_no having min(student) <> max(student)) c on c.number = s.candidate_no
    left join (select student_no as number from speaker where student_no is not null
                group by student_no having min(student) <> max(student)) n on n.number = s.student_no
)
select :campaign, :run, student,
       -- Two students with nothing to tell them apart but a shared number.
       case when count(*) over (partition by best) = 1 then best
            else concat_ws('|', best, candidate_no, student_no,
                           nullif(row_number() over (partition by best, candidate_no, student_no order by student), 1))
       end,
       student_no, candidate_no, name, college, major_name, class_no, status
  from keyed
