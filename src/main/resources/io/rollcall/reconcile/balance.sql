-- How many rows of each file were folded into another.
update run_file f
   set rows_duplicate = l.folded
  from (select file_no, count(*) as folded from staged_link where run_id = :run and not kept group by file_no) l
 where f.run_id = :run and f.file_no = l.file_no
