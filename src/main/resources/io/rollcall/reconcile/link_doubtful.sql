-- The records that need more than that: whoever shares a key within a source or with somebody else, with all the records
-- that are held for the same student so far. They are linked anew, one key after the other.
create temporary table messy on commit drop as
with shared as (
  select student from speaker
   where {shared}
)
select s.*, null::bigint as folded_into
  from speaker s
 where s.student in (select student from shared);
update messy set student = id, link = '';
analyze messy
