-- Since when a claim is known: one row a claim and run, a keyed reference of student, field and value.
create table claim_seen (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  ref          text not null,
  primary key (run_id, ref)
);
create index claim_seen_over_runs on claim_seen (campaign_id, ref);

-- Rows of forms that a college sent in about students of another college: the place only.
create table run_stray (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  college      text not null,
  role         text not null,
  path         text not null,
  sheet        text not null,
  row_no       bigint not null
);
create index run_stray_college on run_stray (run_id, college);

-- What the self-check statistics hold of submissions.
alter table run_self_check
  add column account_problems bigint not null default 0,
  add column pending          bigint not null default 0,
  add column reported         bigint not null default 0;
