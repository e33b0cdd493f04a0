-- What is needed of every record of the compared sources to link it. Where the first key stands once in each source, it
-- links at once. Numbers of records follow the order of the sources, files and rows.
create temporary table clean on commit drop as
select {first} as key, min(r.id) as student, count(*) > 1 as links, min(r.name) <> max(r.name) as unlike
  from staged_record r
  join role_order o using (role)
 where r.run_id = :run and o.compared and {first} is not null
 group by {first} having sum(o.bit) = bit_or(o.bit);
-- One look tells the planner that no key is there twice.
alter table clean alter key set statistics 1, alter key set (n_distinct = -1);
analyze clean (key);
create temporary table speaker on commit drop as
select r.id, o.bit, r.name, r.birth_date, r.id_no, r.candidate_no, r.student_no{keys}, coalesce(c.student, r.id) as student,
       case when c.links then :how else '' end as link,
       -- Whether records that the first key links have different names.
       coalesce(c.unlike, false) as unlike,
       -- Whether others of a source have the first key as well.
       {first} is not null and c.key is null as crowded
  from staged_record r
  join role_order o using (role)
  left join clean c on c.key = {first}
 where r.run_id = :run and o.compared;
-- A sample of so many students finds too few of them.
alter table speaker alter student set (n_distinct = -0.4);
analyze speaker
