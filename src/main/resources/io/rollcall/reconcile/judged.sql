-- What is found tonight. It becomes findings at the end, when the state of every case is known: each is written once.
create temporary table noted (like finding including defaults) on commit drop;
-- What the rules say of students, before it is noted.
create temporary table judged (
  code text, student bigint, field text, severity text, detail text, private_detail text, suggestion text,
  cause text, route text, odd text, group_ref text, partner text, roles text[], every_row boolean, places text, reader text
) on commit drop
