-- What tonight's findings of each case come to.
create temporary table tonight on commit drop as
select f.case_id, min(f.student_key) as student_key, min(f.matter) as matter,
       (array_agg(f.code order by k.rank, f.code))[1] as code, (array_agg(f.severity order by k.rank))[1] as severity,
       array_agg(distinct f.code) as codes, bool_or(f.severity <> 'I') as to_do,
       coalesce(bool_and(f.reader <> 'college') filter (where f.severity <> 'I'), false) as hidden,
       coalesce(max(f.field) filter (where f.field = lower(f.field)), '') as fact_field,
       max(f.college) as college, max(f.student_no) as student_no, max(f.candidate_no) as candidate_no,
       max(f.name) as name, max(f.last_seen) as last_seen, (array_agg(f.route order by k.rank, f.code) filter (where f.route <> ''))[1] as route,
       nullif(string_agg(distinct f.stated, '|'), '') as stated,
       max(f.group_ref) filter (where f.code <> 'ACCOUNT_PROBLEM') as group_ref,
       jsonb_object_agg(f.finding_id, f.first_seen) as seen,
       jsonb_object_agg(f.finding_id, md5(concat_ws('|', f.roster_value, f.platform_value, f.admission_value, f.claimed_value)))
         filter (where f.found) as shown
  from noted f
 cross join lateral (select severity_rank(f.severity) as rank) k
 where f.code not like 'REVIEW!_%' escape '!'
 group by f.case_id;
create index on tonight (case_id);
analyze tonight;
-- What is claimed of each student and field, and what of it is not probably another student's.
create temporary table claimed on commit drop as
select s.student_key, c.field, string_agg(distinct c.wanted, '|' order by c.wanted) as wanted,
       count(distinct c.wanted) = 1 as agreed,
       string_agg(distinct c.wanted, '|' order by c.wanted) filter (where not c.anothers) as own,
       count(distinct c.wanted) filter (where not c.anothers) = 1 as own_agreed
  from claim c join staged_student s on s.run_id = :run and s.student = c.student
 where c.wanted <> ''
 group by s.student_key, c.field;
-- Which source cannot be told to lack a record: it is absent, or something of it was refused or cut off.
create temporary table unsure on commit drop as
select o.role from role_order o left join run_file f on f.run_id = :run and f.role = o.role
 group by o.role
having coalesce(sum(f.rows_loaded), 0) = 0
    or bool_or(f.status = 'refused' or f.rows_rejected > 0
               or exists (select 1 from run_notice n where n.run_id = f.run_id and n.file_no = f.file_no and n.kind = 'FILE_CUT'));
-- What each source says of the cases that somebody may have to act on: the value as far as it can be registered, and what
-- tells whether it changed. Of a source that cannot tell, nothing is known.
create temporary table wanted on commit drop as
select case_id, student_key, fact_field as field from tonight where to_do and fact_field <> ''
union
select case_id, student_key, field from standing where field <> '' and state <> 'closed';
analyze wanted;
create temporary table case_value on commit drop as
select w.case_id, w.field, s.student, r.id as roster_id, p.id as platform_id, a.id as admission_id,
       case when not (w.field = any (r.unusable)) and (w.field <> 'id_no' or r.id_sound) then {roster} end as roster,
       case when not (w.field = any (p.unusable)) and (w.field <> 'id_no' or p.id_sound) then {platform} end as platform,
       case when not (w.field = any (a.unusable)) and (w.field <> 'id_no' or a.id_sound) then {admission} end as admission,
       case when r.id is null then case when 'roster' not in (select role from unsure) then '' end
            when w.field = any (rf.columns) then coalesce({roster}, r.raw ->> w.field, '')
       end as roster_fact,
       case when p.id is null then case when 'platform' not in (select role from unsure) then '' end
            when w.field = any (pf.columns) then coalesce({platform}, p.raw ->> w.field, '')
       end as platform_fact,
       case when a.id is null then case when 'admission' not in (select role from unsure) then '' end
            when w.field = any (af.columns) then coalesce({admission}, a.raw ->> w.field, '')
       end as admission_fact,
       case when exists (select 1 from tonight t where t.case_id = w.case_id and 'ROW_CONFLICT' = any (t.codes)) then (
         select string_agg(distinct coalesce({folded}, ''), '|' order by coalesce({folded}, ''))
           from staged_fold d join staged_record f on f.run_id = :run and f.id = d.id
          where d.run_id = :run and d.student = s.student) end as folded_fact
  from wanted w
  join staged_student s on s.run_id = :run and s.student_key = w.student_key
  left join staged_record r on r.run_id = :run and r.role = 'roster' and r.id = s.roster_id
  left join staged_record p on p.run_id = :run and p.role = 'platform' and p.id = s.platform_id
  left join staged_record a on a.run_id = :run and a.role = 'admission' and a.id = s.admission_id
  left join run_file rf on rf.run_id = :run and rf.file_no = r.file_no
  left join run_file pf on pf.run_id = :run and pf.file_no = p.file_no
  left join run_file af on af.run_id = :run and af.file_no = a.file_no;
create index on case_value (case_id);
analyze case_value
