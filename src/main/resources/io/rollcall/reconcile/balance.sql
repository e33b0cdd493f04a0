-- How many rows of each file were folded into another.
update run_file f
   set rows_duplicate = l.folded
  from (select id >> 36 as file_no, count(*) as folded from staged_fold where run_id = :run group by id >> 36) l
 where f.run_id = :run and f.file_no = l.file_no
