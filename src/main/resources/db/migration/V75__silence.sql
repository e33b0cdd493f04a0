-- How long whoever has a part in hand has not got on with it, as he tells.
alter table part add column silent_seconds integer not null default 0;
