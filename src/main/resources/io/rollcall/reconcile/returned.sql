-- Refused answers are refused rows; what has ended counts as folded into the answer that came later.
insert into reject (campaign_id, run_id, file_no, reject_no, sheet, row_no, reason, detail, raw, clues, college)
select :campaign, :run, r.file_no, r.record_no, r.sheet, r.row_no, 'REVIEW_REFUSED', r.detail, '', '{}', ''
  from returned_row r where r.code = 'REVIEW_REFUSED' and not r.ended;
update run_file f
   set rows_loaded = f.rows_read - c.rejected, rows_rejected = c.rejected, rows_duplicate = c.ended
  from (select file_no, count(*) filter (where code = 'REVIEW_REFUSED' and not ended) as rejected, count(*) filter (where ended) as ended
          from returned_row group by file_no) c
 where f.run_id = :run and f.file_no = c.file_no;
-- Since when an answer is known: by the run before, which had its file as well.
update noted f
   set first_seen = p.first_seen
  from finding p
 where f.code like 'REVIEW!_%' escape '!' and p.finding_id = f.finding_id
   and p.campaign_id = :campaign and p.run_id = (select run_id from effective_run
                    where campaign_id = :campaign and business_date < :date order by business_date desc limit 1)
