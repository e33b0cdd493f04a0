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

-- What people answered, as it stands with a case, and a keyed reference to ID numbers whose difference the shown values
-- hide. "correction" is the canonical value that was approved instead of the proposed one.
alter table finding
  add column id_ref           text not null default '',
  add column answer           text not null default '',
  add column answered_by      text not null default '',
  add column answered_on      date,
  add column correction       text not null default '',
  add column chosen_route     text not null default '',
  add column evidence_seen    text not null default '',
  add column registrar_answer text not null default '';

-- The rows of returned workbooks: a decision each, or why it is refused.
create table review_row (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null,
  file_no      integer not null,
  record_no    bigint not null,
  sheet        text not null,
  row_no       bigint not null,
  refusal      text not null default '',
  finding_id   text not null default '',
  reader       text not null default '',
  made_date    date,
  made_number  integer,
  answer       text not null default '',
  correction   text not null default '',
  evidence     text not null default '',
  route        text not null default '',
  answered_by  text not null default '',
  answered_on  date,
  remark       text not null default '',
  primary key (run_id, file_no, record_no),
  foreign key (run_id, file_no) references run_file on delete cascade
);

-- What happened to cases: every change with who, when, why and from which file. New cases are told by first_seen.
create table case_event (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  event_no     integer not null,
  finding_id   text not null,
  kind         text not null check (kind in ('answered', 'lapsed', 'sent', 'closed', 'reopened')),
  code         text not null,
  college      text not null,
  student_key  text not null,
  student_no   text not null,
  name         text not null,
  field        text not null,
  before       text not null,
  after        text not null,
  by_whom      text not null default '',
  on_date      date,
  why          text not null default '',
  place        text not null default '',
  reference    text not null default '',
  primary key (run_id, event_no)
);
create index case_event_finding on case_event (campaign_id, finding_id);

-- Approved values that a run hands over to the platform.
create table run_correction (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  student      bigint not null,
  field        text not null,
  value        text not null,
  finding_id   text not null,
  primary key (run_id, student, field)
);
