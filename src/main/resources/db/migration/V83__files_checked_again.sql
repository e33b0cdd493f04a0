-- By which a file that was read is known to be what was listed, without making its hash once more.
alter table run_file add column checksum bigint;
-- A reference of ID number and name is made while judging for the few records that need one beside their numbers.
alter table staged_record alter column spare_key drop not null;
