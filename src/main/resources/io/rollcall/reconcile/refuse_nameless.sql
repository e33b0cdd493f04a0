-- What was refused is no record; and who has a name is in doubt no more.
with gone as (
  delete from staged_mark where run_id = :run and (code = :doubtful or id in (select id from nameless)) returning file_no
)
update run_file f set marks = f.marks - g.marks
  from (select file_no, count(*) as marks from gone group by file_no) g
 where f.run_id = :run and f.file_no = g.file_no;
with gone as (
  delete from staged_record where run_id = :run and id in (select id from nameless) returning file_no
)
update run_file f set rows_loaded = f.rows_loaded - g.rows, rows_rejected = f.rows_rejected + g.rows
  from (select file_no, count(*) as rows from gone group by file_no) g
 where f.run_id = :run and f.file_no = g.file_no
