-- Files that people hand in by the portal. Nothing of a file counts before somebody accepts it; what is told of it stays.
create table upload (
  upload_id    text primary key,
  -- Files that were handed in together.
  batch_id     text not null,
  campaign_id  bigint not null references campaign,
  role         text not null check (role in
                 ('roster', 'platform', 'admission', 'enrolled', 'discrepancies', 'accounts', 'reviews')),
  -- Whose it is; empty for the registrar.
  college      text not null,
  by_whom      text not null,
  at           timestamptz not null,
  status       text not null check (status in ('waiting', 'accepted', 'discarded', 'expired')),
  settled_by   text not null default '',
  settled_at   timestamptz,
  accepted_at  timestamptz,
  -- Where the accepted file lies below the folder of its role.
  path         text not null default '',
  extension    text not null,
  size         bigint not null,
  sha256       text not null,
  -- Why the whole file is refused: a word for machines.
  reason       text not null default '',
  rows_read    bigint not null,
  rows_usable  bigint not null,
  rows_refused bigint not null,
  -- How often each code was told.
  codes        jsonb not null default '{}',
  check ((status = 'accepted') = (accepted_at is not null)),
  check ((status = 'accepted') = (path <> ''))
);
create index upload_list on upload (campaign_id, at desc);
create index upload_batch on upload (batch_id);
create index upload_waiting on upload (at) where status = 'waiting';
create index upload_content on upload (campaign_id, role, sha256) where status = 'accepted';
create unique index upload_path on upload (campaign_id, role, path) where path <> '';

-- What the preview shows: names of files and cells as people typed them. Goes with what was not accepted, and with retention.
create table upload_preview (
  upload_id    text primary key references upload,
  campaign_id  bigint not null references campaign,
  file_name    text not null,
  preview      jsonb not null
);

-- What a run knows of each college's students and cases, as a keyed fingerprint: whether a later run knows something else.
create table run_college_state (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  college      text not null,
  students     bigint not null,
  -- Cases that the college has to act on and has not answered.
  open_cases   bigint not null,
  fingerprint  text not null,
  primary key (run_id, college)
);

-- That somebody stated for a published run that a college's students, or with an empty college the school's, are checked.
create table sign_off (
  sign_off_id  bigint generated always as identity primary key,
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run,
  college      text not null,
  by_whom      text not null,
  role         text not null,
  at           timestamptz not null,
  students     bigint not null,
  open_cases   bigint not null,
  fingerprint  text not null
);
create index sign_off_college on sign_off (campaign_id, college, sign_off_id desc);

create function sign_off_stays() returns trigger language plpgsql as $$
begin
  raise exception 'sign-offs are append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger sign_off_row_stays before update or delete on sign_off for each row execute function sign_off_stays();
create trigger sign_off_table_stays before truncate on sign_off for each statement execute function sign_off_stays();

-- Why it was stated although cases are open: words of people, which go with retention.
create table sign_off_reason (
  sign_off_id  bigint primary key references sign_off,
  campaign_id  bigint not null references campaign,
  reason       text not null
);
