-- What pages show of nights, beside what nights are compared by: counts of what is told only, by code, and how far the
-- self-check had come, by college.
alter table run_metric drop constraint run_metric_kind_check;
alter table run_metric add constraint run_metric_kind_check check (kind in
  ('read', 'loaded', 'duplicates', 'rejected', 'files', 'problems', 'findings', 'information', 'expected', 'checked'));

insert into run_metric
select f.campaign_id, f.run_id, 'information', f.code, count(*)
  from finding f join run r using (run_id)
 where r.status in ('published', 'held', 'dropped') and f.severity = 'I'
 group by f.campaign_id, f.run_id, f.code;
insert into run_metric
select s.campaign_id, s.run_id, v.kind, s.college, v.value
  from (select c.campaign_id, c.run_id, c.college, sum(c.expected) as expected, sum(c.checked) as checked
          from run_self_check c join run r using (run_id) where r.status in ('published', 'held', 'dropped')
         group by c.campaign_id, c.run_id, c.college) s
 cross join lateral (values ('expected', s.expected), ('checked', s.checked)) as v(kind, value)
 where v.value is not null;

-- How a run gets on, for those who look from elsewhere: renewed about once a second by whoever works on it.
create table run_progress (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  step         text not null,
  done         bigint not null,
  total        bigint not null,
  told_at      timestamptz not null,
  primary key (run_id, step)
);
