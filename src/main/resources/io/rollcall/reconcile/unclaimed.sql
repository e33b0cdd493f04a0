-- Students who have looked, of whom a field that must be right differs, and for whom nobody claimed it.
select j.student, j.field, j.detail, j.suggestion, j.cause, j.route, j.odd, j.roles, j.reader
  from judged j
  join expected e on e.student = j.student and e.looked
 where j.code = 'FIELD_DIFFERS' and j.severity = 'E'
   and not exists (select 1 from claim c where c.student = j.student and c.field = j.field)
 order by j.student, j.field
