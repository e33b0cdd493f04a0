-- Cases as they stood after the last published run of an earlier date.
create temporary table standing on commit drop as
select c.*
  from run_case c
 where c.campaign_id = :campaign and c.run_id = (select run_id from effective_run
                    where campaign_id = :campaign and business_date < :date
                    order by business_date desc limit 1);
create index on standing (case_id);
create index on standing (student_key);
analyze standing;
-- People of whom it is not plain that they are those of the same key before: nobody inherits another person's cases.
create temporary table doubtful on commit drop as
select p.student_key, p.name, p.student_no, p.candidate_no, p.identity, t.student as here
  from (select student_key, max(name) as name, max(student_no) as student_no, max(candidate_no) as candidate_no,
               max(identity) as identity
          from standing where student_key not like 'F:%' group by student_key) p
  left join staged_student t on t.run_id = :run and t.student_key = p.student_key
 where t.student is null or t.name is distinct from p.name;
create temporary table person_now on commit drop as
select s.student, s.student_key, s.name, coalesce(s.student_no, '') as student_no,
       coalesce(s.candidate_no, '') as candidate_no, coalesce(k.identity, '') as identity
  from staged_student s
  left join (select student, case_fact('id_no', substr(min(bit || id_no), 2), :salt) as identity
               from speaker group by student) k using (student)
 where s.run_id = :run and exists (select 1 from doubtful);
analyze person_now;
-- The same person under another key: a corrected number, or the one of two lists that remained when they were linked.
create temporary table same_person on commit drop as
select d.student_key, d.here, n.student, n.student_key as now_key
  from doubtful d
  join person_now n
    on n.student_key = d.student_key
       and (n.name = d.name or '' in (d.identity, n.identity) or n.identity = d.identity
            or d.student_no <> '' and n.student_no = d.student_no)
    or n.name = d.name and (d.student_no <> '' and n.student_no = d.student_no
                            or d.candidate_no <> '' and n.candidate_no = d.candidate_no
                            or d.identity <> '' and n.identity = d.identity)
    or d.identity <> '' and n.identity = d.identity and d.student_no <> '' and n.student_no = d.student_no;
create temporary table moved on commit drop as
select s.student_key, min(s.now_key) as now_key
  from same_person s
 where not exists (select 1 from same_person k where k.student_key = s.student_key and k.now_key = s.student_key)
 group by s.student_key
having count(*) = 1;
-- Two who would become one person stay apart, and whose number a stranger carries now is nobody's case any longer.
delete from moved where now_key in (select now_key from moved group by now_key having count(*) > 1);
create temporary table gone_cases on commit drop as
select s.* from standing s
  join doubtful d using (student_key)
 where d.here is not null
   and not exists (select 1 from same_person k where k.student_key = d.student_key and k.now_key = d.student_key)
   and d.student_key not in (select student_key from moved);
delete from standing where case_id in (select case_id from gone_cases);
update standing s
   set student_key = m.now_key, case_id = case_id(:name, m.now_key, s.matter)
  from moved m where m.student_key = s.student_key;
-- Of two cases of one person about one thing the one on which somebody decided goes on.
delete from standing s
 using standing o
 where o.case_id = s.case_id and o.case_no <> s.case_no
   and ((o.answer || o.review <> '', o.case_no * -1) > (s.answer || s.review <> '', s.case_no * -1))
