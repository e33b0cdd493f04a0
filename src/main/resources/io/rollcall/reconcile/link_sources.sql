-- The rows that speak for their source: of rows that are one student the fullest, then the first. Where a key stands
-- once in each source, it links at once.
create temporary table folded on commit drop as
select f.id, first_value(r.id) over (partition by f.root order by r.filled desc, r.id) as kept
  from fold f join rec r using (id);
create temporary table speaker on commit drop as
select r.*,
       case when {first} is not null and sum(r.bit) over same = bit_or(r.bit) over same
            then min(r.id) over same else r.id end as student,
       case when {first} is not null and sum(r.bit) over same = bit_or(r.bit) over same and count(*) over same > 1
            then :how else '' end as link
  from rec r
  left join folded f using (id)
 where f.kept is null or f.kept = r.id
window same as (partition by {first});
analyze speaker
