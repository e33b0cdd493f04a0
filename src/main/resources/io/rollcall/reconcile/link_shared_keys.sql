-- Values of a key that students share; linking can only make them fewer.
create temporary table shared_{key} on commit drop as
select {key} as key from speaker where {key} is not null group by {key} having min(student) <> max(student)
