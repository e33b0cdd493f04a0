-- By what a file was read, as a keyed reference, and for which business dates its rows would have come to the same: a later run
-- that would read the same in the same way takes them over.
alter table run_file
  add column reading     text,
  add column holds_from  date,
  add column holds_until date;
create index run_file_reading on run_file (campaign_id, reading) where reading is not null;
