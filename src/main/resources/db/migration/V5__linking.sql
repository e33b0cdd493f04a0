-- What came near being linked by similarity, for explanations; both sides of a pair have a row.
create table run_near_link (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  student_key  text not null,
  weight       numeric(6, 1) not null,
  other        text not null,
  told         text not null
);
create index run_near_link_student on run_near_link (run_id, student_key);

-- What each blocking key brought.
create table run_block (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  block        text not null,
  pairs        bigint not null,
  passed_over  bigint not null,
  primary key (run_id, block)
);
