-- What is needed of every record of the compared sources to link it and to tell whom it is about, numbered in the
-- order of the sources, files and rows.
create temporary table rec on commit drop as
select row_number() over (order by o.rank, r.file_no, r.record_no) as id, o.bit, r.role, r.file_no, r.record_no,
       r.name, r.sex, r.birth_date, r.id_no, r.id_sound, r.candidate_no, r.student_no, r.filled, r.spare_key, r.raw ->> 'name' as shown_name,
       r.college, jsonb_exists(r.raw, 'college') as states_college, r.major_name, r.class_no, r.entry_state,
       coalesce('保留入学资格' in (r.entry_state, r.school_status, r.registration_status), false) as keeps,
       r.cancel_type is not null
         or coalesce(r.school_status in ('退学', '开除', '开除学籍', '注销学籍', '死亡', '转学(转出)')
                     or r.registration_status in ('退学', '开除学籍', '注销学籍', '转学(转出)'), false) as left_school{keys}
  from staged_record r
  join role_order o using (role)
 where r.run_id = :run and o.compared
