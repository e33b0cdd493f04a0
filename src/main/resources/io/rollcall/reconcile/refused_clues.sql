-- Which of some clues the refused rows of a source hold.
select distinct f.role, c.clue
  from reject j
  join run_file f using (run_id, file_no)
 cross join unnest(j.clues) as c(clue)
 where j.campaign_id = :campaign and j.run_id = :run and j.clues && cast(:clues as text[]) and c.clue = any (cast(:clues as text[]))
