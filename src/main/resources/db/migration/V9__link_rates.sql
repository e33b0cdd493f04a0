-- The rates that linking by similarity estimated from the data of the run; counts only, nothing about anybody.
create table run_link_rate (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  place        integer not null,
  names        text not null,
  field        text not null,
  level        text not null,
  match        numeric(7, 6) not null,
  chance       numeric(7, 6) not null,
  bits         numeric(5, 1) not null,
  primary key (run_id, place)
);
