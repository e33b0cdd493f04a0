-- What the rules say of students, before it becomes findings.
create temporary table judged (
  code text, student bigint, field text, severity text, detail text, private_detail text, suggestion text,
  cause text, route text, odd text, group_ref text, partner text, roles text[], every_row boolean, places text, reader text
) on commit drop
