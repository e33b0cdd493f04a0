-- What the reports of a college look for, without a look at every other college's rows: its cases, and the few of them of which
-- something is kept from it.
create index on run_case (run_id, college);
create index on finding (run_id, case_id) where reader <> 'college' or veiled is not null;
