-- Whose refused rows are whose: the college that the row states, where the campaign knows it.
alter table reject add column college text not null default '';

-- What became of each college's students: every one counts once, under the gravest of what is open about him.
create table run_receipt (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  college      text not null,
  students     bigint not null,
  missing      bigint not null,
  doubled      bigint not null,
  differ       bigint not null,
  other        bigint not null,
  primary key (run_id, college),
  check (students >= missing + doubled + differ + other)
);

-- Members of a group in other colleges are counted for each row of the sheet of groups.
create index finding_group on finding (run_id, group_ref) where group_ref <> '';
