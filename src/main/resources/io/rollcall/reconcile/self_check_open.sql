-- Expected students with a record at the platform who have not looked at it. Of no rule there may be more of them.
insert into judged (code, student, detail, suggestion, roles)
select :code, student, :detail, :suggestion, array['roster', 'platform']
  from expected where expected and found and not looked
 order by student
