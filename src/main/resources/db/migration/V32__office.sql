-- The audit log. References only: nothing in it tells who a student is.
create table audit (
  audit_id  bigint generated always as identity primary key,
  at        timestamptz not null,
  account   text not null,
  role      text not null,
  address   text not null,
  action    text not null,
  campaign  text not null,
  run       text not null,
  object    text not null,
  outcome   text not null
);
create index audit_at on audit (at);

-- The database itself refuses to change what was written, and to delete it before its time.
create function audit_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.at < now() - make_interval(days => greatest(180, (select max(audit_days) from campaign))) then
      return old;
    end if;
  end if;
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_row_stays before update or delete on audit for each row execute function audit_stays();
create trigger audit_table_stays before truncate on audit for each statement execute function audit_stays();

-- Mail to be sent. A row is there before anybody tries, so that no mail is lost.
create table mail (
  mail_id    bigint generated always as identity primary key,
  campaign_id bigint not null references campaign,
  run_id     bigint references run on delete cascade,
  sender     text not null,
  recipient  text not null,
  subject    text not null,
  body       text not null,
  written_at timestamptz not null,
  try_at     timestamptz not null,
  tries      integer not null default 0,
  sent_at    timestamptz
);
create index mail_waiting on mail (try_at) where sent_at is null;

-- What retention cleared away, and which input files a person should delete.
create table deletion (
  deletion_id bigint generated always as identity primary key,
  campaign_id bigint not null references campaign,
  at          timestamptz not null,
  what        text not null,
  place       text not null,
  number      bigint not null
);

create table account (
  name          text primary key,
  role          text not null check (role in ('registrar', 'college', 'auditor', 'operator')),
  colleges      text[] not null default '{}',
  password_hash text not null,
  one_time      boolean not null,
  disabled      boolean not null default false,
  failures      integer not null default 0,
  closed_until  timestamptz,
  -- Grows with every change that ends sessions.
  version       bigint not null default 1,
  check ((role = 'college') = (cardinality(colleges) > 0))
);
