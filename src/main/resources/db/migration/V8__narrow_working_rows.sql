-- Judging reads the wide staged rows as seldom as it can. A record has one number within its run, which sorts by file and row
-- and is all that anything has to hold of it; a student points at the record that speaks for him in each source.
truncate staged_mark, staged_file_mark, staged_student;
drop table staged_link, staged_record;

-- One row a record, canonical values in columns named as the fields are. PostgreSQL unpacks a row up to the last column
-- that a statement names: what judging names stands first.
create unlogged table staged_value (
  campaign_id  bigint not null,
  run_id       bigint not null,
  id           bigint generated always as ((file_no::bigint << 36) | record_no) stored,
  role         text not null,
  file_no      integer not null,
  record_no    bigint not null,
  row_no       bigint not null,
  sheet        text not null,
  candidate_no text,
  student_no   text,
  name         text,
  id_no        text,
  -- The ID number as far as it can be compared at all.
  id_text      text,
  -- Whether the number keeps every rule of its kind.
  id_sound     boolean not null,
  birth_date   text,
  sex          text,
  -- How many cells hold something.
  filled       integer not null,
  -- The student key where no number tells the student apart.
  spare_key    text not null,
  -- The name as the reports show it, where that is not the canonical one.
  shown_name   text,
  -- Whether the row has a college at all, known or not.
  states_college boolean not null,
  college      text,
  major_name   text,
  class_no     text,
  entry_state  text,
  school_status text,
  registration_status text,
  cancel_type  text,
  ethnic_group text,
  political_status text,
  level        text,
  study_length text,
  study_form   text,
  entry_date   text,
  -- Which cells had to be cleaned, and how.
  shape        jsonb,
  -- Fields that hold something that cannot be compared.
  unusable     text[] not null,
  viewed_at    text,
  id_type      text,
  current_grade text,
  expected_graduation_date text,
  major_code   text,
  source_province_code text,
  change_type  text,
  document_no  text,
  approval_date text,
  -- What is seldom asked for.
  exam_ticket_no text,
  name_pinyin  text,
  country_region text,
  institution_code text,
  institution_name text,
  admitted_major_code text,
  education_category text,
  entry_year   text,
  department   text,
  teaching_site text,
  attribute    text,
  modified_at  text,
  photo_present text,
  remark       text,
  change_reason text,
  change_note  text,
  keep_reason  text,
  prior_report_no text,
  prior_certificate_no text,
  graduation_date text,
  conclusion   text,
  certificate_no text,
  president_name text,
  declared_value text,
  extra        jsonb
);
create unique index staged_value_id on staged_value (run_id, id);

-- The cells as read: as much as all the rest, and wanted for the few records that something is found about.
create unlogged table staged_text (
  campaign_id  bigint not null,
  run_id       bigint not null,
  id           bigint not null,
  raw          jsonb not null
);
create unique index staged_text_id on staged_text (run_id, id);

-- A record with both. A statement that does not name "raw" does not touch the cells as read.
create view staged_record as
  select v.*, t.raw from staged_value v left join staged_text t on t.run_id = v.run_id and t.id = v.id;

drop index staged_mark_place;
alter table staged_mark add column id bigint generated always as ((file_no::bigint << 36) | record_no) stored;
create index staged_mark_id on staged_mark (run_id, id);

drop index staged_student_key;
alter table staged_student
  add column sources        integer not null,
  add column roster_id      bigint,
  add column platform_id    bigint,
  add column admission_id   bigint,
  add column roster_link    text,
  add column platform_link  text,
  add column admission_link text,
  -- Sheet and row of each.
  add column roster_place    text,
  add column platform_place  text,
  add column admission_place text,
  -- Whether two sources do not say the same in the same way, and whether the student has looked at the platform.
  add column differs        boolean not null,
  add column looked         boolean not null;

-- Records that were folded into the one that speaks for their source.
create unlogged table staged_fold (
  campaign_id  bigint not null,
  run_id       bigint not null,
  role         text not null,
  id           bigint not null,
  student      bigint not null,
  link         text not null
);
create index staged_fold_student on staged_fold (run_id, student);

-- Which student each record is about, whether it is the one of its source that speaks for him, and how it was linked.
create view staged_link as
  select s.campaign_id, s.run_id, v.role, v.id, s.student, true as kept, v.link
    from staged_student s
   cross join lateral (values ('roster', s.roster_id, s.roster_link), ('platform', s.platform_id, s.platform_link),
                              ('admission', s.admission_id, s.admission_link)) as v(role, id, link)
   where v.id is not null
  union all
  select campaign_id, run_id, role, id, student, false, link from staged_fold;
