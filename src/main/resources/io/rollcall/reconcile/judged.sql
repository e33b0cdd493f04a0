-- What is found tonight. It becomes findings at the end, when the state of every case is known: each is written once.
create temporary table noted (like finding including defaults) on commit drop;
-- What the rules say of students, before it is noted.
create temporary table judged (
  code text, student bigint, field text default '', severity text, detail text, private_detail text default '', suggestion text,
  cause text default '', route text default '', odd text default '', group_ref text default '', partner text default '',
  roles text[], every_row boolean default false, places text default '', reader text default 'college'
) on commit drop
