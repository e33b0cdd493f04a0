-- The records that turn out to have no name, as rows to be refused.
select v.file_no, coalesce(last.reject_no, 0) + row_number() over (partition by v.file_no order by v.id) as reject_no,
       v.sheet, v.row_no, n.detail, n.raw, coalesce(v.college, '') as college, v.candidate_no, v.student_no, v.id_text
  from nameless n
  join staged_record v on v.run_id = :run and v.id = n.id
  left join (select file_no, max(reject_no) as reject_no from reject where campaign_id = :campaign and run_id = :run group by file_no) last
         on last.file_no = v.file_no
 order by v.id
