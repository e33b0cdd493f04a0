-- What the judgement needs beside the values of a record: which fields hold something that cannot be compared,
-- which cells had to be cleaned and how, the ID number as far as it can be compared at all, and whether it is sound.
truncate staged_record, staged_mark, staged_file_mark;
drop index staged_record_key;
alter table staged_record rename column student_key to spare_key;
alter table staged_record
  add column unusable text[] not null,
  add column shape    jsonb,
  add column id_text  text,
  add column id_sound boolean not null,
  add column filled   integer not null;

-- The fields that a file has columns for, and how many of its rows were folded into others.
alter table run_file
  add column columns        text[] not null default '{}',
  add column rows_duplicate bigint not null default 0;

-- What a refused row says of whom it may be about: references, never values.
alter table reject add column clues text[] not null default '{}';

-- The students of a run: what the records of all sources say of one person, linked.
create unlogged table staged_student (
  campaign_id  bigint not null,
  run_id       bigint not null,
  student      bigint not null,
  student_key  text not null,
  student_no   text,
  candidate_no text,
  name         text,
  college      text,
  major_name   text,
  class_no     text,
  status       text not null,
  primary key (run_id, student)
);
create index staged_student_key on staged_student (run_id, student_key);

-- Which student each record is about, whether it is the one of its source that speaks for him, and how it was linked.
create unlogged table staged_link (
  campaign_id  bigint not null,
  run_id       bigint not null,
  role         text not null,
  file_no      integer not null,
  record_no    bigint not null,
  student      bigint not null,
  kept         boolean not null,
  link         text not null
);
create index staged_link_student on staged_link (run_id, student);
create index staged_link_place on staged_link (run_id, file_no, record_no);

-- What people decided about probable links: remembered, because a link is found anew in every run.
create table link_decision (
  campaign_id  bigint not null references campaign,
  left_key     text not null,
  right_key    text not null,
  confirmed    boolean not null,
  decided_on   date not null,
  decided_by   text not null,
  source       text not null,
  primary key (campaign_id, left_key, right_key),
  check (left_key < right_key)
);

alter table finding
  add column private_detail text not null default '',
  add column cause          text not null default '',
  add column route          text not null default '',
  add column odd            text not null default '',
  add column group_ref      text not null default '',
  add column major          text not null default '',
  add column class_name     text not null default '';

-- The self-check by college, major and class of a run.
create table run_self_check (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  college      text not null,
  major        text not null,
  class_name   text not null,
  expected     bigint not null,
  checked      bigint,
  wrong        bigint not null,
  not_found    bigint not null,
  duplicate_id bigint not null,
  damaged      bigint not null,
  kept         bigint not null,
  gave_up      bigint not null,
  left_school  bigint not null,
  primary key (run_id, college, major, class_name)
);
