-- What a college reads of findings about a student of its own beside whom another student's record was found: nothing that
-- this record says. What rests on it alone is the registrar's, and the college reads once that there is such a record.
create temporary table beside on commit drop as
select s.student_key,
       coalesce(array_agg(distinct v.role) filter (where v.id in (s.roster_id, s.platform_id, s.admission_id)), '{}') as roles,
       array_agg(v.role || ':' || f.path || '#' || v.sheet || '!' || v.row_no) as places
  from suspect u
  join staged_record v on v.run_id = :run and v.id = u.id
  join run_file f on f.run_id = :run and f.file_no = v.file_no
  join staged_student s on s.run_id = :run and s.student = u.student
 group by s.student_key;
-- The values of a source are told together, so a folded row of another student hides them all.
update noted f
   set reader = 'registrar'
  from beside b
 where f.student_key = b.student_key and f.reader = 'college' and f.locations <> ''
   and (string_to_array(f.locations, ';') <@ b.places
        or f.field <> '' and exists (select 1 from unnest(b.places) as p(place)
                                      where p.place = any (string_to_array(f.locations, ';'))
                                        and split_part(p.place, ':', 1) <> all (b.roles)));
update noted f
   set veiled = jsonb_build_object(
         'roster_value', case when 'roster' = any (b.roles) then '' else f.roster_value end,
         'platform_value', case when 'platform' = any (b.roles) then '' else f.platform_value end,
         'admission_value', case when 'admission' = any (b.roles) then '' else f.admission_value end,
         'locations', coalesce((select string_agg(l.place, ';' order by l.turn)
                                  from unnest(string_to_array(f.locations, ';')) with ordinality as l(place, turn)
                                 where l.place <> all (b.places)), ''))
  from beside b
 where f.student_key = b.student_key and f.reader = 'college';
update noted set reader = 'registrar' where reader = 'told';
update noted f
   set reader = 'told',
       veiled = jsonb_build_object('severity', 'I', 'field', '', 'roster_value', '', 'platform_value', '',
                                   'admission_value', '', 'claimed_value', '', 'locations', '', 'detail', :elsewhere::text,
                                   'private_detail', '', 'suggestion', :elsewhere_todo::text, 'cause', '', 'route', '',
                                   'odd', '', 'group_ref', '')
  from (select distinct on (student_key) finding_id
          from noted where reader = 'registrar' and student_key not like 'F:%'
         order by student_key, code like 'CLAIM!_%' escape '!', severity_rank(severity), code, field,
                  finding_id) t
 where f.finding_id = t.finding_id
