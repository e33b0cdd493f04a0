-- One row a student: the student columns of every report, each the first non-empty value in the order of the sources, and
-- whether the sources say the same.
insert into staged_student (campaign_id, run_id, student, student_key, student_no, candidate_no, name, college,
                            major_name, class_no, status, sources, roster_id, platform_id, admission_id, roster_link,
                            platform_link, admission_link, roster_place, platform_place, admission_place, roster_major,
                            platform_major, admission_major, differs, looked, said)
select :campaign, :run, h.student,
       -- A number that different students carry is no key; then the next one is.
       case when coalesce(r.candidate_no, op.candidate_no, oa.candidate_no) is not null
                 and coalesce(r.candidate_no, op.candidate_no, oa.candidate_no) not in (select key from shared_candidate_no)
            then 'C:' || coalesce(r.candidate_no, op.candidate_no, oa.candidate_no)
            when coalesce(r.student_no, op.student_no, oa.student_no) is not null
                 and coalesce(r.student_no, op.student_no, oa.student_no) not in (select key from shared_student_no)
            then 'S:' || coalesce(r.student_no, op.student_no, oa.student_no)
            else (select k.key
                    from (values (1, coalesce(r.spare_key, (select key from spare where id = r.id))),
                                 (2, coalesce(op.spare_key, (select key from spare where id = op.id))),
                                 (3, coalesce(oa.spare_key, (select key from spare where id = oa.id)))) as k(turn, key)
                   where k.key is not null order by k.key not like 'I:%', k.turn limit 1) end,
       coalesce(r.student_no, op.student_no, oa.student_no), coalesce(r.candidate_no, op.candidate_no, oa.candidate_no),
       -- A masked name is shown where no source has another.
       coalesce(case when r.name is not null then coalesce(r.shown_name, r.name) end,
                case when op.name is not null then coalesce(op.shown_name, op.name) end,
                case when oa.name is not null then coalesce(oa.shown_name, oa.name) end, r.shown_name, op.shown_name, oa.shown_name),
       -- A college that the roster states but nobody knows is not replaced by another source's.
       case when r.states_college then r.college else coalesce(op.college, oa.college) end,
       coalesce(r.major_name, op.major_name, oa.major_name), coalesce(r.class_no, op.class_no, oa.class_no),
       case when '恢复入学' = any (told.states) then 'returned'
            when '保留入学资格' = any (told.states) then 'keeps'
            when '放弃入学资格' = any (told.states) then 'gave_up'
            when '取消入学资格' = any (told.states) then 'cancelled'
            when coalesce(r.cancel_type, op.cancel_type, oa.cancel_type) is not null
                 or 'cancel_type' = any (r.unusable) or 'cancel_type' = any (op.unusable) or 'cancel_type' = any (oa.unusable)
                 or told.states && array['退学', '开除', '开除学籍', '注销学籍', '死亡', '转学(转出)'] then 'left'
            else 'ordinary' end,
       h.sources, h.roster_id, h.platform_id, h.admission_id, h.roster_link, h.platform_link, h.admission_link,
       r.sheet || '!' || r.row_no, p.sheet || '!' || p.row_no, a.sheet || '!' || a.row_no,
       r.major_name, p.major_name, a.major_name, {differing}, {looked}, {said}
  from (select student, bit_or(bit) as sources,
               max(id) filter (where bit = 1) as roster_id, max(id) filter (where bit = 2) as platform_id,
               max(id) filter (where bit = 4) as admission_id, max(link) filter (where bit = 1) as roster_link,
               max(link) filter (where bit = 2) as platform_link, max(link) filter (where bit = 4) as admission_link
          from speaker group by student) h
  left join staged_record r on r.run_id = :run and r.role = 'roster' and r.id = h.roster_id
  left join staged_record p on p.run_id = :run and p.role = 'platform' and p.id = h.platform_id
  left join staged_record a on a.run_id = :run and a.role = 'admission' and a.id = h.admission_id
 -- What fills the columns: not a record that is probably another student's.
  left join lateral (select p.id, p.candidate_no, p.student_no, p.spare_key, p.name, p.shown_name, p.college, p.major_name, p.class_no,
                            p.cancel_type, p.unusable, p.entry_state, p.school_status, p.registration_status, p.change_type) op
         on p.id not in (select id from suspect)
  left join lateral (select a.id, a.candidate_no, a.student_no, a.spare_key, a.name, a.shown_name, a.college, a.major_name, a.class_no,
                            a.cancel_type, a.unusable, a.entry_state, a.school_status, a.registration_status, a.change_type) oa
         on a.id not in (select id from suspect)
 -- Sources tell in different columns that somebody is no ordinary student.
 cross join lateral (select array[r.entry_state, r.school_status, r.registration_status, r.change_type,
                                  op.entry_state, op.school_status, op.registration_status, op.change_type,
                                  oa.entry_state, oa.school_status, oa.registration_status, oa.change_type]
                     offset 0) as told(states);
-- With this come the indexes.
analyze staged_student;
-- Two students with nothing to tell them apart but a shared number.
update staged_student s
   set student_key = concat_ws('|', s.student_key, s.candidate_no, s.student_no, nullif(t.turn, 1))
  from (select d.student, row_number() over (partition by d.student_key, d.candidate_no, d.student_no order by d.student) as turn
          from staged_student d
          join (select student_key from staged_student where run_id = :run group by student_key having count(*) > 1) g
         using (student_key)
         where d.run_id = :run) t
 where s.run_id = :run and s.student = t.student;
-- An ID number in the column of another thing is shown as the record shows it: masked, in a run that masks.
update staged_student s
   set student_no = case when t.student_no like '%***%' then t.student_no else s.student_no end,
       candidate_no = case when t.candidate_no like '%***%' then t.candidate_no else s.candidate_no end,
       major_name = case when t.major_name like '%***%' then t.major_name else s.major_name end,
       class_no = case when t.class_no like '%***%' then t.class_no else s.class_no end
  from (select l.student,
               (array_agg(coalesce(r.raw ->> 'student_no', r.student_no) order by o.rank) filter (where r.student_no is not null))[1] as student_no,
               (array_agg(coalesce(r.raw ->> 'candidate_no', r.candidate_no) order by o.rank) filter (where r.candidate_no is not null))[1] as candidate_no,
               (array_agg(coalesce(r.raw ->> 'major_name', r.major_name) order by o.rank) filter (where r.major_name is not null))[1] as major_name,
               (array_agg(coalesce(r.raw ->> 'class_no', r.class_no) order by o.rank) filter (where r.class_no is not null))[1] as class_no
          from staged_student l
         cross join lateral (values (l.roster_id), (l.platform_id), (l.admission_id)) as held(id)
          join staged_record r on r.run_id = :run and r.id = held.id and r.id not in (select id from suspect)
          join role_order o on o.role = r.role
         where l.run_id = :run and (length(l.student_no) >= 15 or length(l.candidate_no) >= 15
                                    or greatest(length(l.major_name), length(l.class_no)) >= 14
                                       and concat(l.major_name, ' ', l.class_no) ~ '[0-9]{14}')
         group by l.student) t
 where s.run_id = :run and s.student = t.student;
insert into staged_fold (campaign_id, run_id, role, id, student, link)
select :campaign, :run, o.role, f.id, s.student, s.link
  from messy f
  join messy s on s.id = f.folded_into
  join role_order o on o.bit = f.bit
