-- Whole cohorts are joined: one by one through an index is dearer than the server thinks of a school's database.
set local random_page_cost = 4;
-- Room for sorting a whole cohort. The sources in their order, which of them are compared and which hold anything at all.
set local work_mem = '64MB';
create temporary table usable on commit drop as
select o.role from role_order o
 where o.compared and exists (select 1 from run_file f where f.run_id = :run and f.role = o.role and f.rows_loaded > 0);
delete from staged_fold where run_id = :run;
delete from staged_student where run_id = :run;
delete from finding where campaign_id = :campaign and run_id = :run;
delete from run_college where run_id = :run;
delete from run_near_link where run_id = :run;
delete from run_block where run_id = :run;
delete from run_link_rate where run_id = :run;
delete from run_receipt where run_id = :run;
delete from run_self_check where run_id = :run;
update run_file set rows_duplicate = 0 where run_id = :run;
delete from claim_seen where run_id = :run;
delete from run_stray where run_id = :run;
delete from case_event where campaign_id = :campaign and run_id = :run;
delete from run_case where campaign_id = :campaign and run_id = :run;
delete from run_standing where run_id = :run;
delete from run_link_decision where run_id = :run;
-- Which rows of returned workbooks are refused is told by the cases.
delete from reject where campaign_id = :campaign and run_id = :run and file_no in (select file_no from run_file where run_id = :run and role = 'reviews');
update run_file set rows_loaded = rows_read, rows_rejected = 0 where run_id = :run and role = 'reviews' and status = 'loaded';
-- Joins go by numbers, of which a small sample tells all there is to know.
set local default_statistics_target = 20;
analyze staged_record (run_id, role, file_no, id);
analyze staged_mark
