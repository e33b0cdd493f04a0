-- Whom each row of a form is about. A number finds students by the records of any compared source; of several the one
-- whom most of the row speaks for, and nobody where that does not decide.
create temporary table row_of_form on commit drop as
select r.role, r.file_no, r.record_no, r.sheet, r.row_no, r.candidate_no, r.student_no, r.id_no, r.name, r.college,
       r.spare_key, r.raw::jsonb as raw, r.extra, r.shape
  from run_file g
  join staged_record r on r.run_id = :run and r.id >= g.file_no::bigint << 36 and r.id < (g.file_no + 1)::bigint << 36
 where g.run_id = :run and g.role in ('discrepancies', 'accounts');
analyze row_of_form;
create temporary table submitted on commit drop as
with
-- All records are looked through once: those that have any number of a form.
record as materialized (
  select r.*
    from (select candidate_no, student_no, id_no, name, student from speaker where id not in (select id from suspect)
          union all
          select m.candidate_no, m.student_no, m.id_no, m.name, k.student from messy m join messy k on k.id = m.folded_into
           where m.id not in (select id from suspect)) r
   where r.candidate_no in (select candidate_no from row_of_form where candidate_no is not null)
      or r.student_no in (select student_no from row_of_form where student_no is not null)
      or r.id_no in (select id_no from row_of_form where id_no is not null)
),
hit as (
  select f.file_no, f.record_no, r.student, r.name = f.name as named, 1 as by
    from row_of_form f join record r on r.candidate_no = f.candidate_no
  union all
  select f.file_no, f.record_no, r.student, r.name = f.name, 2
    from row_of_form f join record r on r.student_no = f.student_no
  union all
  select f.file_no, f.record_no, r.student, r.name = f.name, 3
    from row_of_form f join record r on r.id_no = f.id_no
),
ranked as (
  select file_no, record_no, student, count(distinct by) as numbers, coalesce(bool_or(named), false) as named,
         min(by) as first
    from hit
   group by file_no, record_no, student
),
best as (
  select *, rank() over (partition by file_no, record_no order by numbers desc, named desc, first) as place
    from ranked
),
chosen as (
  select file_no, record_no, min(student) as student from best where place = 1
   group by file_no, record_no having count(*) = 1
)
select f.*, o.student
  from row_of_form f left join chosen o using (file_no, record_no);
analyze submitted
