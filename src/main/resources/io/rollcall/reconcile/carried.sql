-- Findings that this run could not judge: a source they stand in is absent, or their row was not read and a refused row or
-- file, or what is missing of a file that was cut, may be it. They are carried on with their older last_seen. What depends on rows that were read is judged by them.
-- Whom refused rows, and what is missing of a file that was cut, may be about: those without a clue anybody.
create temporary table refused_clue on commit drop as
select f.role, c.clue from reject j join run_file f using (run_id, file_no) left join unnest(j.clues) as c(clue) on true
 where j.campaign_id = :campaign and j.run_id = :run and f.role <> 'reviews'
union
select role, null from run_file where run_id = :run and status = 'refused'
union
select f.role, null from run_notice n join run_file f using (run_id, file_no) where n.run_id = :run and n.kind = 'FILE_CUT';
create temporary table place on commit drop as
select distinct g.finding_id, g.student_key, g.field, split_part(l.place, ':', 1) as role, false as lacking
  from gone g, unnest(string_to_array(g.locations, ';')) as l(place)
 where split_part(l.place, ':', 1) in (select role from role_order)
union all
-- Who is missing in a source cannot be told without that source.
select finding_id, student_key, field, lower(substr(code, length('MISSING_IN_') + 1)), true
  from gone where code like 'MISSING!_IN!_%' escape '!';
analyze place;
-- Whose row was not read, but a refused one may be it.
create temporary table unread_place on commit drop as
select p.finding_id, p.student_key, p.role
  from place p
 where not p.lacking and p.student_key not like 'F:%'
   and (p.role in (select role from refused_clue where clue is null)
        or (p.role, p.student_key) in (select c.role, k.student_key from refused_clue c join known_clue k using (clue)));
analyze unread_place;
delete from unread_place p
 using staged_student s
 where s.run_id = :run and s.student_key = p.student_key
   and case p.role when 'roster' then s.roster_id when 'platform' then s.platform_id
                   when 'admission' then s.admission_id end is not null;
delete from unread_place p
 using submitted f left join staged_student s on s.run_id = :run and s.student = f.student
 where f.role = p.role and coalesce(s.student_key, 'C:' || f.candidate_no, 'S:' || f.student_no) = p.student_key;
create temporary table unjudged on commit drop as
select finding_id from unread_place
union
select finding_id from place
 where role not in (select role from run_file where run_id = :run and rows_loaded > 0)
    or student_key in (select 'F:' || role || ':' || path from run_file where run_id = :run and status = 'refused');
insert into noted
       (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no, name, field,
        roster_value, platform_value, admission_value, claimed_value, locations, detail, private_detail, suggestion, cause, route,
        odd, group_ref, matter, case_id, stated, reader, veiled, major, class_name, state, first_seen, last_seen, found)
select campaign_id, :run, finding_id, code, severity, student_key, college, student_no, candidate_no, name, field,
       roster_value, platform_value, admission_value, claimed_value, locations, detail, private_detail, suggestion,
       cause, route, odd, group_ref, matter, case_id, stated, reader, veiled, major, class_name, state, first_seen, last_seen, false
  from gone
 where finding_id in (select finding_id from unjudged)
