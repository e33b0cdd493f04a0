-- What hides behind masked numbers: a keyed reference, so that a decision about one number is never taken for another.
update finding f
   set id_ref = v.id_ref
  from (select s.student_key,
               left(encode(sha256(convert_to(:salt || string_agg(coalesce(r.id_text, '-'), '|' order by l.role, l.id),
                                             'UTF8')), 'hex'), 16) as id_ref
          from staged_student s
         cross join lateral (values ('roster', s.roster_id), ('platform', s.platform_id),
                                      ('admission', s.admission_id)) as l(role, id)
          join staged_record r on r.run_id = :run and r.id = l.id
         where s.run_id = :run
           and s.student_key in (select student_key from finding where run_id = :run and field = 'id_no')
         group by s.student_key) v
 where f.run_id = :run and f.field = 'id_no' and f.found and f.student_key = v.student_key;
create temporary table previous on commit drop as
select f.*
  from finding f
 where f.run_id = (select run_id from effective_run
                    where campaign_id = :campaign and business_date < :date
                    order by business_date desc limit 1)
   and f.code not like 'REVIEW!_%' escape '!';
create index on previous (finding_id);
analyze previous;
-- Cases on which somebody decided, and what the sources say of them tonight.
create temporary table decided on commit drop as
select p.finding_id, p.state as before, p.answer, p.answered_by, p.answered_on, p.correction, p.chosen_route, p.evidence_seen,
       p.registrar_answer,
       n.found and (n.roster_value, n.platform_value, n.admission_value, n.claimed_value, n.id_ref)
         is distinct from (p.roster_value, p.platform_value, p.admission_value, p.claimed_value, p.id_ref) as changed
  from previous p
  join finding n on n.run_id = :run and n.finding_id = p.finding_id
 where p.answer <> '' or p.registrar_answer <> '' or p.state not in ('open', 'reopened');
update finding n
   set state = case when d.changed then 'open' else d.before end,
       answer = case when d.changed then '' else d.answer end,
       answered_by = case when d.changed then '' else d.answered_by end,
       answered_on = case when d.changed then null else d.answered_on end,
       correction = case when d.changed then '' else d.correction end,
       chosen_route = case when d.changed then '' else d.chosen_route end,
       evidence_seen = case when d.changed then '' else d.evidence_seen end,
       registrar_answer = case when d.changed then '' else d.registrar_answer end
  from decided d
 where n.run_id = :run and n.finding_id = d.finding_id
