-- A staged record is one row. It has a column for every field of the catalogue, which StagedFields adds: there is no other list
-- of them. Of the cells as read it keeps those that their values do not tell. What was staged before is read from its files
-- again by whoever still needs it.
truncate staged_mark, staged_file_mark, staged_student, staged_fold;
drop view staged_record;
drop table staged_text, staged_value;

-- PostgreSQL unpacks a row up to the last column that a statement names: what most statements name stands first.
create unlogged table staged_record (
  campaign_id  bigint not null,
  run_id       bigint not null,
  id           bigint generated always as ((file_no::bigint << 36) | record_no) stored,
  record_no    bigint not null,
  row_no       bigint not null,
  file_no      integer not null,
  -- How many cells hold something.
  filled       integer not null,
  -- Whether the row has a college at all, known or not.
  states_college boolean not null,
  -- Whether the ID number keeps every rule of its kind.
  id_sound     boolean not null,
  role         text not null,
  sheet        text not null,
  -- The student key where no number tells the student apart.
  spare_key    text not null,
  -- The name as the reports show it, where that is not the canonical one.
  shown_name   text,
  -- The ID number as far as it can be compared at all.
  id_text      text,
  -- Fields that hold something that cannot be compared.
  unusable     text[] not null,
  -- Which cells had to be cleaned, and how.
  shape        jsonb,
  -- The values of fields that the campaign declares.
  extra        jsonb,
  -- The cells as they may be shown that are not their values letter by letter; of forms all of them.
  raw          json
);
create unique index staged_record_id on staged_record (run_id, id);
alter table staged_record set (autovacuum_enabled = off, toast.autovacuum_enabled = off);

-- Hashes are looked up one by one and of few runs: this index is filled in a third of the time.
drop index staged_student_hash;
create index staged_student_hash on staged_student using hash (student_hash(student_key));
