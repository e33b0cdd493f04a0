-- Judging reads the wide staged rows as seldom as it can. A record has one number within its run, which sorts by file and row
-- and is all that anything has to hold of it; a student points at the record that speaks for him in each source.
truncate staged_record, staged_mark, staged_file_mark, staged_student;
drop table staged_link;

drop index staged_record_place;
alter table staged_record
  add column id             bigint generated always as ((file_no::bigint << 36) | record_no) stored,
  -- The name as the reports show it, where that is not the canonical one.
  add column shown_name     text,
  -- Whether the row has a college at all, known or not.
  add column states_college boolean not null;
create unique index staged_record_id on staged_record (run_id, id);

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
