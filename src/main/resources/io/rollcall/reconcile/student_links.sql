-- Which student each record is about.
insert into staged_link (campaign_id, run_id, role, file_no, record_no, student, kept, link)
select :campaign, :run, r.role, r.file_no, r.record_no, s.student, r.id = s.id, s.link
  from rec r
  left join folded f using (id)
  join speaker s on s.id = coalesce(f.kept, r.id)
