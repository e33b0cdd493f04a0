-- Every table carries the campaign: a campaign belongs to one school, and one installation may serve many.

create table campaign (
  campaign_id  bigint generated always as identity primary key,
  name         text not null unique,
  school_code  text not null
);

-- One execution for a campaign and a business date. The job file's text is kept, so that a resumed run
-- follows the rules it was started with.
create table run (
  run_id         bigint generated always as identity primary key,
  campaign_id    bigint not null references campaign,
  business_date  date not null,
  number         integer not null check (number > 0),
  status         text not null check (status in ('running', 'publishing', 'published', 'held', 'failed')),
  reason         text not null default '',
  job_file       text not null,
  job_text       text not null,
  input_dir      text not null,
  output_dir     text not null,
  unmasked       boolean not null,
  started_at     timestamptz not null,
  finished_at    timestamptz,
  seconds        numeric(12, 3) not null default 0,
  unique (campaign_id, business_date, number)
);

-- The last published run of each date: the one that counts for that date.
create view effective_run as
  select distinct on (campaign_id, business_date) *
    from run
   where status = 'published'
   order by campaign_id, business_date, number desc;

-- The frozen list of input files of a run, and what became of each.
create table run_file (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  file_no      integer not null,
  role         text not null,
  path         text not null,
  size         bigint not null,
  modified     timestamptz not null,
  sha256       text not null,
  status       text not null check (status in
                 ('listed', 'loaded', 'refused', 'code_table', 'passed_over')),
  reason       text not null default '',
  detail       text not null default '',
  rows_read    bigint not null default 0,
  rows_loaded  bigint not null default 0,
  rows_rejected bigint not null default 0,
  marks        bigint not null default 0,
  primary key (run_id, file_no)
);

create table run_notice (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null,
  file_no      integer not null,
  notice_no    integer not null,
  kind         text not null,
  text         text not null,
  primary key (run_id, file_no, notice_no),
  foreign key (run_id, file_no) references run_file on delete cascade
);

-- Refused rows. Logged, unlike the staging tables, because reports are written from it.
create table reject (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null,
  file_no      integer not null,
  reject_no    bigint not null,
  sheet        text not null,
  row_no       bigint not null,
  reason       text not null,
  detail       text not null,
  raw          text not null,
  primary key (run_id, file_no, reject_no),
  foreign key (run_id, file_no) references run_file on delete cascade
);

-- Staging: one row a record, canonical values in columns named as the fields are, the text as read in "raw".
-- Unlogged: crash recovery empties these tables, and a resumed run loads them again.
create unlogged table staged_record (
  campaign_id  bigint not null,
  run_id       bigint not null,
  role         text not null,
  file_no      integer not null,
  record_no    bigint not null,
  sheet        text not null,
  row_no       bigint not null,
  student_key  text not null,
  raw          jsonb not null,
  extra        jsonb,
  candidate_no text,
  exam_ticket_no text,
  student_no   text,
  name         text,
  name_pinyin  text,
  sex          text,
  birth_date   text,
  id_type      text,
  id_no        text,
  ethnic_group text,
  political_status text,
  country_region text,
  source_province_code text,
  institution_code text,
  institution_name text,
  admitted_major_code text,
  major_code   text,
  major_name   text,
  level        text,
  study_length text,
  study_form   text,
  education_category text,
  entry_date   text,
  entry_year   text,
  expected_graduation_date text,
  current_grade text,
  college      text,
  department   text,
  class_no     text,
  teaching_site text,
  registration_status text,
  school_status text,
  entry_state  text,
  attribute    text,
  viewed_at    text,
  modified_at  text,
  photo_present text,
  remark       text,
  change_type  text,
  cancel_type  text,
  approval_date text,
  document_no  text,
  change_reason text,
  change_note  text,
  keep_reason  text,
  prior_report_no text,
  prior_certificate_no text,
  graduation_date text,
  conclusion   text,
  certificate_no text,
  president_name text,
  declared_value text
);
create index staged_record_place on staged_record (run_id, file_no, record_no);
create index staged_record_key on staged_record (run_id, student_key);

-- What the row rules said of each record.
create unlogged table staged_mark (
  campaign_id  bigint not null,
  run_id       bigint not null,
  file_no      integer not null,
  record_no    bigint not null,
  code         text not null,
  field        text not null,
  detail       text not null,
  suggestion   text not null
);
create index staged_mark_place on staged_mark (run_id, file_no);

-- What the rules said of a whole file: one row a code and field.
create unlogged table staged_file_mark (
  campaign_id  bigint not null,
  run_id       bigint not null,
  file_no      integer not null,
  code         text not null,
  field        text not null,
  count        bigint not null,
  locations    text not null,
  detail       text not null,
  suggestion   text not null
);
create index staged_file_mark_place on staged_file_mark (run_id, file_no);

-- Findings of every run, as they were reported: the memory from which first and last seen follow.
-- "found" is false for an open case that this run could not judge and carried on from an earlier one.
create table finding (
  campaign_id     bigint not null references campaign,
  run_id          bigint not null references run on delete cascade,
  finding_id      text not null,
  code            text not null,
  severity        text not null,
  student_key     text not null,
  college         text not null,
  student_no      text not null,
  candidate_no    text not null,
  name            text not null,
  field           text not null,
  roster_value    text not null,
  platform_value  text not null,
  admission_value text not null,
  claimed_value   text not null default '',
  locations       text not null,
  detail          text not null,
  suggestion      text not null,
  state           text not null,
  first_seen      date not null,
  last_seen       date not null,
  found           boolean not null,
  primary key (run_id, finding_id)
);
create index finding_over_runs on finding (campaign_id, finding_id);

-- Students of each college in a run, by source: the receipt on the summary sheets.
create table run_college (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  college      text not null,
  role         text not null,
  students     bigint not null,
  primary key (run_id, college, role)
);

-- Which installation key the pseudonymous references of this database were made with: a fingerprint, not the key.
create table reference_key (
  fingerprint  text primary key
);

-- A finding's id: a hash without a secret, since a key that is an ID number is already a keyed reference.
create function finding_id(campaign text, code text, student_key text, field text, partner text) returns text
  language sql immutable parallel safe
  return left(encode(sha256(convert_to(concat_ws(E'\x1f', campaign, code, student_key, field, partner), 'UTF8')), 'hex'),
              24);
