-- Every run of a campaign goes through one line: who asked for it, since when it waits, and what was due.
alter table run drop constraint run_status_check;
alter table run add constraint run_status_check check (status in
  ('waiting', 'running', 'publishing', 'published', 'held', 'dropped', 'stopped', 'failed'));
alter table run
  add column trigger    text not null default 'command'
                        check (trigger in ('schedule', 'missed', 'command', 'portal', 'rerun')),
  -- The due time that the run answers. No due time is answered twice, whoever tries.
  add column due        timestamptz,
  add column by_whom    text not null default '',
  add column queued_at  timestamptz not null default now(),
  -- The command that waits for its turn, by the name of its presence; empty: any process that serves may take the run.
  add column waiter     text not null default '',
  -- How often it was taken up again after its process died.
  add column resumes    integer not null default 0,
  add column stop_wanted boolean not null default false,
  add column frozen_at  timestamptz,
  add column settled_at timestamptz,
  -- Why it ended without reports: a word for machines, never a sentence.
  add column failure    text not null default '',
  -- Who released, dropped or stopped it, and why.
  add column decided_by text not null default '',
  add column decided_why text not null default '',
  -- The status of which mail was written.
  add column told       text not null default '';
update run set queued_at = started_at, frozen_at = started_at, settled_at = finished_at, told = status;
create unique index run_due on run (campaign_id, due) where due is not null;
create index run_line on run (campaign_id, queued_at, run_id) where status = 'waiting';

alter table campaign
  add column closed_at     timestamptz,
  add column closed_by     text not null default '',
  add column closed_why    text not null default '',
  add column cleared_at    timestamptz,
  add column personal_days integer not null default 30,
  add column audit_days    integer not null default 180 check (audit_days >= 180);

-- Up to when due times of a campaign have been dealt with, and whether somebody paused it.
create table schedule (
  campaign_id   bigint primary key references campaign,
  dealt_until   timestamptz not null,
  paused_at     timestamptz,
  paused_by     text not null default '',
  paused_why    text not null default ''
);

-- When a scheduler was last alive: what was due since then while none ran was missed.
create table scheduler_seen (
  one           boolean primary key default true check (one),
  seen_at       timestamptz not null
);

-- Of the library db-scheduler; only "when next" stands here.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
