-- Students whose number others have too, as far as records tell: beside problems with accounts.
select j.student, j.code, j.group_ref,
       exists (select 1 from judged d where d.student = j.student and d.field = 'id_no'
                                       and d.code in ('FIELD_DIFFERS', 'ROW_CONFLICT')) as doubtful
  from judged j
 where j.code in ('ID_SHARED', 'ID_DOUBLE_REGISTRATION', 'ID_IN_EARLIER_COHORT', 'ID_NEAR_DUPLICATE')
   and j.student in (select student from submitted where role = 'accounts')
 order by j.student, array_position(array['ID_IN_EARLIER_COHORT', 'ID_DOUBLE_REGISTRATION', 'ID_SHARED', 'ID_NEAR_DUPLICATE'], j.code),
          j.group_ref
