-- How many rows of each file were folded into another.
update run_file f
   set rows_duplicate = (select count(*) from staged_link l
                          where l.run_id = f.run_id and l.file_no = f.file_no and not l.kept)
 where f.run_id = :run
