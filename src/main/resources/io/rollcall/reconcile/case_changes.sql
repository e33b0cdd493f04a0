-- What became of cases without anybody deciding.
select 'lapsed' as kind, n.finding_id, n.code, n.college, n.student_key, n.student_no, n.name, n.field, d.before, n.state as after
  from decided d join finding n on n.run_id = :run and n.finding_id = d.finding_id
 where d.changed
union all
select 'reopened', n.finding_id, n.code, n.college, n.student_key, n.student_no, n.name, n.field, 'closed', n.state
  from finding n
 where n.run_id = :run and n.state = 'reopened' and not exists (select 1 from previous p where p.finding_id = n.finding_id)
union all
select 'closed', p.finding_id, p.code, p.college, p.student_key, p.student_no, p.name, p.field, p.state, 'closed'
  from previous p
 where not exists (select 1 from finding n where n.run_id = :run and n.finding_id = p.finding_id)
 order by finding_id, kind
