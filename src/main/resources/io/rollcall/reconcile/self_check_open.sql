-- Expected students with a record at the platform who have not looked at it.
select student from expected where expected and found and not looked order by student
