-- Students that were found to be one.
update messy m
   set student = j.root, link = case when m.link = '' then :how else m.link end
  from joined j
 where m.student = j.member
