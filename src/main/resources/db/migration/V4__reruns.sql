-- The run whose inputs a rerun takes: its frozen list, file by file.
alter table run add column inputs_of bigint references run on delete set null;
