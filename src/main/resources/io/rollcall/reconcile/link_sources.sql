-- The rows that speak for their source: of rows that are one student the fullest, then the first. Where a key stands
-- once in each source, it links at once.
create temporary table folded on commit drop as
select f.id, first_value(r.id) over (partition by f.root order by r.filled desc, r.id) as kept
  from fold f join staged_record r on r.run_id = :run and r.id = f.id;
create temporary table clean on commit drop as
select {first} as key, min(id) as student, count(*) > 1 as links
  from rec r
 where {first} is not null and id not in (select id from folded where id <> kept)
 group by {first} having sum(bit) = bit_or(bit);
create temporary table speaker on commit drop as
select r.*, coalesce(c.student, r.id) as student, case when c.links then :how else '' end as link
  from rec r
  left join clean c on c.key = {first}
 where r.id not in (select id from folded where id <> kept);
analyze speaker
