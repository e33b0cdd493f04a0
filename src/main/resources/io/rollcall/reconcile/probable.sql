-- Students whom at least one usable source does not hold, with what similarity is judged by; and what that finds.
create temporary table leftover on commit drop as
select s.student, s.student_key, s.sources,
       (array_agg(r.name order by o.rank) filter (where r.name is not null))[1] as name,
       (array_agg(r.sex order by o.rank) filter (where r.sex is not null))[1] as sex,
       (array_agg(r.birth_date order by length(r.birth_date) desc, o.rank) filter (where r.birth_date is not null))[1]
         as birth_date,
       -- What the calendar does not have can still be compared.
       (array_agg(coalesce(r.raw ->> 'birth_date', r.birth_date) order by o.rank) filter (where coalesce(r.raw ->> 'birth_date', r.birth_date) is not null))[1]
         as written_birth_date,
       (array_agg(r.id_no order by r.id_sound desc, o.rank) filter (where r.id_no is not null))[1] as id_no,
       (array_agg(r.candidate_no order by o.rank) filter (where r.candidate_no is not null))[1] as candidate_no,
       (array_agg(r.student_no order by o.rank) filter (where r.student_no is not null))[1] as student_no,
       s.class_no, s.major_name, s.college{extras}
  from staged_student s
 cross join lateral (values (s.roster_id), (s.platform_id), (s.admission_id)) as l(id)
  join staged_record r on r.run_id = :run and r.id = l.id and r.id not in (select id from suspect)
  join role_order o on o.role = r.role
 where s.run_id = :run and s.status in ('ordinary', 'returned')
   and s.sources <> (select bit_or(u.bit) from role_order u join usable using (role))
 group by s.student, s.student_key, s.sources, s.class_no, s.major_name, s.college;
create temporary table probable (student bigint, other bigint, weight text, told text) on commit drop;
create temporary table near_link (like probable) on commit drop
