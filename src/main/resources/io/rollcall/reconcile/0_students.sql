-- One row a student: the student columns of every report, each the first non-empty value in the order of the sources.
create temporary table student on commit drop as
select r.student_key,
       (array_agg(r.student_no order by o.rank, r.file_no, r.record_no)
          filter (where r.student_no is not null))[1] as student_no,
       (array_agg(r.candidate_no order by o.rank, r.file_no, r.record_no)
          filter (where r.candidate_no is not null))[1] as candidate_no,
       (array_agg(r.raw ->> 'name' order by o.rank, r.file_no, r.record_no)
          filter (where jsonb_exists(r.raw, 'name')))[1] as name,
       -- A college that the roster states but nobody knows is not replaced by another source's.
       case when bool_or(r.role = 'roster' and jsonb_exists(r.raw, 'college'))
            then (array_agg(r.college order by r.file_no, r.record_no)
                    filter (where r.role = 'roster' and jsonb_exists(r.raw, 'college')))[1]
            else (array_agg(r.college order by o.rank, r.file_no, r.record_no)
                    filter (where r.college is not null))[1]
       end as college
  from staged_record r
  join role_order o using (role)
 where r.run_id = :run
 group by r.student_key
