-- The figures of a finished run, which nights are compared by. They stay when everything about persons is cleared away.
create table run_metric (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  kind         text not null check (kind in
                 ('read', 'loaded', 'duplicates', 'rejected', 'files', 'problems', 'findings')),
  -- The role, the code of problems (E and W), the severity of findings.
  name         text not null,
  value        bigint not null,
  primary key (run_id, kind, name)
);

insert into run_metric
select campaign_id, run_id, kind, role, value
  from (select f.campaign_id, f.run_id, f.role, sum(rows_read) as read, sum(rows_loaded - rows_duplicate) as loaded,
               sum(rows_duplicate) as duplicates, sum(rows_rejected) as rejected,
               count(*) filter (where f.status = 'refused') as files
          from run_file f join run r using (run_id) where r.status = 'published'
         group by f.campaign_id, f.run_id, f.role) of_role
 cross join lateral (values ('read', read), ('loaded', loaded), ('duplicates', duplicates), ('rejected', rejected),
                              ('files', files)) as v(kind, value);
insert into run_metric
select f.campaign_id, f.run_id, 'problems', f.code, count(*)
  from finding f join run r using (run_id) where r.status = 'published' and f.severity <> 'I'
 group by f.campaign_id, f.run_id, f.code;
insert into run_metric
select f.campaign_id, f.run_id, 'findings', f.severity, count(*)
  from finding f join run r using (run_id) where r.status = 'published'
 group by f.campaign_id, f.run_id, f.severity;

-- What the publish gate measured, check by check. "measured" is empty where there was nothing to compare with.
create table run_gate (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  place        integer not null,
  check_name   text not null,
  role         text not null,
  code         text not null,
  measured     numeric,
  limit_value  numeric not null,
  held         boolean not null,
  primary key (run_id, place)
);
