-- How many of a class have looked at their record, for which they need a bound account. Nobody is named.
select college, major, class_name, count(*) filter (where looked) as looked
  from expected where class_name <> '' group by college, major, class_name
