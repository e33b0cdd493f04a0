-- Of rows that are one student the fullest speaks for the source, then the first.
update messy m
   set folded_into = k.kept
  from (select f.id, first_value(r.id) over (partition by f.root order by r.filled desc, r.id) as kept
          from fold f join staged_record r on r.run_id = :run and r.id = f.id) k
 where m.id = k.id and k.id <> k.kept
