-- Records that a number put beside a student with another name and another ID number, or one that cannot be compared. The
-- first record speaks for the student: its number is the student's. Whose the other is, is told by its college, or by
-- another student with that name and birth date.
with row_of_student as (
  select k.id, k.student, k.name, k.id_no from speaker k where k.unlike and k.id <> k.student{confirmed}
  union
  select k.id, k.student, k.name, k.id_no from messy m join speaker k on k.id = m.id where k.id <> k.student{confirmed}
  union
  select m.id, k.student, m.name, m.id_no from messy m join speaker k on k.id = m.folded_into where m.id <> k.student{confirmed}
),
unlike as materialized (
  select w.id, w.student, w.name, o.name as own_name, w.id_no is not null and o.id_no is not null as comparable,
         o.shape ->> 'name' as own_written, o.college as own_college
    from row_of_student w
    join staged_record o on o.run_id = :run and o.id = w.student
   where w.name <> o.name and (w.id_no is null or o.id_no is null or w.id_no <> o.id_no)
),
placed as (
  select u.*, v.shape ->> 'name' as written, v.college, v.birth_date
    from unlike u
    join staged_record v on v.run_id = :run and v.id = u.id
),
namesake as (
  select distinct p.id
    from placed p
    join speaker n on n.name = p.name and n.birth_date = p.birth_date and n.student <> p.student
    join staged_record s on s.run_id = :run and s.id = n.student
   where not p.comparable and s.college is distinct from p.own_college
)
select p.id, p.student, p.name, p.written, p.own_name, p.own_written, p.comparable,
       coalesce(p.college <> p.own_college, false) or p.id in (select id from namesake) as elsewhere
  from placed p
 order by p.id
