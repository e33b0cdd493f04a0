-- Parts of runs that other processes do. Requests travel as spring-integration-jdbc 7.1.2 keeps messages (its schema-postgresql.sql, column for
-- column); of its tables only that of channels is needed, and what stands in it is a number and the name of a step.
CREATE SEQUENCE INT_MESSAGE_SEQ START WITH 1 INCREMENT BY 1 NO CYCLE;

CREATE TABLE INT_CHANNEL_MESSAGE (
    MESSAGE_ID CHAR(36) NOT NULL,
    GROUP_KEY CHAR(36) NOT NULL,
    CREATED_DATE BIGINT NOT NULL,
    MESSAGE_PRIORITY BIGINT,
    MESSAGE_SEQUENCE BIGINT NOT NULL DEFAULT nextval('INT_MESSAGE_SEQ'),
    MESSAGE_CONTENT BYTEA,
    REGION VARCHAR(100) NOT NULL,
    CONSTRAINT INT_CHANNEL_MESSAGE_PK PRIMARY KEY (REGION, GROUP_KEY, CREATED_DATE, MESSAGE_SEQUENCE)
);
CREATE INDEX INT_CHANNEL_MSG_DELETE_IDX ON INT_CHANNEL_MESSAGE (REGION, GROUP_KEY, MESSAGE_ID);

-- Runs whose parts workers do; a run that goes on does so in the same way.
create table remote_run (
  run_id            bigint primary key references run on delete cascade,
  campaign_id       bigint not null references campaign,
  -- How long it waits for a worker.
  minutes           integer not null check (minutes > 0),
  -- What opens its workbooks, sealed with the installation's key; there only while workers need it.
  sealed            bytea
);

-- What is asked of workers just now. A request that is not listed here is worth nothing.
create table part (
  step_execution_id bigint primary key,
  campaign_id       bigint not null references campaign,
  run_id            bigint not null references run on delete cascade,
  message_id        char(36) not null,
  weight            bigint not null,
  -- Whoever does it holds a key share lock on this row; so none of what follows is part of a key.
  wanted            boolean not null default true,
  worker_id         uuid,
  -- Who took it last: nobody else can end it.
  take              uuid,
  takes             integer not null default 0,
  rows_read         bigint not null default 0,
  outcome           text check (outcome in ('done', 'failed', 'unseen')),
  -- Why it failed: a key of the texts and what the sentence names, never a value.
  failure           text[],
  -- Bytes and path of every file that it wrote, below the folder of the run's reports.
  outputs           text[]
);
create index part_run on part (run_id);
create index part_message on part (message_id);
create index part_worker on part (worker_id) where worker_id is not null;

-- Who works, by the server's clock.
create table worker (
  worker_id         uuid primary key,
  name              text not null,
  version           text not null,
  -- The application name of its sessions.
  session           text not null,
  ending            boolean not null,
  parts_done        bigint not null,
  seen_at           timestamptz not null
);

-- When processes of a version last handed parts out.
create table part_manager (
  version           text primary key,
  seen_at           timestamptz not null
);

-- Whether parts lie there that no worker takes.
alter table run_progress add column waiting boolean not null default false;
